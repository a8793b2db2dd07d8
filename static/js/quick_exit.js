// Leaves the site at once: the page is emptied first, and "back" does not return to it.
const exit = document.querySelector("[data-quick-exit]");
let shifts = [];

function leave() {
  document.body.replaceChildren();
  document.title = "BMKG";
  window.location.replace(exit.href);
}

if (exit) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  // Three times Shift, for whoever cannot reach for the mouse.
  document.addEventListener("keyup", (event) => {
    const now = Date.now();
    shifts = event.key === "Shift" ? [...shifts.filter((at) => now - at < 2000), now] : [];
    if (shifts.length === 3) leave();
  });
}
