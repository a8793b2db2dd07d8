from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 5_000


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Catatan"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Apa yang dilakukan atau disepakati. Tulis seperlunya."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
