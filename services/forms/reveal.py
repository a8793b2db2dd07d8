from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.audit.reason_form import ReasonForm

from ..numbers import LABELS
from ..reveal_ties import tie_label, ties_of


class RevealForm(ReasonForm):
    """Which number, why, and for which of her records."""

    field = forms.ChoiceField(choices=list(LABELS.items()), widget=forms.HiddenInput)
    about = forms.ChoiceField(
        label=_("Untuk urusan yang mana?"),
        required=False,
        help_text=_(
            "Boleh kosong hanya untuk keadaan darurat, mendaftarkan klien, atau alasan lain."
        ),
    )

    def __init__(self, *args, migrant, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.ties = {str(row.pk): row for row in ties_of(migrant, user)}
        named = [(pk, tie_label(row)) for pk, row in self.ties.items()]
        self.fields["about"].choices = [("", _("Pilih")), *named]
        if not named:
            del self.fields["about"]

    def told(self) -> dict:
        data = self.cleaned_data
        return {
            "why": data["why"],
            "words": data["words"],
            "about": self.ties.get(data.get("about", "")),
        }
