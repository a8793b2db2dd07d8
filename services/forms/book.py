"""Bringing in a book: the file, and which of its columns means what."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ltsa.sheets import read_sheet

from ..books.columns import BY_NAME, COLUMNS, SAME
from ..codes import Channel, ClientType, Outcome, Phase, RowChoice, SessionKind

MAX_ROWS, MAX_COLUMNS = 10_000, 60
# What may be the same on every line of a book that has no column for it.
CONSTANT = {
    "client_type": ClientType,
    "phase": Phase,
    "kind": SessionKind,
    "channel": Channel,
    "outcome": Outcome,
}
PERSON = ("full_name", "sex", "birth_date", "age", "village", "subdistrict", "client_type")
TALK = ("date", "kind")


class BookForm(forms.Form):
    file = forms.FileField(
        label=_("Buku Excel atau CSV"),
        help_text=_("Paling besar 10 MB dan 10.000 baris. Berkasnya sendiri tidak disimpan."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        max_length=200,
        allow_empty_file=True,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = _helper(Layout("file"))

    def clean_file(self):
        """The sheet that was in it stands in `self.sheet`; the file is told by its size, for a repeated POST."""
        upload = self.cleaned_data["file"]
        self.sheet = read_sheet(upload, max_rows=MAX_ROWS, max_columns=MAX_COLUMNS)
        if not self.sheet.rows:
            raise ValidationError(_("Di bawah judul kolom belum ada isian."))
        return upload.size


class ColumnsForm(forms.Form):
    agreed = forms.BooleanField(
        label=_("Orang di buku ini sudah setuju dicatat. Yang tidak setuju ditulis tanpa nama."),
        error_messages={"required": _("Pastikan dulu persetujuan orang di buku ini.")},
    )

    def __init__(self, *args, headers: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        named = [(header, header) for header in headers]
        for column in COLUMNS:
            self.fields[column.name] = forms.ChoiceField(
                label=str(column.label),
                required=column.required,
                choices=[
                    ("", _("Pilih kolom") if column.required else _("Tidak ada")),
                    (_("Kolom di buku"), named),
                    *_same_for_all(column.name),
                ],
                help_text=str(column.hint),
            )
        self.fields["age"].conditional = True
        rest = [one.name for one in COLUMNS if one.name not in PERSON + TALK]
        rest_open = " open" if any(self[name].errors for name in rest) else ""
        self.helper = _helper(
            Layout(
                Fieldset(_("Orangnya"), *PERSON),
                Fieldset(_("Layanannya"), *TALK),
                HTML(f'<details class="more"{rest_open}><summary>'),
                HTML(gettext("Kolom lain")),
                HTML("</summary>"),
                *rest,
                HTML("</details>"),
                "agreed",
            )
        )

    def clean(self):
        data = super().clean()
        if not data.get("birth_date") and not data.get("age"):
            self.add_error("age", _("Pilih kolom umur atau tanggal lahir."))
        taken: dict[str, str] = {}
        for name in BY_NAME:
            header = data.get(name)
            if not header or header.startswith(SAME):
                continue
            if header in taken:
                told = _("Kolom ini sudah dipakai untuk “%(field)s”.")
                self.add_error(name, told % {"field": BY_NAME[taken[header]].label})
            taken.setdefault(header, name)
        return data

    def columns(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in BY_NAME if self.cleaned_data[name]}


def _same_for_all(name: str) -> list:
    if name not in CONSTANT:
        return []
    choices = [(SAME + value, label) for value, label in CONSTANT[name].choices]
    return [(_("Sama untuk semua baris"), choices)]


class UndecidedForm(forms.Form):
    """One answer for every line that has none yet."""

    choice = forms.ChoiceField(
        label=_("Untuk semua yang belum diputuskan"),
        choices=RowChoice.choices,
        widget=forms.RadioSelect,
    )


class DoublesForm(forms.Form):
    """One answer a line: {id of the line: choice}."""

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        for row in rows:
            field = forms.ChoiceField(
                label=_("Apa yang dilakukan?"),
                choices=RowChoice.choices,
                widget=forms.RadioSelect,
                required=False,
                initial=row.choice,
            )
            field.conditional = True
            self.fields[str(row.pk)] = field

    def choices(self) -> dict[int, str]:
        return {int(name): choice for name, choice in self.cleaned_data.items() if choice}


def _helper(layout: Layout) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = layout
    return helper
