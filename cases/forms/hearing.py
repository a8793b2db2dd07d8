"""A meeting as it was: who came, what each said, what was promised. Promises stand line by line; empty ones are left out."""

from crispy_forms.layout import HTML, Div, Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..codes import Currency, HearingResult, PromiseKind
from ..models import Mediation
from .mediation import offer_meetings
from .money import MoneyField, day_field, helper, moment_field

LINES, SHOWN = 6, 2
ITEM = ("kind", "amount", "currency", "due_on", "text")
LONGEST = 5_000


def _words(label) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, max_length=LONGEST, required=False, widget=widget)


class HearingForm(forms.Form):
    meeting = forms.ChoiceField(label=_("Pertemuan"), widget=forms.RadioSelect)
    held_at = moment_field(_("Waktu"))
    place = forms.CharField(label=_("Tempat"), max_length=200)
    online = forms.BooleanField(label=_("Daring"), required=False)
    client_came = forms.BooleanField(label=_("Klien hadir"), required=False)
    respondent_came = forms.BooleanField(label=_("Pihak yang diadukan hadir"), required=False)
    present = forms.CharField(
        label=_("Yang hadir lainnya"),
        max_length=500,
        required=False,
        help_text=_("Misalnya pendamping, wakil perusahaan, saksi."),
    )
    client_position = _words(_("Keterangan klien"))
    respondent_position = _words(_("Keterangan pihak yang diadukan"))
    result = forms.ChoiceField(
        label=_("Hasil"), choices=HearingResult.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args, mediation: Mediation, **kwargs):
        super().__init__(*args, **kwargs)
        offer_meetings(self, mediation)
        for number in range(1, LINES + 1):
            self._add_line(number)
        lines = [self._line(number) for number in range(1, LINES + 1)]
        more = [
            HTML('<details class="more"><summary>'),
            HTML(gettext("Tambah janji lain")),
            HTML("</summary>"),
            *lines[SHOWN:],
            HTML("</details>"),
        ]
        self.helper = helper(
            Fieldset(_("Pertemuan"), "meeting", "held_at", "place", "online"),
            Fieldset(_("Yang hadir"), "client_came", "respondent_came", "present"),
            Fieldset(_("Keterangan"), "client_position", "respondent_position"),
            Fieldset(_("Hasil"), "result"),
            Fieldset(_("Yang dijanjikan, bila ada"), *lines[:SHOWN], *more),
        )  # fmt: skip

    def _add_line(self, number: int) -> None:
        kinds = [("", _("Tidak ada")), *PromiseKind.choices]
        self.fields |= {
            f"kind_{number}": forms.ChoiceField(label=_("Apa"), choices=kinds, required=False),
            f"amount_{number}": MoneyField(label=_("Jumlah uang"), required=False),
            f"currency_{number}": forms.ChoiceField(
                label=_("Mata uang"), choices=Currency.choices, required=False
            ),
            f"due_on_{number}": day_field(_("Paling lambat"), required=False),
            f"text_{number}": forms.CharField(
                label=_("Keterangan"), max_length=300, required=False
            ),
        }

    def _line(self, number: int) -> Div:
        for name in ITEM:
            self.fields[f"{name}_{number}"].conditional = True
        title = gettext("Janji %(number)d") % {"number": number}
        names = [f"{name}_{number}" for name in ITEM]
        return Div(HTML(f"<h2>{title}</h2>"), *names, css_class="panel panel-quiet form-panel")

    def clean(self):
        told = super().clean()
        for number in range(1, LINES + 1):
            if told.get(f"kind_{number}") and f"due_on_{number}" not in self.errors:
                if not told.get(f"due_on_{number}"):
                    self.add_error(f"due_on_{number}", _("Tulis tanggal paling lambat."))
            elif told.get(f"amount_{number}") or told.get(f"text_{number}"):
                self.add_error(f"kind_{number}", ValidationError(_("Pilih apa yang dijanjikan.")))
        return told

    def told(self) -> dict:
        """What cases.actions.hold_hearing takes."""
        told = dict(self.cleaned_data)
        lines = []
        for number in range(1, LINES + 1):
            line = {name: told.pop(f"{name}_{number}") for name in ITEM}
            if line["kind"]:
                lines.append(
                    line
                    if line["kind"] == PromiseKind.MONEY
                    else line | {"amount": None, "currency": ""}
                )
        return told | {"items": lines}
