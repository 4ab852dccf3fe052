/* What is to be sent: kept on the device until the server has it, in order, once each however often it is tried. */
(function () {
  'use strict';
  const own = (window.nhacviec = window.nhacviec || {});
  const FIRST_WAIT = 1000;
  const LAST_WAIT = 20000;

  function number() {
    const bytes = new Uint8Array(12);
    crypto.getRandomValues(bytes);
    return Array.prototype.map.call(bytes, (one) => ('0' + one.toString(16)).slice(-2)).join('');
  }

  class Queue {
    /**
     * @param {number} chat whose messages these are; another person on this device never sends them
     * @param {{added: Function, state: Function, signedOut: Function}} tell what becomes of each
     */
    constructor(chat, tell) {
      this.key = 'nhacviec.queue.' + chat;
      this.tell = tell;
      this.items = this.load();
      this.busy = false;
      this.wait = FIRST_WAIT;
      this.timer = null;
      this.items.forEach((item) => tell.added(item));
      window.addEventListener('online', () => this.pump());
      this.pump();
    }

    load() {
      try { return JSON.parse(localStorage.getItem(this.key)) || []; } catch (unreadable) { return []; }
    }

    save() {
      try { localStorage.setItem(this.key, JSON.stringify(this.items)); } catch (full) { /* it is still in memory */ }
    }

    /** @param {Object} body what the server is given; shown: what the conversation shows meanwhile. */
    add(body, shown) {
      const item = { id: number(), body: body, shown: shown };
      this.items.push(item);
      this.save();
      this.tell.added(item);
      this.pump();
    }

    clear() {
      this.items = [];
      try { localStorage.removeItem(this.key); } catch (refused) { /* nothing was kept */ }
    }

    pump() {
      if (this.busy || !this.items.length) return;
      clearTimeout(this.timer);
      this.busy = true;
      const item = this.items[0];
      own.post('chat/send', Object.assign({ id: item.id }, item.body)).then(
        (answer) => this.answered(item, answer),
        () => this.later(item, this.wait)
      );
    }

    answered(item, answer) {
      if (answer.status === 401) return this.tell.signedOut();
      if (answer.status === 429 || answer.status >= 500) {
        return this.later(item, 1000 * Number(answer.headers.get('Retry-After') || 3));
      }
      this.busy = false;
      this.wait = FIRST_WAIT;
      this.items.shift();
      this.save();
      this.tell.state(item, answer.ok ? 'sending' : 'failed');
      return this.pump();
    }

    later(item, wait) {
      this.busy = false;
      this.tell.state(item, 'waiting');
      this.timer = setTimeout(() => this.pump(), wait);
      this.wait = Math.min(LAST_WAIT, this.wait * 2);
    }
  }

  own.Queue = Queue;
})();
