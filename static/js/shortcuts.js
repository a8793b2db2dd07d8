// Alt and the letter that stands on a link follow it: the desk begins a service without reaching for the mouse.
document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
  for (const link of document.querySelectorAll("[data-key]")) {
    if (event.code !== `Key${link.dataset.key.toUpperCase()}`) continue;
    event.preventDefault();
    link.click();
    return;
  }
});
