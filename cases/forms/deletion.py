"""What the sender writes down of a house without an account that said it has deleted what it had."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..codes import DeletionWord

TOLD = [(word.value, word.label) for word in (DeletionWord.PHONE, DeletionWord.LETTER)]


class NoteDeletionForm(forms.Form):
    how = forms.ChoiceField(label=_("Dikonfirmasi"), choices=TOLD, widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Siapa yang mengonfirmasi"),
        max_length=120,
        help_text=_("Nama petugas lembaga itu, bukan nama klien."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = forms.DateField(label=_("Tanggal"), widget=forms.DateInput(attrs={"class": "width-date"}))

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise ValidationError(_("Tanggal ini belum terjadi."))
        return day
