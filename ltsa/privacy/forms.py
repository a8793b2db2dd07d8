from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ltsa.accounts.models import User


class TrailForm(forms.Form):
    """Whose looks, and on which day. Sent by POST, so that no name stands in an address."""

    username = forms.CharField(label=_("Nama pengguna petugas"), max_length=60, required=False)
    day = forms.DateField(
        label=_("Hari"),
        help_text=_("Contoh: 27/10/2026."),
        required=False,
        widget=forms.DateInput(attrs={"inputmode": "numeric", "class": "width-date"}),
    )

    def clean_username(self):
        name = self.cleaned_data["username"]
        self.cleaned_data["person"] = User.objects.filter(username=name).first() if name else None
        if name and self.cleaned_data["person"] is None:
            raise ValidationError(_("Tidak ada petugas dengan nama pengguna ini."))
        return name
