"""Offering a union, and the steps after a yes."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.models import Kind, Organisation
from ltsa.versions import VersionField

from ..codes import MembershipLevel, MembershipState

CHIPS = 6
EARLIEST = 1980


def _helper(*shown: str) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*shown)
    return helper


def _level() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Tingkat"),
        choices=MembershipLevel.choices,
        required=False,
        widget=forms.RadioSelect,
    )


class OfferForm(forms.Form):
    """The page's three buttons carry the answer: yes, later, no."""

    union = forms.ModelChoiceField(
        label=_("Serikat"), queryset=Organisation.objects.none(), required=False
    )
    association = forms.CharField(
        label=_("Perkumpulan lain"), max_length=120, required=False, strip=True
    )
    answer = forms.ChoiceField(choices=MembershipState.choices, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        unions = Organisation.objects.current().serving(user.posting.district_id)
        unions = list(unions.filter(kind=Kind.UNION))
        self.fields["union"].queryset = Organisation.objects.filter(
            pk__in=[union.pk for union in unions]
        )
        if 0 < len(unions) <= CHIPS:
            self.fields["union"].empty_label = None
            self.fields["union"].widget = forms.RadioSelect(choices=self.fields["union"].choices)
            self.initial.setdefault("union", unions[0].pk)
        self.fields["association"].help_text = _("Isi bila bukan salah satu serikat di atas.")
        self.helper = _helper("union", "association")

    def clean_answer(self):
        return self.cleaned_data["answer"] or MembershipState.OFFERED

    def clean(self):
        data = super().clean()
        if data.get("association"):
            data["union"] = None
        elif not data.get("union") and not self.errors:
            if data.get("answer") != MembershipState.DECLINED:
                self.add_error("association", _("Tulis serikat atau perkumpulannya."))
            data["association"] = str(_("Serikat apa pun"))
        return data


class RegisterForm(forms.Form):
    agreed = forms.BooleanField(
        label=_("Ia setuju namanya diberikan kepada serikat ini"),
        error_messages={"required": _("Tanpa persetujuannya, namanya tidak diberikan.")},
    )
    level = _level()
    version = VersionField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = _helper("agreed", "level", "version")


class JoinForm(forms.Form):
    joined_on = forms.DateField(
        label=_("Anggota sejak"), widget=forms.DateInput(attrs={"class": "width-date"})
    )
    card_number = forms.CharField(
        label=_("Nomor kartu anggota"),
        max_length=40,
        required=False,
        help_text=_("Disimpan terenkripsi dan ditampilkan tersamar."),
        widget=forms.TextInput(attrs={"class": "width-half", "autocomplete": "off"}),
    )
    level = _level()
    version = VersionField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("joined_on", timezone.localdate())
        self.helper = _helper("joined_on", "card_number", "level", "version")

    def clean_joined_on(self):
        return _sensible(self.cleaned_data["joined_on"])


class LeaveForm(forms.Form):
    left_on = forms.DateField(
        label=_("Keluar pada"), widget=forms.DateInput(attrs={"class": "width-date"})
    )
    version = VersionField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("left_on", timezone.localdate())
        self.helper = _helper("left_on", "version")

    def clean_left_on(self):
        return _sensible(self.cleaned_data["left_on"])


def _sensible(day):
    if day.year < EARLIEST:
        raise ValidationError(_("Tanggal terlalu lama. Periksa tahunnya."))
    return day
