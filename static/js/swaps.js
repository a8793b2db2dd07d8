// After htmx changed a part of the page, focus goes where the server points and the change is read
// out: <... data-focus tabindex="-1"> takes the focus, [data-announce] gives the words.
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  const target = part.matches?.("[data-focus]") ? part : part.querySelector?.("[data-focus]");
  if (target) target.focus();
  const words = part.matches?.("[data-announce]") ? part : part.querySelector?.("[data-announce]");
  const status = document.getElementById("pengumuman");
  if (words && status) status.textContent = words.dataset.announce || words.textContent.trim();
});

// The summary of errors takes the focus when a form comes back with some.
document.querySelector("[data-error-summary]")?.focus();
