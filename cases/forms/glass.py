from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _


class GlassForm(forms.Form):
    code = forms.CharField(
        label=_("Nomor kasus"),
        max_length=32,
        widget=forms.TextInput(attrs={"class": "width-half", "autocomplete": "off"}),
        help_text=_("Seperti tertulis pada kartu atau disebut lewat telepon."),
    )
    reason = forms.CharField(
        label=_("Mengapa sekarang?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Apa bahayanya, siapa yang meminta, mengapa tidak bisa menunggu."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
