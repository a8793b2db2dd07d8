"""A course of psychosocial care: everything is chosen from codes, nothing is written."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..codes import CareEnd, CareGoal, Channel, Outcome, Wellbeing


def _helper(form) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*form.fields)
    return helper


def _wellbeing(label) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=Wellbeing.choices,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Menurut klien sendiri. Boleh tidak dijawab."),
    )


class CourseForm(forms.Form):
    goals = forms.MultipleChoiceField(
        label=_("Tujuan bersama"),
        choices=CareGoal.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Pilih satu atau lebih bersama klien."),
    )
    wellbeing_before = _wellbeing(_("Keadaan saat mulai"))
    version = VersionField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = _helper(self)

    def told(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class CourseCloseForm(forms.Form):
    ending = forms.ChoiceField(
        label=_("Mengapa selesai?"), choices=CareEnd.choices, widget=forms.RadioSelect
    )
    wellbeing_after = _wellbeing(_("Keadaan saat selesai"))
    version = VersionField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = _helper(self)

    def told(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class CareSessionForm(forms.Form):
    """One conversation of a course: when, how, how long, and when next."""

    started_at = forms.DateTimeField(
        label=_("Waktu"),
        help_text=_("Contoh: 17/08/2026 14.30"),
        widget=forms.DateTimeInput(format="%d/%m/%Y %H.%M", attrs={"class": "width-half"}),
    )
    channel = forms.ChoiceField(label=_("Cara"), choices=Channel.choices, widget=forms.RadioSelect)
    minutes = forms.IntegerField(
        label=_("Lama (menit)"),
        required=False,
        min_value=1,
        max_value=720,
        widget=forms.NumberInput(attrs={"class": "width-short"}),
    )
    follow_up_on = forms.DateField(
        label=_("Bertemu lagi pada"),
        required=False,
        widget=forms.DateInput(attrs={"class": "width-date"}),
        help_text=_("Menjadi tugas di beranda Anda pada hari itu."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("channel", Channel.FACE_TO_FACE)
        self.initial.setdefault("started_at", timezone.localtime().replace(second=0, microsecond=0))
        self.helper = _helper(self)

    def clean_started_at(self):
        when = self.cleaned_data["started_at"]
        if when > timezone.now() + timedelta(minutes=5):
            raise ValidationError(_("Waktu ini belum terjadi. Periksa tanggal dan jamnya."))
        return when

    def clean_follow_up_on(self):
        due = self.cleaned_data["follow_up_on"]
        if due and due < timezone.localdate():
            raise ValidationError(_("Tanggal tindak lanjut sudah lewat."))
        return due

    def told(self) -> dict:
        """What services.actions.log_care takes."""
        again = self.cleaned_data["follow_up_on"]
        return self.cleaned_data | {"outcome": Outcome.FOLLOW_UP if again else Outcome.ENOUGH}
