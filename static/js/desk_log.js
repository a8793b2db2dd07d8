// In the search box of the log, Enter looks for the words; everywhere else in the form it saves. The server does the
// same without this file, with one page more.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.id !== "id_q") return;
  event.preventDefault();
  event.target.form.querySelector("[data-find]").click();
});

// What asks to be looked at once more comes before what was typed.
document.querySelector("[data-doubts]")?.focus();
