// Hides the screen from other eyes: after two idle minutes, on the button, or on Escape twice. The server is told and
// shows nothing until it has her password or PIN. What was typed stays where it is. Tabs of one browser go together.
const IDLE_MS = 2 * 60 * 1000;
const DOUBLE_MS = 600;
const AGAIN_MS = 5000;

const sheet = document.querySelector("[data-curtain-sheet]");
const buttons = document.querySelectorAll("[data-curtain]");
const form = sheet?.querySelector("[data-curtain-form]");
const told = sheet?.querySelector("[data-curtain-told]");
const tabs = new BroadcastChannel("curtain");
let idle = 0;
let lastEscape = 0;
let lastSaid = 0;
let before = null;

function cover() {
  if (!sheet.hidden) return;
  before = document.activeElement;
  sheet.hidden = false;
  document.body.classList.add("curtained");
  form.elements.secret.focus();
}

async function tell() {
  if (sheet.hidden) return;
  try {
    const answer = await fetch(sheet.dataset.draw, {
      method: "POST",
      body: new FormData(form),
      redirect: "manual",
      keepalive: true,
    });
    const over = answer.type === "opaqueredirect";
    if (over) told.textContent = sheet.dataset.over;
    else if (answer.status !== 204) setTimeout(tell, AGAIN_MS);
  } catch {
    setTimeout(tell, AGAIN_MS); // not reached: the curtain is down here, and the server is told later
  }
}

function draw() {
  if (!sheet.hidden) return;
  cover();
  form.elements.secret.value = "";
  tabs.postMessage("draw");
  tell();
}

function lift() {
  sheet.hidden = true;
  form.elements.secret.value = told.textContent = "";
  document.body.classList.remove("curtained");
  before?.focus();
  document.dispatchEvent(new CustomEvent("curtain:open"));
  wait();
}

async function open(event) {
  event.preventDefault();
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Curtain": "1" },
      redirect: "manual",
    });
    if (answer.status === 204) {
      tabs.postMessage("open");
      lift();
      return;
    }
    if (answer.type === "opaqueredirect") {
      told.textContent = sheet.dataset.over;
      return;
    }
    const said = await answer.json();
    told.textContent = said.text;
    form.elements.turn.value = said.turn;
    form.elements.secret.select();
  } catch {
    told.textContent = sheet.dataset.unreached;
  }
}

// A page out of the browser's memory (Back) does not know what happened since: covered until the server says.
async function ask() {
  cover();
  try {
    const answer = await fetch(sheet.dataset.draw, { redirect: "manual" });
    if (answer.status === 204) lift();
    else if (answer.type === "opaqueredirect") told.textContent = sheet.dataset.over;
  } catch {
    told.textContent = sheet.dataset.unreached;
  }
}

function wait() {
  clearTimeout(idle);
  idle = setTimeout(draw, IDLE_MS);
}

function worked() {
  wait();
  if (!sheet.hidden || Date.now() - lastSaid < AGAIN_MS) return;
  lastSaid = Date.now();
  tabs.postMessage("worked"); // else an idle tab would draw the curtain over this one
}

if (sheet) {
  for (const name of ["pointerdown", "keydown", "scroll", "input"]) {
    document.addEventListener(name, worked, { passive: true, capture: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = Date.now();
    if (now - lastEscape < DOUBLE_MS) draw();
    lastEscape = now;
  });
  form.addEventListener("submit", open);
  tabs.addEventListener("message", ({ data }) => {
    if (data === "draw") cover();
    if (data === "open" && !sheet.hidden) ask();
    if (data === "worked") wait();
  });
  addEventListener("pageshow", (event) => event.persisted && ask());
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.getResponseHeader("X-Curtain")) cover();
  });
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", draw);
  }
  wait();
}
