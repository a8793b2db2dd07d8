from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.accounts.models import User

from ..people import able_to_join, nameable
from .survivor import plain_helper


class _Coded(forms.ModelChoiceField):
    """Whoever names them is not of the house: she reads codes (domain 4 rule 12)."""

    def label_from_instance(self, person):
        return person.staff_code


class MemberForm(forms.Form):
    """One colleague more on the team of a restricted case."""

    person = forms.ModelChoiceField(
        label=_("Siapa yang ditambahkan?"),
        queryset=User.objects.none(),
        empty_label=_("Pilih rekan selembaga"),
        help_text=_("Ia membaca seluruh kasus ini. Tim dan riwayat mencatatnya."),
    )

    helper = plain_helper()

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = able_to_join(case)


class NameForm(forms.Form):
    """Whom the data protection officer names for a case that nobody can take on."""

    to = _Coded(
        label=_("Siapa yang menangani?"),
        queryset=User.objects.none(),
        empty_label=_("Pilih kode petugas"),
        help_text=_("Telepon lembaganya dulu bila darurat."),
    )

    helper = plain_helper()

    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = nameable(case, by=user)
