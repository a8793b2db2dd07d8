from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Migrant


class ClientCodeForm(forms.Form):
    """The code of a client whom this officer may see."""

    code = forms.CharField(
        label=_("Kode klien"), max_length=20, help_text=_("Contoh: K-7Q2M4XA, dari halaman klien.")
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_code(self):
        code = self.cleaned_data["code"].strip().upper()
        found = Migrant.objects.identified_for(self.user).filter(code=code).first()
        if found is None:
            raise forms.ValidationError(_("Kode ini tidak ditemukan. Periksa di halaman klien."))
        self.cleaned_data["migrant"] = found
        return code
