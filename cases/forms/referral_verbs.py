"""What each verb of a referral asks, after it was written."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.models import Organisation, ServiceCode

from ..codes import CallResult, DeclineReason
from ..people import suggestible
from ..shared_page import unshared
from .client_feedback import ClientFeedbackForm

FARTHEST = timedelta(days=366)  # a first meeting


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

    def clean_appointment(self):
        when, now = self.cleaned_data["appointment"], timezone.now()
        if when and not now - timedelta(days=1) <= when <= now + FARTHEST:
            raise ValidationError(_("Pilih waktu dalam satu tahun ini."))
        return when

    def ask_about(self, referral, user) -> None:
        """Whoever taps is the one to call, as long as nobody else is named."""
        self.initial["contact"] = self.one_to_call = referral.contact or str(user)
        self.initial["appointment"] = referral.appointment_at

    def clean_contact(self):
        return self.cleaned_data["contact"] or getattr(self, "one_to_call", "")


class StartForm(AcceptForm):
    """By now she knows whom to call and when to come; both are told to the sender."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].required = True
        self.fields["contact"].help_text = _("Pengirim dan klien akan menghubunginya.")


class DeclineForm(_VerbForm):
    reason = forms.ChoiceField(
        label=_("Alasan"), choices=DeclineReason.choices, widget=forms.RadioSelect
    )
    suggested = forms.ModelChoiceField(
        label=_("Lembaga lain yang Anda sarankan"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Tidak ada saran"),
        help_text=_("Pengirim membacanya sebagai pilihan berikutnya."),
    )
    note = forms.CharField(
        label=_("Catatan"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wajib diisi bila alasannya lain."),
    )

    def ask_about(self, referral, user) -> None:
        self.fields["suggested"].queryset = suggestible(referral, user)


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
        help_text=_("Data lain dan berkasnya diambil seperti yang tercatat sekarang."),
    )

    def ask_about(self, referral, user) -> None:
        self.initial["needs"] = referral.needs
        self.changed = unshared(referral, user)


class CallForm(_VerbForm):
    result = forms.ChoiceField(
        label=_("Hasil telepon"), choices=CallResult.choices, widget=forms.RadioSelect
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Pesan"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class FeedbackForm(NoteForm):
    """How it went, for the sender: never what was told in a session."""

    text = forms.CharField(
        label=_("Umpan balik"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Status saja: sudah dilayani, perlu datang lagi, atau selesai. Bukan isi konseling."
        ),
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
    "ask_client": ClientFeedbackForm,
    "ask": NoteForm,
    "answer": NoteForm,
    "feedback": FeedbackForm,
}
