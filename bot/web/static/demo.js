/* The demo's clock. */
(function () {
  'use strict';
  const clock = document.getElementById('clock');
  const buttons = document.querySelectorAll('[data-to]');

  function show(answer) {
    return answer.json().then((told) => { clock.textContent = told.clock; });
  }

  Array.prototype.forEach.call(buttons, (button) => button.addEventListener('click', () => {
    Array.prototype.forEach.call(buttons, (one) => { one.disabled = true; });
    const done = () => Array.prototype.forEach.call(buttons, (one) => { one.disabled = false; });
    fetch('demo/clock?to=' + button.getAttribute('data-to'), { method: 'POST' }).then(show).then(done, done);
  }));
  setInterval(() => fetch('demo/clock').then(show, () => { /* it was ended */ }), 20000);
})();
