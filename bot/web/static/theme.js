/* Light or dark: the system's choice until somebody chooses; set before the page is drawn. */
(function () {
  'use strict';
  var KEY = 'nhacviec.theme';
  var root = document.documentElement;

  function kept() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }

  function isDark() {
    var chosen = root.getAttribute('data-theme');
    return chosen ? chosen === 'dark' : !!(window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  var before = kept();
  if (before === 'dark' || before === 'light') root.setAttribute('data-theme', before);

  document.addEventListener('DOMContentLoaded', function () {
    var button = document.getElementById('theme');
    if (!button) return;
    button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', function () {
      var next = isDark() ? 'light' : 'dark';
      root.setAttribute('data-theme', next);
      button.setAttribute('aria-pressed', String(next === 'dark'));
      try { localStorage.setItem(KEY, next); } catch (refused) { /* private mode: for this page only */ }
    });
  });
})();
