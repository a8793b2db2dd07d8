from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from .kinds import Kind
from .sheets import check_text


class LetterTextForm(forms.Form):
    """The standard text of one kind; a placeholder that the kind does not know is refused with a list."""

    subject = forms.CharField(label=_("Perihal atau judul"), max_length=120)
    body = forms.CharField(
        label=_("Isi surat"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 22}),
        help_text=_(
            "Baris kosong memisahkan alinea. “label : isi” menjadi baris sejajar, “1. ” menjadi daftar bernomor."
        ),
    )
    version = VersionField()

    def __init__(self, *args, kind: Kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("subject", "body", "version")

    def clean_subject(self):
        return self._checked("subject")

    def clean_body(self):
        return self._checked("body")

    def _checked(self, name: str) -> str:
        text = self.cleaned_data[name]
        check_text(self.kind, text)
        return text


class NewestForm(forms.Form):
    """Which version somebody looked at when she went back to the shipped text."""

    version = VersionField()

    def clean_version(self):
        version = self.cleaned_data["version"]
        if version < 1:
            raise ValidationError(_("Teks bawaan sudah dipakai."))
        return version
