// Saves what is typed as a draft on the server: a second after the last key, at the latest after ten.
// Nothing is kept in the browser. [data-draft] is the stamp of the form, and where its draft goes.
const QUIET = 1000;
const AT_LATEST = 10000;

function fieldsOf(form) {
  const fields = new FormData(form);
  for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name);
  return fields;
}

function keep(stamp) {
  const form = stamp.form;
  const state = form.querySelector("[data-draft-state]");
  let timer = 0;
  let firstTyped = 0;
  let running = null;
  let said = "";
  let refused = false;

  function say(words) {
    state.textContent = words;
    state.hidden = false;
    const spoken = document.getElementById("pengumuman");
    // Once, not after every pause: a screen reader is listening to the client's story too.
    if (spoken && said !== words) spoken.textContent = words;
    said = words;
  }

  function stop() {
    clearTimeout(timer);
    timer = firstTyped = 0;
    running?.abort();
  }

  async function save() {
    stop();
    const mine = (running = new AbortController());
    try {
      const answer = await fetch(stamp.dataset.draft, {
        method: "POST",
        body: fieldsOf(form),
        redirect: "manual",
        signal: mine.signal,
      });
      // A redirect is the door: the session is over, and the draft waits for the next login.
      refused = answer.headers.has("X-Curtain");
      const kept = answer.status === 204 || answer.type === "opaqueredirect";
      say(kept ? state.dataset.saved : state.dataset.unsaved);
    } catch (error) {
      if (error.name !== "AbortError") say(state.dataset.unsaved);
    }
  }

  function typed() {
    const now = Date.now();
    firstTyped ||= now;
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(QUIET, firstTyped + AT_LATEST - now)));
  }

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("submit", stop);
  document.addEventListener("curtain:open", () => refused && save());
  addEventListener("pagehide", () => {
    if (timer) navigator.sendBeacon(stamp.dataset.draft, fieldsOf(form));
  });
}

for (const stamp of document.querySelectorAll("[data-draft]")) keep(stamp);
