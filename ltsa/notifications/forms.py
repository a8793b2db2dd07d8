from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.phone import display, normalise
from ltsa.versions import VersionField

from .gateway import is_offered
from .models import Preference

TIMES = ("digest_at", "quiet_from", "quiet_until")


class PreferenceForm(forms.ModelForm):
    """How and when one is told. Without a gateway nothing is offered by phone. Saved by the action."""

    version = VersionField()

    class Meta:
        model = Preference
        fields = ["mail", "phone_channel", "phone", *TIMES, "version"]
        widgets = {"mail": forms.RadioSelect, "phone_channel": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mail"].label = _("Kapan surel dikirim")
        self.fields["mail"].help_text = _("Yang darurat selalu dikirim lewat surel, saat itu juga.")
        self.fields["digest_at"].required = False
        self.fields["digest_at"].help_text = _("Bila Anda memilih ringkasan. Contoh: 07.00")
        self.fields["quiet_from"].help_text = _("Contoh: 21.00")
        self.fields["quiet_until"].help_text = _(
            "Contoh: 06.00. Di antaranya tidak ada surel dan pesan, kecuali yang darurat."
        )
        for name in TIMES:
            attrs = {"class": "width-time", "inputmode": "decimal"}
            self.fields[name].widget = forms.TimeInput(format="%H.%M", attrs=attrs)
        if is_offered():
            self.fields["phone"] = _number(self.instance.phone)
        else:
            del self.fields["phone_channel"], self.fields["phone"]
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout(
            Fieldset(_("Surel"), "mail", "digest_at"),
            *([Fieldset(_("HP"), "phone_channel", "phone")] if is_offered() else []),
            Fieldset(_("Waktu istirahat"), "quiet_from", "quiet_until"),
            "version",
        )

    def clean_digest_at(self):
        return self.cleaned_data["digest_at"] or self.instance.digest_at

    def clean_phone(self):
        return normalise(self.cleaned_data["phone"])

    def clean(self):
        told = super().clean() or {}
        start, end = told.get("quiet_from"), told.get("quiet_until")
        if not self.errors and (start is None) != (end is None):
            missing = "quiet_from" if start is None else "quiet_until"
            self.add_error(missing, _("Isi dari jam berapa dan sampai jam berapa, atau kosongkan."))
        if start is not None and start == end:
            self.add_error("quiet_until", _("Jam mulai dan jam selesai sama."))
        wants = told.get("phone_channel", Preference.Phone.OFF) != Preference.Phone.OFF
        if wants and "phone" not in self.errors and not told.get("phone"):
            self.add_error("phone", _("Isi nomor HP Anda, atau pilih Tidak."))
        return told

    def _post_clean(self):
        """No instance is built here: the action does."""


def _number(kept: str) -> forms.CharField:
    return forms.CharField(
        label=_("Nomor HP Anda"),
        required=False,
        max_length=40,
        initial=display(kept) if kept else "",
        help_text=_("Nomor Anda sendiri, yang tidak dibaca orang lain."),
        widget=forms.TextInput(
            attrs={"class": "width-phone", "autocomplete": "tel", "type": "tel"}
        ),
    )
