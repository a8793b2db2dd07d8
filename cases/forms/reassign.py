from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.accounts.models import User

LONGEST = 366  # days of an absence


def _helper() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    return helper


class ReassignForm(forms.Form):
    """Which cases go to whom; `sure` comes with the second step, after the preview."""

    cases = forms.MultipleChoiceField(
        label=_("Kasus yang dialihkan"), choices=[], widget=forms.CheckboxSelectMultiple
    )
    to = forms.ModelChoiceField(
        label=_("Kepada"), queryset=User.objects.none(), empty_label=_("Pilih rekan selembaga")
    )
    note = forms.CharField(
        label=_("Catatan serah terima"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Apa yang sedang berjalan dan apa yang paling mendesak. Masuk ke setiap kasus."
        ),
    )

    def __init__(self, *args, cases, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cases"].choices = cases
        self.fields["cases"].initial = [pk for pk, _label in cases]
        self.fields["to"].queryset = people
        self.helper = _helper()


class AbsenceForm(forms.Form):
    user = forms.ModelChoiceField(
        label=_("Siapa yang tidak masuk?"),
        queryset=User.objects.none(),
        empty_label=_("Pilih petugas"),
    )
    starts_on = forms.DateField(
        label=_("Mulai"), widget=forms.DateInput(attrs={"class": "width-date"})
    )
    ends_on = forms.DateField(
        label=_("Sampai"), widget=forms.DateInput(attrs={"class": "width-date"})
    )
    stand_in = forms.ModelChoiceField(
        label=_("Pengganti"),
        queryset=User.objects.none(),
        empty_label=_("Pilih pengganti"),
        help_text=_("Tugas dan tenggat diberitahukan kepadanya selama itu."),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = self.fields["stand_in"].queryset = people
        self.fields["starts_on"].initial = timezone.localdate
        self.helper = _helper()

    def clean(self):
        told = super().clean()
        first, last = told.get("starts_on"), told.get("ends_on")
        if first and last and not 0 <= (last - first).days <= LONGEST:
            raise ValidationError(
                {"ends_on": _("Hari terakhir harus sesudah hari pertama, paling lama satu tahun.")}
            )
        if told.get("user") and told.get("user") == told.get("stand_in"):
            raise ValidationError({"stand_in": _("Pengganti harus orang lain.")})
        return told
