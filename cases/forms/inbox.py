from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.models import ServiceCode

from ..codes import Priority, ReferralState

ALL = ("", _("Semua"))


class InboxFilterForm(forms.Form):
    """What a list of referrals is narrowed to; `tampil` is the tab that it stands in."""

    tampil = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
    status = forms.ChoiceField(
        label=_("Status"), choices=[ALL, *ReferralState.choices], required=False
    )
    layanan = forms.ChoiceField(
        label=_("Layanan"), choices=[ALL, *ServiceCode.choices], required=False
    )
    prioritas = forms.ChoiceField(
        label=_("Prioritas"), choices=[ALL, *Priority.choices], required=False
    )
    siapa = forms.ChoiceField(
        label=_("Siapa yang menangani"),
        choices=[ALL, ("saya", _("Saya")), ("belum", _("Belum ada"))],
        required=False,
    )
    telat = forms.BooleanField(label=_("Hanya yang lewat tenggat"), required=False)

    def __init__(self, *args, without=(), **kwargs):
        super().__init__(*args, **kwargs)
        for name in without:
            del self.fields[name]
