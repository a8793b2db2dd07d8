// Hides the screen from other eyes: after two idle minutes, on the button, or on Escape twice.
// What was typed stays where it is; the session has its own, longer clock on the server.
const IDLE_MS = 2 * 60 * 1000;
const DOUBLE_MS = 600;

const sheet = document.querySelector("[data-curtain-sheet]");
const buttons = document.querySelectorAll("[data-curtain]");
let idle = 0;
let lastEscape = 0;
let before = null;

function draw() {
  if (!sheet.hidden) return;
  before = document.activeElement;
  sheet.hidden = false;
  document.body.classList.add("curtained");
  sheet.querySelector("[data-curtain-open]").focus();
}

function open() {
  sheet.hidden = true;
  document.body.classList.remove("curtained");
  before?.focus();
  wait();
}

function wait() {
  clearTimeout(idle);
  idle = setTimeout(draw, IDLE_MS);
}

if (sheet) {
  for (const name of ["pointerdown", "keydown", "scroll", "input"]) {
    document.addEventListener(name, wait, { passive: true, capture: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = Date.now();
    if (now - lastEscape < DOUBLE_MS) draw();
    lastEscape = now;
  });
  sheet.querySelector("[data-curtain-open]").addEventListener("click", open);
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", draw);
  }
  wait();
}
