/* Draws the conversation: one article a message, in the order of their numbers; texts are only ever set as text. */
(function () {
  'use strict';
  const own = (window.nhacviec = window.nhacviec || {});
  const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

  function make(tag, name, text) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /** Addresses of this room and of Telegram can be tapped, no others: a text may quote what somebody typed. */
  function isOurs(address) {
    return address.indexOf(location.origin + '/') === 0 || address === location.origin || address.indexOf('https://t.me/') === 0;
  }

  function writeText(into, text) {
    let at = 0;
    String(text).replace(LINK, (address, place) => {
      if (!isOurs(address)) return address;
      into.appendChild(document.createTextNode(text.slice(at, place)));
      const link = make('a', '', address);
      link.href = address;
      into.appendChild(link);
      at = place + address.length;
      return address;
    });
    into.appendChild(document.createTextNode(text.slice(at)));
  }

  function size(bytes) {
    return bytes >= 1048576 ? (bytes / 1048576).toFixed(1).replace('.', ',') + ' MB' : Math.max(1, Math.round(bytes / 1024)) + ' KB';
  }

  class View {
    /**
     * @param {HTMLElement} log where messages stand
     * @param {Object} words what the page says
     * @param {{tap: Function, reply: Function}} does what a tapped choice and "reply" do
     */
    constructor(log, words, does) {
      this.log = log;
      this.words = words;
      this.does = does;
      this.known = new Map();
      this.waiting = new Map();
      this.byKey = false;
    }

    /** Shows a message, or what it has become. Returns whether it is new here. */
    show(line) {
      const pending = line.client && this.waiting.get(line.client);
      const before = this.known.get(line.id) || pending;
      if (before && Number(before.getAttribute('data-seq')) >= line.seq) return false;
      const article = this.draw(line);
      if (pending) this.waiting.delete(line.client);
      if (before && !pending) this.log.replaceChild(article, before);
      else {
        if (pending) this.log.removeChild(pending);
        this.log.insertBefore(article, this.next(line.id));
      }
      this.known.set(line.id, article);
      this.days();
      return !before;
    }

    /** After a tap with the keyboard the answer's first choice is at hand. */
    follow(id) {
      const choice = this.byKey && this.known.get(id).querySelector('.choice');
      this.byKey = false;
      if (choice) choice.focus({ preventScroll: true });
    }

    /** The element before which a message of this number belongs: messages still to be sent stand last. */
    next(id) {
      let found = null;
      for (let at = this.log.lastElementChild; at; at = at.previousElementSibling) {
        const number = Number(at.getAttribute('data-id'));
        if (number && number < id) return found;
        found = at;
      }
      return found;
    }

    /** A message that is on its way. */
    showWaiting(item) {
      const article = make('article', 'line mine waiting');
      article.appendChild(make('p', 'text', item.shown));
      article.appendChild(make('p', 'meta', this.words.sending));
      this.log.appendChild(article);
      this.waiting.set(item.id, article);
    }

    mark(item, state) {
      const article = this.waiting.get(item.id);
      if (!article) return;
      article.querySelector('.meta').textContent = this.words[state];
      article.classList.toggle('failed', state === 'failed');
    }

    draw(line) {
      const article = make('article', 'line ' + (line.mine ? 'mine' : 'office'));
      article.setAttribute('data-id', line.id);
      article.setAttribute('data-seq', line.seq);
      article.setAttribute('data-day', line.day);
      article.setAttribute('aria-label', (line.mine ? this.words.me : this.words.office) + ', ' + line.time);
      article.appendChild(make('p', 'day', line.day));
      const text = make('p', 'text');
      writeText(text, line.text);
      if (line.file && line.file.picture) article.appendChild(this.picture(line.file));
      if (line.text) article.appendChild(text);
      if (line.file && !line.file.picture) article.appendChild(this.file(line.file));
      if (line.choices.length) article.appendChild(this.choices(line));
      article.appendChild(this.meta(line));
      return article;
    }

    meta(line) {
      const meta = make('p', 'meta', line.time + (line.edited ? ', ' + this.words.edited : ''));
      if (!line.mine) {
        const reply = make('button', 'quiet reply', this.words.reply);
        reply.type = 'button';
        reply.addEventListener('click', () => this.does.reply(line));
        meta.appendChild(reply);
      }
      return meta;
    }

    file(file) {
      const link = make('a', 'file');
      link.href = file.url;
      link.setAttribute('download', file.name);
      link.appendChild(make('span', 'name', file.name));
      link.appendChild(make('span', 'size', this.words.download + ', ' + size(file.size)));
      return link;
    }

    /** The text below says all that it shows; its size is known before it is there, so that nothing jumps. */
    picture(file) {
      const image = make('img', 'picture');
      [image.width, image.height] = file.picture;
      image.alt = file.name;
      image.src = file.url;
      image.addEventListener('error', () => image.remove());
      return image;
    }

    choices(line) {
      const group = make('div', 'choices');
      const isLong = (choice) => choice[0].length > 26;
      const isList = line.choices.some(isLong);
      line.choices.forEach((choice) => {
        const isWide = choice[2] || isLong(choice);
        const button = make('button', 'choice' + (isWide ? ' wide' : '') + (isWide && isList ? ' long' : ''), choice[0]);
        button.type = 'button';
        button.addEventListener('click', (event) => {
          this.byKey = event.detail === 0;
          Array.prototype.forEach.call(group.children, (one) => { one.disabled = true; });
          setTimeout(() => Array.prototype.forEach.call(group.children, (one) => { one.disabled = false; }), 1500);
          this.does.tap(line, choice);
        });
        group.appendChild(button);
      });
      return group;
    }

    /** The day stands above the first message of each. */
    days() {
      let before = null;
      Array.prototype.forEach.call(this.log.children, (one) => {
        const day = one.getAttribute('data-day');
        one.classList.toggle('first', !!day && day !== before);
        before = day || before;
      });
    }
  }

  own.View = View;
})();
