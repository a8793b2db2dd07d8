"""Forms of an organisation's own entry: how it is reached, its hours of a week, the days on which it is closed."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ltsa.versions import VersionField

from ..hours import WEEK, Stretch, overlapping, weekday_name
from ..models import Closure, DisabilityAccess, Language, Organisation
from .organisations import MasterDataForm

WORKDAYS = range(1, 6)
PARTS = ("", "_again")  # before and after a break


class EntryForm(MasterDataForm):
    """What the house itself keeps of its entry."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Bahasa yang dipakai melayani"),
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    disability_access = forms.MultipleChoiceField(
        label=gettext_lazy("Kemudahan bagi penyandang disabilitas"),
        choices=DisabilityAccess.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    version = VersionField()

    class Meta:
        model = Organisation
        fields = [
            "phone", "phone_24h", "address", "hours", "focal_person", "languages",
            "disability_access", "version",
        ]  # fmt: skip
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}

    sections = [
        (
            gettext_lazy("Hubungan"),
            ["phone", "phone_24h", "address", "hours", "focal_person"],
        ),
        (gettext_lazy("Siapa pun terlayani"), ["languages", "disability_access"]),
        (None, ["version"]),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["address"].help_text = _("Alamat rumah aman jangan ditulis di sini.")
        self.fields["hours"].label = _("Keterangan jam layanan")
        self.fields["hours"].help_text = _("Contoh: konseling malam dengan janji.")
        self.fields["focal_person"].help_text = _(
            "Dibaca lembaga lain yang merujuk, tidak tampil untuk umum."
        )


class HourField(forms.TimeField):
    """A time as it is typed in haste: 8, 8.30, 8:30, 08,30 and 0830 are times of the clock."""

    widget = forms.TimeInput(format="%H.%M", attrs={"class": "form-control", "maxlength": 8})

    def to_python(self, value):
        if isinstance(value, str):
            told = value.strip().replace(":", ".").replace(",", ".")
            if told.isdecimal() and len(told) <= 2:
                told += ".00"
            elif told.isdecimal() and len(told) <= 4:
                told = f"{told[:-2]}.{told[-2:]}"
            value = told
        return super().to_python(value)


class HoursForm(forms.Form):
    """A week; each day may have two stretches, with a break between them. `cleaned_data["stretches"]` holds them."""

    same = forms.BooleanField(
        label=gettext_lazy("Selasa sampai Jumat sama dengan Senin"), required=False
    )
    version = VersionField()

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", organisation.version)
        of_day: dict[int, list] = {}
        for row in organisation.opening_hours.all():
            of_day.setdefault(row.weekday, []).append(row)
        for weekday in WEEK:
            known = [(row.opens, row.closes) for row in of_day.get(weekday, [])[:2]]
            for part, times in zip(PARTS, [*known, (None, None), (None, None)], strict=False):
                self._add(f"opens_{weekday}{part}", _("Buka"), weekday, times[0])
                self._add(f"closes_{weekday}{part}", _("Tutup"), weekday, times[1])

    def _add(self, name: str, label: str, weekday: int, value) -> None:
        spoken = f"{weekday_name(weekday)}, {label}"
        field = HourField(label=spoken, required=False)
        field.widget.attrs |= {"aria-label": spoken, "inputmode": "decimal", "placeholder": label}
        self.fields[name] = field
        self.initial.setdefault(name, value)

    @property
    def days(self) -> list[dict]:
        """[{name, pairs: [(opens, closes), the same after a break], break, errors}] for the template."""
        return [self._day(weekday) for weekday in WEEK]

    def _day(self, weekday: int) -> dict:
        pairs = [(self[f"opens_{weekday}{p}"], self[f"closes_{weekday}{p}"]) for p in PARTS]
        return {
            "name": weekday_name(weekday),
            "first": pairs[0],
            "second": pairs[1],
            "has_break": any(one.value() or one.errors for one in pairs[1]),
            "errors": [words for pair in pairs for one in pair for words in one.errors],
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("same"):
            for weekday in WORKDAYS:
                for name in (
                    f"{verb}_{{}}{part}" for verb in ("opens", "closes") for part in PARTS
                ):
                    cleaned[name.format(weekday)] = cleaned.get(name.format(1))
                    self.errors.pop(name.format(weekday), None) if weekday > 1 else None
        cleaned["stretches"] = [
            one for weekday in WEEK for one in self._stretches_of(weekday, cleaned)
        ]
        return cleaned

    def _stretches_of(self, weekday: int, cleaned) -> list[Stretch]:
        found: list[Stretch] = []
        for part in PARTS:
            first, last = f"opens_{weekday}{part}", f"closes_{weekday}{part}"
            opens, closes = cleaned.get(first), cleaned.get(last)
            if first in self.errors or last in self.errors or (opens is None and closes is None):
                continue
            if opens is None or closes is None:
                missing = first if opens is None else last
                self.add_error(missing, _("Isi jam buka dan jam tutup."))
            elif closes <= opens:
                self.add_error(last, _("Jam tutup harus sesudah jam buka."))
            else:
                found.append(Stretch(weekday, opens, closes))
        if overlapping(found):
            self.add_error(f"opens_{weekday}{PARTS[1]}", _("Kedua jam buka bertumpuk."))
        return found


class ClosureForm(MasterDataForm):
    class Meta:
        model = Closure
        fields = ["starts_on", "ends_on", "reason"]

    sections = [(None, ["starts_on", "ends_on", "reason"])]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("starts_on", timezone.localdate())
        self.fields["ends_on"].help_text = _("Hari terakhir tutup, paling lama 60 hari.")
        self.fields["reason"].help_text = _(
            "Dibaca petugas lembaga lain, tidak tampil untuk umum. Contoh: libur bersama."
        )
