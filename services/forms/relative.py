"""A relative who speaks for a migrant: herself, how they are related, and whether there is a letter of authority."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..codes import Relation
from ..models import Relationship
from .migrant import MigrantForm

OLDEST_LETTER = 20  # years


def _check_letter(data: dict) -> None:
    """A day says that there is a letter. Raises ValidationError for a day that cannot be."""
    day, today = data.get("letter_on"), timezone.localdate()
    if day and not (day <= today and today.year - day.year <= OLDEST_LETTER):
        raise ValidationError({"letter_on": _("Tanggal surat kuasa tidak mungkin. Periksa lagi.")})
    data["letter_of_authority"] = bool(data.get("letter_of_authority") or day)


class RelativeForm(MigrantForm):
    relation = forms.ChoiceField(
        label=_("Hubungan dengan PMI"),
        choices=Relation.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    letter_of_authority = forms.BooleanField(label=_("Surat kuasa ada"), required=False)
    letter_on = forms.DateField(
        label=_("Tanggal surat kuasa"),
        required=False,
        widget=forms.DateInput(attrs={"class": "width-date", "inputmode": "numeric"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("client_type", "family")

    def blocks(self) -> list:
        tie = Fieldset(_("Mewakili PMI"), "relation", "letter_of_authority", "letter_on")
        return [tie, *super().blocks()]

    def clean(self):
        data = super().clean()
        _check_letter(data)
        return data

    def tie(self) -> dict:
        names = ("relation", "letter_of_authority", "letter_on")
        return {name: self.cleaned_data[name] for name in names}


class TieForm(forms.ModelForm):
    """How two known clients are related, told or corrected later."""

    version = VersionField(required=False)

    class Meta:
        model = Relationship
        fields = ["relation", "letter_of_authority", "letter_on", "version"]
        widgets = {
            "relation": forms.RadioSelect,
            "letter_on": forms.DateInput(attrs={"class": "width-date", "inputmode": "numeric"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["relation"].choices = Relation.choices
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("relation", "letter_of_authority", "letter_on", "version")

    def clean(self):
        data = super().clean()
        _check_letter(data)
        return data

    def _post_clean(self):
        """The row is written by services.actions.edit_relationship, onto its version."""
