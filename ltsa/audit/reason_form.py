from django import forms
from django.utils.translation import gettext_lazy as _

from .reasons import RevealReason


class ReasonForm(forms.Form):
    """Why a number is shown in full. What counts as a reason is the action's to say (reasons.check_reason)."""

    why = forms.ChoiceField(
        label=_("Alasan"),
        choices=RevealReason.choices,
        widget=forms.RadioSelect,
        help_text=_("Alasan ini dicatat, dan petugas pelindungan data dapat membacanya."),
    )
    words = forms.CharField(
        label=_("Keterangan"),
        max_length=200,
        required=False,
        help_text=_("Perlu diisi bila alasannya tidak ada di daftar."),
    )
