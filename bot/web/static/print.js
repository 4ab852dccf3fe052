/* The one button of the sheet. */
document.getElementById('print').addEventListener('click', function () { window.print(); });
