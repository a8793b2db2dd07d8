"""The sender's form for a link, and what is asked of the guest behind it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.addresses import address_of
from ltsa.organisations.models import ServiceCode

from ..codes import DeclineReason, LinkWay
from .referral_verbs import AcceptForm, ReportForm, ReturnForm


class LinkForm(forms.Form):
    way = forms.ChoiceField(
        label=_("Cara mengirim"),
        choices=LinkWay.choices,
        widget=forms.RadioSelect,
        initial=LinkWay.MAIL,
    )
    address = forms.EmailField(
        label=_("Alamat surel"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    why = forms.CharField(
        label=_("Mengapa ke alamat ini"),
        required=False,
        max_length=300,
        help_text=_(
            "Isi bila Anda menulis alamat sendiri. Siapa pun yang memegang kotak surel itu menerima tautannya, jadi "
            "pastikan dulu lewat telepon. Alasan ini tercatat."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    opens_identity = forms.BooleanField(
        label=_("Buka nama dan telepon setelah diterima"),
        required=False,
        help_text=_(
            "Tanpa ini mereka membaca kode klien, dan menelepon Anda untuk mengatur pertemuan pertama."
        ),
    )

    def __init__(self, *args, to, **kwargs):
        super().__init__(*args, **kwargs)
        if confirmed := address_of(to):
            words = _("Kosongkan untuk memakai surel lembaga: %(email)s.")
            self.fields["address"].help_text = words % {"email": confirmed}
        else:
            self.fields["address"].help_text = _("Hanya perlu bila dikirim lewat surel.")


class PinForm(forms.Form):
    pin = forms.CharField(
        label=_("PIN enam angka"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "width-short"}
        ),
    )

    def clean_pin(self):
        """As it is heard: "12 34 56" is fine."""
        pin = "".join(self.cleaned_data["pin"].split())
        if len(pin) != 6 or not (pin.isascii() and pin.isdigit()):
            raise ValidationError(_("PIN terdiri dari enam angka."))
        return pin


class _GuestForm(forms.Form):
    name = forms.CharField(
        label=_("Nama Anda"),
        max_length=120,
        help_text=_("Supaya pengirim tahu siapa yang menjawab."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_order = ("name",)

    def told(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class GuestAcceptForm(_GuestForm, AcceptForm):
    contact = forms.CharField(
        label=_("Siapa yang dapat dihubungi, dan nomornya"), max_length=120, required=False
    )


class GuestDeclineForm(_GuestForm):
    reason = forms.ChoiceField(
        label=_("Alasan"), choices=DeclineReason.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Catatan"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class GuestAskForm(_GuestForm):
    text = forms.CharField(
        label=_("Pertanyaan"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class GuestReportForm(_GuestForm, ReportForm):
    service = forms.ChoiceField(
        label=_("Layanan yang diberikan"), choices=ServiceCode.choices, required=False
    )


class GuestReturnForm(_GuestForm, ReturnForm):
    pass


GUEST_FORMS = {
    "accept": GuestAcceptForm,
    "decline": GuestDeclineForm,
    "ask": GuestAskForm,
    "report_service": GuestReportForm,
    "return": GuestReturnForm,
}
