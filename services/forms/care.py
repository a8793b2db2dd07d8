"""A course of psychosocial care: everything is chosen from codes, nothing is written."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..codes import CareEnd, CareGoal, Wellbeing
from .talk import TalkForm


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


class CareTalkForm(TalkForm):
    """One conversation of a course: what TalkForm asks, without kind, topics and words."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        for name in ("kind", "topics", "summary"):
            del self.fields[name]

    def layout(self) -> Layout:
        return Layout(
            "started_at",
            self.of_paper(),
            "channel",
            Div("identity_check", "consent_read", css_class="only-remote"),
            "minutes",
            "outcome",
            "follow_up_on",
        )
