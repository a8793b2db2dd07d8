from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..models import ServiceStandard
from .organisations import MasterDataForm


class StandardForm(MasterDataForm):
    """A service of one desk and how long it may take (Permenpan 15/2014: procedure, time, cost, product)."""

    class Meta:
        model = ServiceStandard
        fields = ["name", "limit", "unit", "starts_on", "cost", "product", "requirements"]
        widgets = {
            "unit": forms.RadioSelect,
            "limit": forms.NumberInput(attrs={"class": "width-short"}),
            "requirements": forms.Textarea(attrs={"rows": 3}),
        }

    sections = [
        (_("Janji layanan"), ["name", "limit", "unit", "starts_on"]),
        (_("Keterangan untuk umum"), ["cost", "product", "requirements"]),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "limit" in self.fields:
            self.initial.setdefault("unit", ServiceStandard.Unit.MINUTES)
            self.initial.setdefault("starts_on", timezone.localdate())
            self.fields["unit"].choices = ServiceStandard.Unit.choices
            self.fields["limit"].min_value = 1
        self.fields["cost"].help_text = _("Misalnya: gratis, atau tarif menurut peraturan.")
        self.fields["requirements"].help_text = _("Satu syarat per baris.")

    def clean_limit(self):
        limit = self.cleaned_data["limit"]
        if not 1 <= limit <= 480:
            raise forms.ValidationError(_("Isi antara 1 dan 480."))
        return limit


class StandardEditForm(StandardForm):
    version = VersionField()

    class Meta(StandardForm.Meta):
        fields = ["name", "cost", "product", "requirements", "version"]

    sections = [
        (_("Keterangan untuk umum"), ["name", "cost", "product", "requirements"]),
        (None, ["version"]),
    ]
