/* The dashboard renews its figures every minute while somebody looks at it; what is focused or scrolled stays. */
(function () {
  'use strict';
  var EVERY = 60000;
  var board = document.getElementById('board');

  function renew() {
    if (document.hidden || !window.fetch || !window.DOMParser) return;
    fetch(location.href, { credentials: 'same-origin' }).then(function (answer) {
      if (answer.redirected || answer.status === 403) { location.reload(); return ''; }
      return answer.ok ? answer.text() : '';
    }).then(function (text) {
      var fresh = text && new DOMParser().parseFromString(text, 'text/html').getElementById('board');
      if (!fresh || board.contains(document.activeElement)) return;
      if (fresh.innerHTML !== board.innerHTML) board.innerHTML = fresh.innerHTML;
    }).catch(function () { /* away for a moment: the next minute tries again */ });
  }

  document.addEventListener('click', function (tap) {
    if (tap.target.id === 'print') window.print();
  });
  if (board) setInterval(renew, EVERY);
})();
