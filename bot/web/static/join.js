/* A code that came behind the # of a link: it was never sent to anybody, and leaves the address bar at once. */
(function () {
  'use strict';
  function read() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (mangled) { return ''; }
  }

  function take() {
    var code = read().replace(/[^0-9A-Za-z -]/g, '').slice(0, 64);
    if (!code) return;
    history.replaceState(null, '', location.pathname);
    var lead = document.getElementById('lead');
    document.getElementById('code').value = code;
    var refusal = document.querySelector('.refusal');
    if (refusal) refusal.hidden = true;
    lead.textContent = lead.getAttribute('data-arrived');
    document.querySelector('#join button').focus();
  }
  window.addEventListener('hashchange', take);
  take();
})();
