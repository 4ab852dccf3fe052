/* The chat page: what is typed and tapped goes to the queue, what is new comes from the live line. */
(function () {
  'use strict';
  const own = window.nhacviec;
  const by = (id) => document.getElementById(id);
  const talk = by('talk');
  const start = JSON.parse(talk.getAttribute('data-start'));
  const words = JSON.parse(talk.getAttribute('data-words'));
  const title = talk.getAttribute('data-title');
  const scroll = by('scroll');
  const text = by('text');
  const unread = new Set();
  let read = start.read;
  let reply = null;
  let oldest = start.lines.length ? start.lines[0].id : 0;

  const view = new own.View(by('log'), words, { tap: tap, reply: answer });
  by('log').setAttribute('aria-live', 'off');
  start.lines.forEach((line) => { view.show(line); count(line); });
  by('older').hidden = !start.more;
  toNewest();
  setTimeout(() => by('log').setAttribute('aria-live', 'polite'), 500);

  const queue = new own.Queue(start.chat, {
    added: (item) => { view.showWaiting(item); toEnd(); },
    state: (item, state) => view.mark(item, state),
    signedOut: signedOut,
  });
  const live = new own.Live(start.seq, { line: arrived, online: online, signedOut: signedOut });

  function isAtEnd() { return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120; }
  function toEnd() { scroll.scrollTop = scroll.scrollHeight; by('news').hidden = true; }

  /* A keyboard that opens or a phone that is turned leaves the newest words in view. */
  let wasAtEnd = true;
  scroll.addEventListener('scroll', () => { if (scroll.clientHeight === height) wasAtEnd = isAtEnd(); }, { passive: true });
  let height = scroll.clientHeight;
  function keepEnd() {
    height = scroll.clientHeight;
    if (wasAtEnd) toEnd();
  }
  window.addEventListener('resize', keepEnd);

  /** The end of the conversation, but a message longer than the screen is shown from its first line. */
  function toNewest() {
    toEnd();
    const last = by('log').lastElementChild;
    if (last && last.offsetHeight > scroll.clientHeight) scroll.scrollTop = last.offsetTop - scroll.offsetTop - 8;
  }

  function arrived(line) {
    const wasAtEnd = isAtEnd();
    const isNew = view.show(line);
    count(line);
    if (wasAtEnd || line.mine) (isNew && !line.mine ? toNewest : toEnd)();
    else if (isNew) by('news').hidden = false;
    if (isNew && !line.mine) view.follow(line.id);
    seen();
  }

  function count(line) {
    if (!line.mine && line.seq > read) unread.add(line.id);
  }

  /** The chat is before somebody's eyes: the title and the mark on the icon go, the server keeps it. */
  function seen() {
    if (!document.hidden && unread.size) {
      unread.clear();
      read = live.seq;
      own.post('chat/read?seq=' + read, {}).catch(() => { /* next time */ });
    }
    document.title = unread.size ? '(' + unread.size + ') ' + title : title;
    const icon = by('icon');
    icon.href = icon.getAttribute(unread.size ? 'data-news' : 'data-calm');
  }

  function online(is) {
    by('state').textContent = is ? '' : words.offline;
    talk.classList.toggle('offline', !is);
    keepEnd();
  }

  function signedOut() {
    queue.clear();
    location.replace('join');
  }

  function tap(line, choice) {
    queue.add({ kind: 'tap', message: line.id, route: choice[1] }, choice[0]);
  }

  function say(words) {
    const body = { kind: 'text', text: words };
    if (reply) body.reply_to = reply.id;
    queue.add(body, words);
    answer(null);
  }

  /** The next message answers this one (null: none). */
  function answer(line) {
    reply = line;
    by('replying').hidden = !line;
    if (line) {
      by('replying').firstElementChild.textContent = words.replying + ': ' + line.text.split('\n')[0];
      text.focus();
    }
    keepEnd();
  }

  function grow() {
    text.style.height = 'auto';
    text.style.height = Math.min(text.scrollHeight + 2, 160) + 'px';
  }

  by('write').addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = text.value.trim();
    if (!typed) return;
    say(typed);
    text.value = '';
    grow();
    text.focus();
  });
  text.addEventListener('input', grow);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      by('write').querySelector('.send').click();
    }
    if (event.key === 'Escape') answer(null);
  });
  by('replying').querySelector('button').addEventListener('click', () => answer(null));
  by('commands').addEventListener('click', (event) => {
    const said = event.target.getAttribute('data-say');
    if (said) queue.add({ kind: 'text', text: said }, event.target.textContent);
  });
  by('news').addEventListener('click', toEnd);
  by('leave').addEventListener('submit', () => queue.clear());
  document.addEventListener('visibilitychange', seen);

  by('older').addEventListener('click', () => {
    fetch('chat/look?above=' + oldest, { credentials: 'same-origin' }).then((answer) => answer.json()).then((found) => {
      const height = scroll.scrollHeight;
      found.lines.forEach((line) => view.show(line));
      if (found.lines.length) oldest = found.lines[0].id;
      by('older').hidden = !found.more;
      scroll.scrollTop += scroll.scrollHeight - height;
    });
  });

  /* Documents: only where the script for sending them is there. */
  function sendFiles(list) {
    const up = new Set();
    let told = false;
    /** The own line, as the last file that is taken goes up: before the answer to it, which is quick. */
    const tell = () => {
      if (told || !up.size) return;
      told = true;
      const names = Array.from(up);
      queue.add({ kind: 'note', names: names }, names.join(', '));
    };
    const progress = (now) => {
      by('state').textContent = now.file.name + ': ' + Math.floor((100 * now.sent) / (now.size || 1)) + ' %';
      if (now.state === 'sending' || now.sent === now.size) up.add(now.file.name);
      if (now.file === list[list.length - 1] && up.has(now.file.name)) tell();
    };
    /** What is told of a file, with its name where the words do not begin with it. */
    const named = (name, words) => (words.startsWith(name) ? words : name + ': ' + words);
    const done = (message) => { tell(); by('state').textContent = message; };
    own.upload(list, { caption: text.value.trim(), replyTo: reply ? reply.id : null, onProgress: progress }).then(
      (results) => {
        const refused = results.filter((one) => one.state === 'refused' || one.state === 'unreadable');
        done(refused.map((one) => named(one.file.name, one.told || words.failed)).join(' '));
        text.value = '';
        answer(null);
      },
      (wrong) => done(wrong.told || words.failed)
    );
  }
  if (own.upload) {
    by('attach').hidden = false;
    by('attach').addEventListener('click', () => by('files').click());
    by('files').addEventListener('change', () => {
      const chosen = Array.from(by('files').files);
      by('files').value = '';
      if (chosen.length) sendFiles(chosen);
    });
    talk.addEventListener('dragover', (event) => event.preventDefault());
    talk.addEventListener('drop', (event) => { event.preventDefault(); if (event.dataTransfer.files.length) sendFiles(Array.from(event.dataTransfer.files)); });
  }

  seen();
})();
