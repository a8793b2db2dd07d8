from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .forms import laid_out
from .models import User

LONGEST = 92  # days of one line of the roster: a quarter


class DutyForm(forms.Form):
    user = forms.ModelChoiceField(
        label=_("Siapa yang piket?"), queryset=User.objects.none(), empty_label=_("Pilih petugas")
    )
    starts_on = forms.DateField(
        label=_("Mulai"), widget=forms.DateInput(attrs={"class": "width-date"})
    )
    ends_on = forms.DateField(
        label=_("Sampai"),
        widget=forms.DateInput(attrs={"class": "width-date"}),
        help_text=_("Sama dengan hari mulai bila hanya sehari."),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people
        self.fields["user"].label_from_instance = lambda person: person.full_name
        self.fields["starts_on"].initial = timezone.localdate
        self.helper = laid_out("user", "starts_on", "ends_on")

    def clean(self):
        told = super().clean()
        first, last = told.get("starts_on"), told.get("ends_on")
        if first and last and not 0 <= (last - first).days <= LONGEST:
            raise ValidationError(
                {"ends_on": _("Hari terakhir harus sesudah hari pertama, paling lama 3 bulan.")}
            )
        if last and last < timezone.localdate():
            raise ValidationError({"ends_on": _("Hari itu sudah lewat.")})
        return told
