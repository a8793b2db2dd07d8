"""What of a house needs a second person: its mail address, and stopping its access."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.addresses import valid_agreements
from ..models import AddressChange, Agreement, Organisation, Suspension
from .organisations import ADDRESS_HELP, MasterDataForm


class AddressForm(MasterDataForm):
    class Meta:
        model = AddressChange
        fields = ["address"]

    sections = [(None, ["address"])]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["address"].help_text = ADDRESS_HELP


class ConfirmAddressForm(MasterDataForm):
    """Against one of its valid agreements; where it has none, against a paper whose number is typed."""

    agreement = forms.ModelChoiceField(
        label=gettext_lazy("Perjanjian yang Anda baca"),
        queryset=Agreement.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    class Meta:
        model = AddressChange
        fields = ["document"]

    def __init__(self, *args, organisation: Organisation, **kwargs):
        found = valid_agreements(organisation)
        self.sections = [(None, ["agreement" if found else "document"])]
        super().__init__(*args, **kwargs)
        if found:
            del self.fields["document"]
            self.fields["agreement"].queryset = found
            return
        del self.fields["agreement"]
        self.fields["document"].required = True
        self.fields["document"].label = _("Nomor dokumen yang Anda baca")
        self.fields["document"].help_text = _(
            "Belum ada perjanjian yang berlaku di portal. Tulis nomor surat atau perjanjian yang memuat alamat ini."
        )


class SuspendForm(MasterDataForm):
    class Meta:
        model = Suspension
        fields = ["hours", "reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}

    sections = [(None, ["hours", "reason"])]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("hours", 72)
        self.fields["hours"].min_value = 1
        self.fields["hours"].widget.attrs |= {"class": "width-short", "max": 72}
        self.fields["hours"].help_text = _(
            "Paling lama 72 jam. Lebih lama hanya dengan persetujuan."
        )
        self.fields["reason"].help_text = _(
            "Dibaca pejabat pelindungan data pribadi. Jangan tulis nama klien."
        )


class ConsentForm(forms.Form):
    until = forms.DateTimeField(
        label=gettext_lazy("Sampai kapan"),
        help_text=gettext_lazy("Paling lama 30 hari dari sekarang. Contoh: 17/08/2026 15.00"),
        widget=forms.DateTimeInput(attrs={"class": "width-date"}),
    )

    def __init__(self, *args, until, **kwargs):
        super().__init__(*args, **kwargs)
        told = timezone.localtime(until).replace(second=0, microsecond=0)
        self.initial.setdefault("until", told)
