from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.models import Organisation, ServiceCode
from services.codes import ConsentMethod, DisclosureGroup
from services.texts import REFERRAL

from ..codes import CallResult, DeclineReason, Priority
from ..people import partners_of

CONSENT_DAYS = 90  # a time-limited release (domain 4); the officer may shorten it
LONGEST_CONSENT = timedelta(days=366)


class ReferralForm(forms.Form):
    """To whom, for what, and what may travel; with her consent. Saving makes a draft that shows what will be sent."""

    to = forms.ModelChoiceField(label=_("Lembaga tujuan"), queryset=Organisation.objects.none())
    services = forms.MultipleChoiceField(
        label=_("Layanan yang diminta"),
        choices=ServiceCode.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    priority = forms.ChoiceField(
        label=_("Prioritas"),
        choices=Priority.choices,
        widget=forms.RadioSelect,
        initial=Priority.NORMAL,
        help_text=_("Dijawab dalam: darurat 24 jam, mendesak 3x24 jam, biasa 14 hari."),
    )
    needs = forms.CharField(
        label=_("Ringkasan kebutuhan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Yang dibutuhkan, bukan ceritanya, agar klien tidak perlu mengulang."),
    )
    disclose = forms.MultipleChoiceField(
        label=_("Data yang boleh dikirim"),
        choices=DisclosureGroup.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Kode, kelompok umur, dan jenis kelamin selalu ikut. Lainnya baru terbuka setelah rujukan diterima."
        ),
    )
    consent_given = forms.BooleanField(label=_("Klien sudah mendengar dan setuju"))
    method = forms.ChoiceField(
        label=_("Cara persetujuan"), choices=ConsentMethod.choices, widget=forms.RadioSelect
    )
    expires_on = forms.DateField(
        label=_("Persetujuan berlaku sampai"), widget=forms.DateInput(attrs={"class": "width-date"})
    )

    def __init__(self, *args, user, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = partners_of(case, user)
        self.fields["to"].empty_label = _("Pilih lembaga")
        self.initial.setdefault("disclose", ["identity", "contact", "needs"])
        self.initial.setdefault("expires_on", timezone.localdate() + timedelta(days=CONSENT_DAYS))
        self.fields["consent_given"].error_messages["required"] = _(
            "Tanpa persetujuan klien rujukan tidak dapat dibuat."
        )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(_("Kepada siapa, untuk apa"), "to", "services", "priority", "needs"),
            Fieldset(
                _("Persetujuan klien"),
                "disclose",
                HTML(f'<p class="script">{REFERRAL}</p>'),
                "consent_given",
                "method",
                "expires_on",
            ),
        )

    def clean_expires_on(self):
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        if day < today:
            raise ValidationError(_("Tanggal berlaku sudah lewat. Pilih hari ini atau sesudahnya."))
        if day > today + LONGEST_CONSENT:
            raise ValidationError(_("Persetujuan berlaku paling lama satu tahun."))
        return day

    def verb_fields(self) -> dict:
        """What cases.actions.create_referral takes."""
        data = dict(self.cleaned_data)
        data.pop("consent_given")
        consent = {"method": data.pop("method"), "expires_on": data.pop("expires_on")}
        return data | {"consent": consent}


class _VerbForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AcceptForm(_VerbForm):
    """One tap accepts; who and when may be said now or on starting."""

    contact = forms.CharField(
        label=_("Petugas yang dapat dihubungi"), max_length=120, required=False
    )
    appointment = forms.DateTimeField(
        label=_("Janji pertama"),
        required=False,
        help_text=_("Contoh: 17/08/2026 09.00"),
        widget=forms.DateTimeInput(attrs={"class": "width-half"}),
    )


class StartForm(AcceptForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].required = True


class DeclineForm(_VerbForm):
    reason = forms.ChoiceField(
        label=_("Alasan"), choices=DeclineReason.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Catatan"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReturnForm(_VerbForm):
    reason = forms.CharField(
        label=_("Alasan pengembalian"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReportForm(_VerbForm):
    service = forms.ChoiceField(
        label=_("Layanan yang diberikan"), choices=ServiceCode.choices, required=False
    )
    given_on = forms.DateField(
        label=_("Tanggal"), required=False, widget=forms.DateInput(attrs={"class": "width-date"})
    )
    note = forms.CharField(
        label=_("Catatan status"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Hanya status. Jangan tulis isi konseling."),
    )

    def clean_given_on(self):
        day = self.cleaned_data["given_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("Tanggal layanan belum terjadi."))
        return day


class ShareForm(_VerbForm):
    needs = forms.CharField(
        label=_("Ringkasan kebutuhan"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kosongkan bila masih sama. Data lain diambil seperti yang tercatat sekarang."),
    )


class CallForm(_VerbForm):
    result = forms.ChoiceField(
        label=_("Hasil telepon"), choices=CallResult.choices, widget=forms.RadioSelect
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Pesan"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


# The form of each verb that brings something along; the others are a button.
FORMS = {
    "accept": AcceptForm,
    "start": StartForm,
    "decline": DeclineForm,
    "return": ReturnForm,
    "report_service": ReportForm,
    "share": ShareForm,
    "call": CallForm,
    "ask": NoteForm,
    "answer": NoteForm,
    "feedback": NoteForm,
}
