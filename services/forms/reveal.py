from django import forms
from django.utils.translation import gettext_lazy as _

from ..numbers import LABELS


class RevealForm(forms.Form):
    field = forms.ChoiceField(choices=list(LABELS.items()), widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Alasan"), max_length=200, help_text=_("Alasan ini dicatat."))
