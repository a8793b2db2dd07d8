// "/" goes to the search field, unless someone is typing.
const search = document.querySelector("[data-search]");

document.addEventListener("keydown", (event) => {
  if (!search || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  search.focus();
  search.select();
});
