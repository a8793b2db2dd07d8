// Sixteen digits are asked about as soon as they stand there; "Pakai" fills only what is still empty.
for (const field of document.querySelectorAll("[data-nik]")) {
  const place = document.createElement("div");
  place.id = "tawaran-nik";
  place.className = "mt-2";
  field.after(place);
  let asked = "";
  field.addEventListener("input", () => {
    const digits = field.value.replace(/\D/g, "");
    if (digits.length < 16 || field.value.includes("*")) {
      place.replaceChildren();
      asked = "";
    } else if (digits !== asked) {
      asked = digits;
      field.dispatchEvent(new CustomEvent("nik-typed", { bubbles: true }));
    }
  });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-nik-use]");
  if (!button) return;
  const form = button.closest("form");
  const birth = form.elements.birth_date;
  const sex = form.querySelector(`[name=sex][value=${button.dataset.sex}]`);
  if (birth && !birth.value && button.dataset.birthDate) {
    birth.value = button.dataset.birthDate;
    birth.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (sex && !form.querySelector("[name=sex]:checked")) {
    sex.checked = true;
    sex.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const done = document.createElement("p");
  done.textContent = button.dataset.done;
  button.replaceWith(done);
  document.getElementById("pengumuman").textContent = button.dataset.done;
  (sex ?? birth)?.focus();
});
