/* The desk's files: each is sent as a table of its own, then the page opens what was read of it. */
(function () {
  'use strict';
  const own = window.nhacviec;
  const words = JSON.parse(document.getElementById('load').getAttribute('data-words'));
  const list = document.getElementById('sent');
  const zone = document.getElementById('drop');
  const input = document.getElementById('files');
  own.page = 'load';

  function say(text, values) {
    return Object.keys(values).reduce((told, name) => told.replace('{' + name + '}', values[name]), text);
  }

  function line(file) {
    const made = document.createElement('li');
    made.textContent = say(words.reading, { name: file.name });
    list.appendChild(made);
    return made;
  }

  function shown(item, now) {
    const percent = Math.floor((100 * now.sent) / (now.size || 1));
    const text = { sending: words.sending, offline: words.offline }[now.state] || words.reading;
    item.textContent = say(text, { name: now.file.name, percent: percent });
  }

  function refused(item, file, told) {
    item.className = 'bad';
    item.textContent = told ? (told.indexOf(file.name) >= 0 ? told : file.name + ': ' + told) : say(words.failed, { name: file.name });
  }

  /** One file after the other; what is not even taken stays on the page, the rest is told by the next one. */
  async function send(files) {
    const sent = [];
    let stays = false;
    input.disabled = true;
    for (const file of files) {
      const item = line(file);
      try {
        const options = { batch: 'table-' + own.freshBatch(), onProgress: (now) => shown(item, now) };
        const result = (await own.upload([file], options))[0];
        if (result.id) sent.push(result.id);
        if (!result.id) { refused(item, file, result.told); stays = true; }
      } catch (wrong) {
        if (wrong.status === 401) return location.replace('join');
        refused(item, file, wrong.told);
        stays = true;
      }
    }
    input.disabled = false;
    const next = 'load?' + sent.map((id) => 'sent=' + id).join('&');
    if (sent.length && !stays) return location.assign(next);
    if (sent.length) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = next;
      link.textContent = words.see;
      item.appendChild(link);
      list.appendChild(item);
    }
    return null;
  }

  function taken() {
    const chosen = Array.from(input.files);
    input.value = '';
    if (chosen.length) send(chosen);
  }
  input.addEventListener('change', taken);
  taken(); // what was chosen before this script was there
  ['dragenter', 'dragover', 'dragleave', 'drop'].forEach((name) => {
    window.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.toggle('over', name === 'dragenter' || name === 'dragover');
    });
  });
  window.addEventListener('drop', (event) => {
    if (event.dataTransfer.files.length && !input.disabled) send(Array.from(event.dataTransfer.files));
  });
})();
