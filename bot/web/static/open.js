/* The proof stands behind the "#", which browsers send to nobody; it goes into the form and out of the address.
   Telegram's is handed over at once; a link waits for a tap, and so does a page that somebody shows in a frame. */
(function () {
  'use strict';
  var form = document.querySelector('form');
  if (!form || location.hash.length < 2) return;
  var told = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData');
  if (window.top !== window.self) {
    var apart = document.getElementById('apart');
    apart.querySelector('a').href = location.href;
    apart.hidden = false;
    return;
  }
  form.elements.proof.value = told || location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  form.querySelector('button').disabled = false;
  if (told) form.submit();
})();
