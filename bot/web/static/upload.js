/* Sends files piece by piece and goes on after whatever interrupts: window.nhacviec.upload(files, options) -> Promise. */
(function () {
  "use strict";

  const base = new URL(".", location.href).href; // in the demo each phone has a path of its own
  const LEAST = 64 * 1024;
  const MOST = 1024 * 1024;
  const FINAL = ["stored", "asked", "refused", "dropped"];

  /* Why a file is not taken; `told` is a sentence for the person. */
  class Refused extends Error {
    constructor(status, body) {
      super((body && body.told) || String(status));
      this.name = "Refused";
      this.status = status;
      this.error = body && body.error;
      this.told = (body && body.told) || "";
      this.body = body || {};
    }
  }

  function pause(ms) {
    return new Promise((done) => {
      const timer = setTimeout(finish, ms);
      function finish() {
        clearTimeout(timer);
        window.removeEventListener("online", finish);
        done();
      }
      window.addEventListener("online", finish);
    });
  }

  function waits() {
    let tries = 0;
    return {
      reset() { tries = 0; },
      next() {
        tries += 1;
        return Math.min(15000, 500 * 2 ** Math.min(tries, 5)) * (0.75 + Math.random() / 2);
      },
    };
  }

  /* One request; a lost connection is a rejected TypeError, a refusal a rejected Refused. */
  async function ask(method, path, body, headers) {
    const json = body !== undefined && !(body instanceof Blob);
    const sent = Object.assign({ "X-Nhacviec": window.nhacviec.page || "chat" }, json ? { "Content-Type": "application/json" } : {}, headers || {});
    const answer = await fetch(base + path, {
      method,
      headers: sent,
      body: json ? JSON.stringify(body) : body,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
    });
    const text = await answer.text();
    let told = null;
    try { told = text ? JSON.parse(text) : null; } catch (_) { /* a proxy's page */ }
    if (!answer.ok) throw new Refused(answer.status, told);
    return told;
  }

  function passes(error) {
    return !(error instanceof Refused) || [408, 425, 429, 500, 502, 503, 504].includes(error.status);
  }

  /* The same request until it is answered. */
  async function until(work, report) {
    const wait = waits();
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!passes(error) || error.error === "files" || error.error === "bytes") throw error;
        report("offline");
        await pause(wait.next());
      }
    }
  }

  async function readable(blob) {
    try {
      await new Response(blob.slice(0, 1)).arrayBuffer();
      return true;
    } catch (_) {
      return false;
    }
  }

  async function send(file, options, report, signal) {
    let at = await until(() => ask("POST", "files", {
      name: file.name,
      size: file.size,
      mime: file.type || "",
      last_modified: file.lastModified || 0,
      caption: options.caption || "",
      reply_to: options.replyTo ? String(options.replyTo) : null,
      row: options.row || null,
      batch: options.batch,
    }), report);
    const path = "files/" + at.id;
    const id = at.id;
    const wait = waits();
    let piece = 256 * 1024;
    report(at.state === "open" ? "sending" : "waiting", at.offset);
    while (at.state === "open") {
      if (signal && signal.aborted) throw new DOMException("left out", "AbortError");
      const began = Date.now();
      try {
        const blob = file.slice(at.offset, Math.min(at.offset + piece, file.size));
        at = await ask("PATCH", path, blob, {
          "Content-Type": "application/offset+octet-stream",
          "Upload-Offset": String(at.offset),
        });
        wait.reset();
        piece = Date.now() - began < 1500 ? Math.min(MOST, piece * 2) : Math.max(LEAST, Math.floor(piece / 2));
        report("sending", at.offset);
      } catch (error) {
        if (error instanceof Refused && error.status === 409 && typeof error.body.offset === "number") {
          at = Object.assign({}, at, error.body);
          continue;
        }
        if (!passes(error)) throw error;
        if (!(await readable(file))) throw Object.assign(new Error("unreadable"), { name: "Unreadable" });
        piece = LEAST;
        report("offline");
        await pause(wait.next());
        at = await until(() => ask("GET", path), report);
        report("sending", at.offset);
      }
    }
    report("waiting", at.size);
    return { id, path, at };
  }

  /* The file is here whole: what does the chat say of it? */
  async function settled(whole, report) {
    const { id, path } = whole;
    let at = whole.at;
    let ms = 400;
    while (!FINAL.includes(at.state)) {
      await pause(ms);
      ms = Math.min(5000, ms * 1.5);
      at = await until(() => ask("GET", path), report);
    }
    return { id, state: at.state, told: at.told || "" };
  }

  function fresh() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  }

  /*
   * files: a FileList or an array of File. options: caption, replyTo (message answered), row (criterion), batch,
   * onProgress({file, sent, size, state}), onDone(result), signal (AbortSignal). The bytes go one file after the other, while
   * those before are being recorded; the promise holds [{file, id, state: stored | asked | refused | dropped | unreadable,
   * told}] in the order given.
   */
  async function upload(files, options) {
    const given = Object.assign({ batch: fresh() }, options || {});
    const ends = [];
    for (const file of Array.from(files)) {
      let sent = 0;
      const report = (state, upto) => {
        sent = typeof upto === "number" ? upto : sent;
        if (given.onProgress) given.onProgress({ file, sent, size: file.size, state });
      };
      const done = (result) => {
        const told = Object.assign({ file, id: null, told: "" }, result);
        if (given.onDone) given.onDone(told);
        return told;
      };
      const failed = (error) => {
        if (error instanceof Refused && error.status !== 401) return done({ state: "refused", told: error.told });
        if (error.name === "AbortError") return done({ state: "dropped" });
        if (error.name === "Unreadable") return done({ state: "unreadable" });
        throw error;
      };
      try {
        const whole = await send(file, given, report, given.signal);
        const end = settled(whole, report).then(done, failed);
        end.catch(() => {}); // it is awaited below
        ends.push(end);
      } catch (error) {
        ends.push(failed(error));
      }
    }
    return Promise.all(ends);
  }

  window.nhacviec = Object.assign(window.nhacviec || {}, { upload, ask, freshBatch: fresh });
})();
