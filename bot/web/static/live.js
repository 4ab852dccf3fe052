/* What is new: Server-Sent Events, which the browser resumes by itself; where they do not get through, asking every few seconds. */
(function () {
  'use strict';
  const own = (window.nhacviec = window.nhacviec || {});
  const ASK_EVERY = 4000;
  const TRY_AGAIN = 60000;
  const PATIENCE = 8000;

  own.post = function (address, body) {
    return fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Nhacviec': '1' },
      body: JSON.stringify(body),
    });
  };

  class Live {
    /**
     * @param {number} seq number of the newest change that the page knows
     * @param {{line: Function, online: Function, signedOut: Function}} tell
     */
    constructor(seq, tell) {
      this.seq = seq;
      this.tell = tell;
      this.source = null;
      this.asking = null;
      this.open();
      window.addEventListener('online', () => { this.ask(); this.open(); });
      document.addEventListener('visibilitychange', () => { if (!document.hidden) this.ask(); });
    }

    took(line) {
      this.seq = Math.max(this.seq, line.seq);
      this.tell.line(line);
    }

    open() {
      if (!window.EventSource) return this.fallBack();
      if (this.source) this.source.close();
      const source = (this.source = new EventSource('chat/events?after=' + this.seq));
      const doubt = setTimeout(() => this.fallBack(), PATIENCE);
      source.onopen = () => {
        clearTimeout(doubt);
        clearInterval(this.asking);
        this.asking = null;
        this.tell.online(true);
      };
      source.addEventListener('line', (event) => this.took(JSON.parse(event.data)));
      source.addEventListener('end', () => { source.close(); this.tell.signedOut(); });
      source.onerror = () => {
        this.tell.online(false);
        if (source.readyState === 2) this.fallBack();
      };
      return source;
    }

    fallBack() {
      if (this.asking) return;
      this.asking = setInterval(() => this.ask(), ASK_EVERY);
      this.ask();
      setTimeout(() => this.open(), TRY_AGAIN);
    }

    ask() {
      fetch('chat/look?after=' + this.seq, { credentials: 'same-origin' }).then(
        (answer) => {
          if (answer.status === 401) return this.tell.signedOut();
          if (!answer.ok) return null;
          this.tell.online(true);
          return answer.json().then((found) => {
            found.lines.forEach((line) => this.took(line));
            if (found.more) this.ask();
          });
        },
        () => this.tell.online(false)
      );
    }
  }

  own.Live = Live;
})();
