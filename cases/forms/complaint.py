"""Who complains, about whom, for what, and where else it lies (domain 3.4)."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa import phone as phones
from ltsa.organisations.forms import AgencyField, offered_agencies
from ltsa.versions import VersionField
from services.codes import COUNTRIES, PhoneSafe

from ..codes import (
    ClaimKind,
    ClaimState,
    Currency,
    ReportedBy,
    RespondentKind,
    TicketSystem,
)
from ..models import Claim
from .money import MoneyField, day_field, helper


class PhoneField(forms.CharField):
    """A number of any country, kept as E.164."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"class": "width-phone", "inputmode": "tel"})
        super().__init__(**{"max_length": 40, "required": False, "widget": widget} | kwargs)

    def clean(self, value):
        return phones.normalise(super().clean(value) or "")


class ComplainantForm(forms.Form):
    """The fields about who complains and what happened; of a new case and of one that stands."""

    complainant = forms.CharField(label=_("Nama pelapor"), max_length=120, required=False)
    complainant_relation = forms.CharField(
        label=_("Hubungan dengan klien"),
        max_length=60,
        required=False,
        help_text=_("Misalnya: ibu, suami, ketua RT."),
    )
    complainant_phone = PhoneField(label=_("Nomor HP pelapor"))
    happened_on = day_field(_("Tanggal kejadian"), required=False)
    happened_in = forms.CharField(
        label=_("Negara kejadian"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "daftar-negara", "class": "width-half"}),
    )

    countries = COUNTRIES


class ComplaintForm(ComplainantForm):
    reported_by = forms.ChoiceField(
        label=_("Siapa yang melapor?"), choices=ReportedBy.choices, widget=forms.RadioSelect
    )
    complainant_phone_safe = forms.ChoiceField(
        label=_("Aman dihubungi?"),
        choices=PhoneSafe.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    power_of_attorney = forms.BooleanField(label=_("Ada surat kuasa dari klien"), required=False)
    version = VersionField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper(
            Fieldset(
                _("Pelapor"),
                "reported_by",
                HTML('<p class="soft">'),
                HTML(
                    _("Bila klien sendiri yang melapor, isian pelapor di bawah ini tidak disimpan.")
                ),
                HTML("</p>"),
                "complainant",
                "complainant_relation",
                "complainant_phone",
                "complainant_phone_safe",
                "power_of_attorney",
            ),
            Fieldset(_("Kejadiannya"), "happened_on", "happened_in"),
            "version",
        )


class RespondentForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Siapa yang diadukan?"), choices=[("", _("Pilih")), *RespondentKind.choices]
    )
    agency = AgencyField(
        label=_("Nama di daftar P3MI dan LPK"),
        help_text=_("Ketik sebagian nama, lalu pilih. Kosongkan bila bukan perusahaan di daftar."),
    )
    name = forms.CharField(
        label=_("Nama"),
        max_length=160,
        required=False,
        help_text=_("Untuk orang atau perusahaan yang belum ada di daftar."),
    )
    contact = forms.CharField(
        label=_("Alamat atau telepon"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = VersionField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].conditional = True  # one of the two
        self.fields["agency"].conditional = True
        self.helper: FormHelper = helper(*self.fields)

    @property
    def agencies(self) -> list[str]:
        return offered_agencies()

    def told(self) -> dict:
        return _without_version(self.cleaned_data)


class ClaimForm(forms.Form):
    """A new claim; of an amount only when it is money."""

    kind = forms.ChoiceField(
        label=_("Apa yang dituntut?"), choices=ClaimKind.choices, widget=forms.RadioSelect
    )
    amount = MoneyField(
        label=_("Jumlah uang"), required=False, help_text=_("Contoh: 18.400 atau 18.400,50")
    )
    currency = forms.ChoiceField(
        label=_("Mata uang"),
        choices=[("", _("Pilih mata uang")), *Currency.choices],
        required=False,
    )
    text = forms.CharField(
        label=_("Keterangan"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Misalnya: gaji Maret sampai Mei, atau paspor dan ijazah."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("amount", "currency"):
            self.fields[name].conditional = True
        self.helper = helper(*self.fields)


FOLLOWS = _("Mengikuti uang yang diterima")


class ClaimEditForm(ClaimForm):
    """What it is stays; how much, and how far it is met, may change."""

    state = forms.ChoiceField(
        label=_("Sudah dipenuhi?"), choices=ClaimState.choices, widget=forms.RadioSelect
    )
    version = VersionField()

    def __init__(self, *args, claim: Claim, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["kind"]
        if claim.kind == ClaimKind.MONEY:
            self.fields["amount"].required = self.fields["currency"].required = True
            dropped = ClaimState.DROPPED
            self.fields["state"].choices = [
                (ClaimState.OPEN.value, FOLLOWS),
                (dropped.value, dropped.label),
            ]
        else:
            del self.fields["amount"], self.fields["currency"]
        self.helper = helper(*self.fields)


class TicketForm(forms.Form):
    system = forms.ChoiceField(
        label=_("Sistem"), choices=TicketSystem.choices, widget=forms.RadioSelect
    )
    number = forms.CharField(label=_("Nomor"), max_length=80)
    opened_on = day_field(_("Tanggal dibuat di sana"))
    note = forms.CharField(
        label=_("Perkembangan"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper(*self.fields)


class TicketEditForm(TicketForm):
    ended_on = day_field(_("Selesai di sana pada"), required=False)
    version = VersionField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["system"]
        self.helper = helper(*self.fields)


def _without_version(data: dict) -> dict:
    return {name: value for name, value in data.items() if name != "version"}
