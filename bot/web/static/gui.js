/* The upload page: come in by a link or a code, choose files and their criteria, send, see what came of each. */
(function () {
  "use strict";

  const { upload, ask } = window.nhacviec;
  window.nhacviec.page = "gui";
  const find = (id) => document.getElementById(id);
  const words = JSON.parse(find("gui").dataset.words);
  const TABLE = /\.(xlsx|xlsm|xls|csv|docx)$/i;
  const items = [];
  let me = null;
  let busy = false;

  function say(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  function count(number) {
    return String(number).padStart(2, "0");
  }

  function made(tag, className, text) {
    const one = document.createElement(tag);
    if (className) one.className = className;
    if (text) one.textContent = text;
    return one;
  }

  function note(text, kind) {
    const place = find("note");
    place.textContent = text;
    place.hidden = !text;
    place.className = "gui-note" + (kind ? " gui-" + kind : "");
  }

  function size(bytes) {
    const mb = bytes / 1048576;
    if (mb < 1) return Math.max(1, Math.round(bytes / 1024)) + " KB";
    return mb.toFixed(1).replace(".", ",") + " MB";
  }

  function percent(sent, of) {
    return of ? Math.floor((100 * sent) / of) : 0;
  }

  /* ---- coming in ---- */

  async function start() {
    const token = location.hash.slice(1);
    if (token) history.replaceState(null, "", location.pathname);
    let refused = "";
    if (token) {
      try {
        await ask("POST", "gui/claim", { token });
      } catch (error) {
        refused = error.told || words.failed;
      }
    }
    await load(refused);
  }

  async function load(refused) {
    try {
      me = await ask("GET", "gui/me");
    } catch (error) {
      if (error.status === 401) return outside(refused);
      return note(error.told || words.failed, "bad");
    }
    return inside();
  }

  function outside(text) {
    find("room").hidden = true;
    find("enter").hidden = false;
    note(text, text ? "bad" : "");
    find("code").focus();
  }

  function inside() {
    find("enter").hidden = true;
    find("room").hidden = false;
    find("who").textContent = say(words.greeting, { name: me.name });
    find("until").textContent = me.until ? say(words.until, { time: me.until }) : "";
    const may = me.rows.length || me.loads;
    note(may ? "" : words.no_rows, may ? "" : "bad");
    find("drop").hidden = !may;
    find("all").textContent = "";
    find("all").append(new Option(words.choose_row, ""));
    offer(find("all"));
    unfinished();
  }

  find("enter").addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = find("enter").querySelector("button");
    button.disabled = true;
    try {
      await ask("POST", "gui/claim", { code: find("code").value });
      await load("");
      if (me) find("who").focus();
    } catch (error) {
      note(error.told || words.failed, "bad");
      find("code").select();
    }
    find("code").value = "";
    button.disabled = false;
  });

  find("finish").addEventListener("click", async () => {
    try {
      await ask("POST", "gui/close", {});
    } catch (error) {
      if (error.status !== 401) return note(error.told || words.failed, "bad");
    }
    find("room").hidden = true;
    note(words.finished, "");
  });

  /* ---- what was not sent to the end ---- */

  function unfinished() {
    const list = find("open");
    list.textContent = "";
    for (const one of me.open) {
      const line = made("li", "");
      const bar = made("progress");
      bar.setAttribute("aria-label", one.name);
      bar.max = one.size;
      bar.value = one.offset;
      const values = { name: one.name, percent: percent(one.offset, one.size) };
      const drop = made("button", "gui-quiet", words.forget);
      drop.type = "button";
      drop.addEventListener("click", async () => {
        try {
          await ask("DELETE", "files/" + one.id);
        } catch (error) {
          if (error.status !== 404) return note(error.told || words.failed, "bad");
        }
        me.open = me.open.filter((other) => other !== one);
        unfinished();
      });
      const foot = made("div", "gui-foot");
      foot.append(drop);
      line.append(made("span", "", say(words.unfinished, values)), bar, foot);
      list.append(line);
    }
  }

  function same(one, file) {
    return one.size === file.size && one.last_modified === file.lastModified;
  }

  /* ---- choosing files ---- */

  /* The same file twice is sent once, unless the first one came to nothing. */
  function isListed(item, file) {
    const failed = item.done && !item.good;
    const { name, size: bytes, lastModified } = item.file;
    return item.live && !failed && name === file.name && bytes === file.size && lastModified === file.lastModified;
  }

  async function take(files) {
    const chosen = Array.from(files).filter((file) => !items.some((item) => isListed(item, file)));
    if (!chosen.length || !me) return;
    const sorted = [];
    try {
      for (let at = 0; at < chosen.length; at += 100) {
        const names = chosen.slice(at, at + 100).map((file) => file.name);
        sorted.push(...(await ask("POST", "gui/sort", { names })).files);
      }
    } catch (error) {
      if (error.status === 401) return outside(error.told);
      return note(error.told || words.failed, "bad");
    }
    note("", "");
    chosen.forEach((file, place) => add(file, sorted[place]));
    refresh();
  }

  function add(file, sorted) {
    const before = me.open.find((one) => same(one, file));
    if (before) {
      me.open = me.open.filter((one) => one !== before);
      unfinished();
    }
    const row = before && before.row ? before.row : sorted.row;
    const item = { file, live: true, done: false, row, line: made("li", "") };
    const head = made("div", "gui-head");
    head.append(made("span", "gui-name", file.name), made("span", "gui-size gui-small", size(file.size)));
    const why = row ? "" : sorted.told;
    item.ask = made("label", why ? "" : "gui-small", why || words.for);
    item.select = select(item);
    item.ask.htmlFor = item.select.id;
    item.bar = made("progress");
    item.bar.setAttribute("aria-label", file.name);
    item.bar.max = file.size || 1;
    item.bar.value = before ? before.offset : 0;
    item.bar.hidden = !before;
    item.state = made("span", "gui-small", words.ready);
    item.state.setAttribute("role", "status");
    item.leave = made("button", "gui-quiet", words.remove);
    item.leave.type = "button";
    item.leave.addEventListener("click", () => leave(item));
    const foot = made("div", "gui-foot");
    foot.append(item.state, item.leave);
    item.line.append(head, item.ask, item.select, item.bar, foot);
    find("list").append(item.line);
    items.push(item);
  }

  function select(item) {
    const list = made("select");
    list.id = "row" + items.length;
    list.append(new Option(words.choose_row, ""));
    if (me.loads && TABLE.test(item.file.name)) list.append(new Option(words.table, "table"));
    offer(list);
    list.value = item.row ? String(item.row) : "";
    list.addEventListener("change", () => {
      item.row = list.value === "table" ? "table" : Number(list.value) || null;
      refresh();
    });
    return list;
  }

  function offer(list) {
    for (const row of me.rows) list.append(new Option(row.label, String(row.id)));
  }

  /* One choice for all files that have none yet. */
  find("all").addEventListener("change", (event) => {
    for (const item of pending().filter((one) => !one.row)) {
      item.row = Number(event.target.value) || null;
      item.select.value = event.target.value;
    }
    event.target.value = "";
    refresh();
  });

  function pending() {
    return items.filter((one) => one.live && !one.done);
  }

  function leave(item) {
    item.live = false;
    item.line.remove();
    refresh();
  }

  /* A file waits to be sent, or waits for its criterion. */
  function refresh() {
    const waiting = pending();
    find("forAll").hidden = busy || waiting.filter((one) => !one.row).length < 2;
    const button = find("send");
    button.hidden = !waiting.length;
    find("finish").disabled = busy;
    button.disabled = busy || waiting.some((one) => !one.row);
    button.textContent = say(words.send, { count: count(waiting.length) });
    for (const one of waiting) one.state.textContent = one.row ? words.ready : words.not_chosen;
  }

  /* ---- sending ---- */

  find("send").addEventListener("click", async () => {
    busy = true;
    note("", "");
    const waiting = pending().filter((one) => one.row);
    for (const item of waiting) {
      item.select.disabled = true;
      item.leave.hidden = true;
      item.bar.hidden = false;
    }
    refresh();
    try {
      for (const group of grouped(waiting)) await sendGroup(group);
      ended(waiting);
    } catch (error) {
      if (error.status === 401) outside(error.told);
      else note(error.told || words.failed, "bad");
    }
    for (const item of waiting.filter((other) => !other.done)) {
      item.select.disabled = false;
      item.leave.hidden = false;
    }
    busy = false;
    refresh();
  });

  /* What goes to one criterion is one batch with one receipt; tables are read one by one. */
  function grouped(waiting) {
    const groups = new Map();
    for (const item of waiting) {
      const key = item.row === "table" ? item : item.row;
      groups.set(key, (groups.get(key) || []).concat(item));
    }
    return Array.from(groups.values());
  }

  async function sendGroup(group) {
    const of = (file) => group.find((item) => item.file === file);
    await upload(group.map((item) => item.file), {
      row: group[0].row === "table" ? null : group[0].row,
      onProgress: (at) => progress(of(at.file), at),
      onDone: (result) => finish(of(result.file), result),
    });
  }

  function progress(item, { sent, size: of, state }) {
    item.bar.value = of ? sent : 1;
    if (state === "sending") item.state.textContent = say(words.sending, { percent: percent(sent, of) });
    if (state === "waiting") item.state.textContent = words.waiting;
    if (state === "offline") item.state.textContent = words.offline;
  }

  function finish(item, result) {
    const good = result.state === "stored" || result.state === "asked";
    const chosen = me.rows.find((row) => row.id === item.row);
    item.done = true;
    item.good = good;
    item.ask.hidden = true;
    item.select.replaceWith(made("span", "gui-small", chosen ? chosen.label : words.table));
    item.bar.hidden = !good;
    item.bar.value = item.bar.max;
    item.state.className = good ? "gui-good" : "gui-bad-text";
    item.state.textContent = result.told || (good ? words.stored : words.unreadable);
  }

  function ended(sent) {
    const good = sent.every((item) => item.good);
    note(good ? words.all_done : words.some_refused, good ? "good" : "bad");
  }

  /* ---- the ways to choose ---- */

  for (const id of ["files", "camera"]) {
    find(id).addEventListener("change", async (event) => {
      const chosen = Array.from(event.target.files);
      event.target.value = "";
      await take(chosen);
    });
  }
  const zone = find("drop");
  for (const name of ["dragover", "dragenter", "dragleave", "drop"]) {
    window.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.toggle("gui-over", name === "dragover" || name === "dragenter");
    });
  }
  window.addEventListener("drop", (event) => {
    if (!find("room").hidden && event.dataTransfer) take(event.dataTransfer.files);
  });
  window.addEventListener("beforeunload", (event) => {
    if (busy) event.preventDefault();
  });

  start();
})();
