from django import forms
from django.utils.translation import gettext_lazy as _


class MergeForm(forms.Form):
    """Why two records are one person."""

    reason = forms.CharField(
        label=_("Alasan"),
        max_length=200,
        help_text=_("Contoh: NIK sama, ejaan nama berbeda. Alasan ini dicatat."),
    )
