// Says at once that a chosen file is too large, before it travels for minutes. The server weighs it again.
for (const field of document.querySelectorAll("input[type=file][data-most]")) {
  field.addEventListener("change", () => {
    const file = field.files[0];
    const large = file && file.size > Number(field.dataset.most);
    field.setCustomValidity(large ? field.dataset.large : "");
    if (large) field.reportValidity();
    if (large) field.value = "";
  });
}
