// The secret of the link stands behind the "#", which browsers send to nobody; it goes into the form and out of the address.
const form = document.querySelector("form");
if (form && location.hash.length > 1) {
  form.elements.secret.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  form.querySelector("button").disabled = false;
}
