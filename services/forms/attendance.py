from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ltsa.sheets import SheetError, read_sheet

from ..attendance import MOST, as_text, count_lines, read_list
from ..codes import AgeBand, Phase, Sex

MAX_COLUMNS = 30
LONGEST = 200_000  # signs


class AttendanceForm(forms.Form):
    """A list that is pasted or brought; looked at first, saved when every line is right."""

    sheet = forms.FileField(label=_("Berkas Excel atau CSV"), required=False)
    text = forms.CharField(
        label=_("Daftar nama"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "class": "list", "spellcheck": "false"}),
        help_text=_(
            "Satu orang satu baris: nama; P atau L; umur; desa; nomor HP; ingin dihubungi."
        ),
    )
    phase = forms.ChoiceField(
        label=_("Tahap migrasi"),
        choices=Phase.choices,
        initial=Phase.BEFORE,
        widget=forms.RadioSelect,
        help_text=_("Dipakai untuk baris yang tidak menulisnya."),
    )
    age_band = forms.ChoiceField(
        label=_("Kelompok umur"),
        choices=[("", _("Harus ada di setiap baris")), *AgeBand.choices],
        required=False,
        help_text=_("Dipakai untuk baris yang tidak menulisnya."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.lines: list = []
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean(self):
        data = super().clean()
        text = self._text(data)
        if self.errors:
            return data
        if not text.strip():
            raise ValidationError(_("Tempel daftar nama, atau pilih berkasnya."))
        if len(text) > LONGEST or count_lines(text) > MOST + 1:
            raise ValidationError(
                _(
                    "Paling banyak %(most)s orang sekali simpan. Bagi daftarnya, lalu simpan bergantian."
                )
                % {"most": MOST}
            )
        told = {"phase": data["phase"], "age_band": data["age_band"]}
        data["lines"] = self.lines = read_list(text, user=self.user, **told)
        if not self.lines:
            raise ValidationError(_("Daftar ini hanya berisi judul kolom."))
        return data

    def _text(self, data: dict) -> str:
        """What was pasted, or what the file holds: put into the box, so that it can be mended and is never lost."""
        text, upload = data.get("text") or "", data.pop("sheet", None)
        if not upload:
            return text
        try:
            sheet = read_sheet(upload, max_rows=MOST, max_columns=MAX_COLUMNS)
        except SheetError as error:
            self.add_error("sheet", error)
            return text
        text = as_text(sheet.headers, [row.cells for row in sheet.rows])
        mended = self.data.copy()
        mended[self.add_prefix("text")] = text
        self.data = mended
        data["text"] = text
        return text

    @property
    def is_ready(self) -> bool:
        """Every line is understood, and she has seen what was made of them."""
        wrong = any(line.mistakes for line in self.lines)
        return self.data.get("do") == "save" and bool(self.lines) and not wrong


class AttendeeForm(forms.Form):
    """One more person, quickly: name, Tab, Tab, Enter."""

    name = forms.CharField(label=_("Nama"), max_length=120)
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=Sex.choices)
    age_band = forms.ChoiceField(label=_("Kelompok umur"), choices=AgeBand.choices)
    phase = forms.ChoiceField(label=_("Tahap migrasi"), choices=Phase.choices)
    village = forms.CharField(label=_("Desa"), max_length=80, required=False)
    phone = forms.CharField(
        label=_("Nomor HP"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    wants = forms.BooleanField(label=_("Ingin dihubungi"), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self):
        """Read as one line of a list is, with the same answers to the same words."""
        data = super().clean()
        if self.errors:
            return data
        words = ["name", "village", "phone"]
        cells = {name: data[name].replace("\t", " ").replace('"', "") for name in words}
        head = "nama\tlp\tumur\tdesa\thp\tingin dihubungi"
        wants = "ya" if data["wants"] else ""
        row = [
            cells["name"],
            data["sex"],
            data["age_band"],
            cells["village"],
            cells["phone"],
            wants,
        ]
        text = head + "\n" + "\t".join(" ".join(cell.split()) for cell in row)
        data["lines"] = read_list(text, user=self.user, phase=data["phase"])
        for mistake in [one for line in data["lines"] for one in line.mistakes]:
            self.add_error(None, mistake)
        return data
