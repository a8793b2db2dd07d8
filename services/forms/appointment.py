"""An appointment: when, how, where, and whether she may be reminded."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..codes import Channel
from ..models import Appointment

FARTHEST = timedelta(days=366)


class AppointmentForm(forms.ModelForm):
    version = VersionField(required=False)

    class Meta:
        model = Appointment
        fields = ["at", "channel", "where", "safe_to_remind"]
        widgets = {
            "at": forms.DateTimeInput(format="%d/%m/%Y %H.%M", attrs={"class": "width-half"}),
            "channel": forms.RadioSelect,
            "where": forms.TextInput,
        }

    def __init__(self, *args, may_remind: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["channel"].choices = Channel.choices
        self.fields["at"].help_text = _("Contoh: 17/08/2026 14.30")
        self.fields["where"].validators.append(MaxLengthValidator(200))
        self.fields["where"].help_text = _("Alamat, tautan panggilan, atau nomor yang dihubungi.")
        self.fields["safe_to_remind"].label = _("Ia mau dan aman diingatkan lewat pesan")
        if not may_remind:
            del self.fields["safe_to_remind"]
        self.initial.setdefault("channel", "face_to_face")
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*self.fields)

    def clean_at(self):
        at, now = self.cleaned_data["at"], timezone.now()
        if at < now - timedelta(minutes=5):
            raise ValidationError(_("Waktu ini sudah lewat. Periksa tanggal dan jamnya."))
        if at > now + FARTHEST:
            raise ValidationError(_("Janji paling jauh satu tahun lagi. Periksa tahunnya."))
        return at

    def told(self) -> dict:
        """The appointment's own fields, as services.actions takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def _post_clean(self):
        """No instance is built here: services.actions does."""
