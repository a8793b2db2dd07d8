"""A migration. Only the destination must be known; dates decide the client's phase."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.forms import AgencyField, offered_agencies
from ltsa.versions import VersionField

from ..actions.journeys import impossible
from ..codes import COUNTRIES, Scheme, Sector
from ..journeys import OWN_ONLY
from ..models import Journey
from .folded import Folded

DAYS = ("planned_for", "left_on", "returned_on")
LONGEST = 120


class JourneyForm(forms.ModelForm):
    agency = AgencyField(
        label=_("P3MI"),
        help_text=_("Ketik sebagian nama, lalu pilih. Kosongkan bila belum ada di daftar."),
    )
    employer = forms.CharField(label=_("Pemberi kerja"), required=False, max_length=LONGEST)
    sponsor = forms.CharField(
        label=_("Sponsor atau perantara"),
        required=False,
        max_length=LONGEST,
        help_text=_("Hanya lembaga Anda yang membaca ini."),
    )
    version = VersionField(required=False)

    class Meta:
        model = Journey
        fields = ["destination", "sector", "scheme", *DAYS, "cancelled"]
        widgets = {
            "destination": forms.TextInput(
                attrs={"list": "negara-tujuan", "class": "width-half", "autocomplete": "off"}
            ),
            "scheme": forms.RadioSelect,
        }

    def __init__(self, *args, shows_own: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sector"].choices = [("", _("Pilih")), *Sector.choices]
        self.fields["scheme"].choices = Scheme.choices
        self.fields["scheme"].help_text = _("Hanya lembaga Anda yang membaca ini.")
        for name in DAYS:
            self.fields[name].widget.attrs.update({"class": "width-date", "inputmode": "numeric"})
        self.fields["planned_for"].help_text = _("Contoh: 17/08/2026. Boleh perkiraan.")
        self.fields["returned_on"].help_text = _("Kosongkan bila masih bekerja di sana.")
        if not self.instance._state.adding:
            self.initial.update(
                agency=self.instance.agency,
                employer=self.instance.employer,
                sponsor=self.instance.sponsor,
            )
        if not shows_own:
            for name in OWN_ONLY:
                del self.fields[name]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        own = [name for name in ("scheme", "employer", "sponsor") if name in self.fields]
        told = any(self[name].value() for name in own)
        wrong = self.is_bound and any(name in self.errors for name in own)
        helper.layout = Layout(
            Fieldset(_("Tujuan dan pekerjaan"), "destination", "sector", "agency"),
            Fieldset(_("Tanggal"), *DAYS, "cancelled"),
            *(
                [Folded(_("Jalur, pemberi kerja, sponsor"), *own, open=told or wrong)]
                if own
                else []
            ),
            "version",
        )
        return helper

    @property
    def countries(self) -> list[str]:
        return COUNTRIES

    @property
    def agencies(self) -> list[str]:
        return offered_agencies()

    def clean(self):
        data = super().clean()
        for name, words in impossible(data).items():
            self.add_error(name, words)
        return data

    def told(self) -> dict:
        """The journey's fields, as services.actions takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def _post_clean(self):
        """No instance is built here: services.actions does."""
