from django import forms
from django.utils.translation import gettext_lazy as _

from ..codes import AskedHow, Helped


class ClientFeedbackForm(forms.Form):
    """What she says, ticked and not told: no field takes her words."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    helped = forms.ChoiceField(
        label=_("Apakah klien merasa terbantu?"), choices=Helped.choices, widget=forms.RadioSelect
    )
    score = forms.TypedChoiceField(
        label=_("Seberapa puas klien?"),
        choices=[(n, str(n)) for n in range(1, 6)],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("1 sangat tidak puas, 5 sangat puas."),
    )
    how = forms.ChoiceField(
        label=_("Ditanya lewat apa?"), choices=AskedHow.choices, widget=forms.RadioSelect
    )

    def ask_about(self, referral, user) -> None:
        said = getattr(referral, "client_feedback", None)
        if said is not None:
            self.initial.update(helped=said.helped, score=said.score, how=said.how)
