"""Forms of restricted cases: the limits, her story and its types, the safety plan, the decision on reporting."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..codes import Danger, LimitsAnswer, ReportChoice
from ..models import Case, CaseType
from ..reporting import supervisors
from ..safety import WORDS

REVIEW_DAYS = 7
LONGEST_REVIEW = timedelta(days=366)


def day_field(label, **told) -> forms.DateField:
    widget = forms.DateInput(attrs={"class": "width-date"})
    return forms.DateField(label=label, widget=widget, **told)


def plain_helper(*layout) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    if layout:
        helper.layout = Layout(*layout)
    return helper


class LimitsForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Apa jawabannya?"), choices=LimitsAnswer.choices, widget=forms.RadioSelect
    )

    helper = plain_helper()


class AccountForm(forms.Form):
    account = forms.CharField(
        label=_("Kronologi"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_(
            "Dengan kata-katanya sendiri, seperlunya. Yang tidak ingin ia ceritakan tidak ditulis."
        ),
    )
    version = VersionField()

    helper = plain_helper()


class TypesForm(forms.Form):
    primary_type = forms.ModelChoiceField(
        label=_("Jenis kasus"), queryset=CaseType.objects.none(), empty_label=_("Pilih jenis kasus")
    )
    secondary_types = forms.ModelMultipleChoiceField(
        label=_("Jenis lain"),
        queryset=CaseType.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    version = VersionField()

    helper = plain_helper()

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        types = CaseType.objects.for_case(case)
        for name in ("primary_type", "secondary_types"):
            self.fields[name].queryset = types

    def types(self) -> list[CaseType]:
        first = self.cleaned_data["primary_type"]
        return [first, *(kind for kind in self.cleaned_data["secondary_types"] if kind != first)]


class SafetyPlanForm(forms.Form):
    """`narrative`: whether the limits of confidentiality were explained; without that no words are asked for."""

    dangers = forms.MultipleChoiceField(
        label=_("Bahaya sekarang"),
        choices=Danger.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    review_on = day_field(_("Ditinjau lagi pada"))
    after = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=32_000
    )

    def __init__(self, *args, narrative: bool, **kwargs):
        super().__init__(*args, **kwargs)
        asked = WORDS if narrative else {}
        for name, (label, help_text) in asked.items():
            self.fields[name] = forms.CharField(
                label=label,
                help_text=help_text,
                required=False,
                max_length=60 if name == "code_word" else 2_000,
                widget=forms.TextInput
                if name == "code_word"
                else forms.Textarea(attrs={"rows": 2}),
            )
        plan = [Fieldset(_("Rencana"), *asked)] if asked else []
        self.helper = plain_helper(Fieldset(_("Keadaan"), "dangers"), *plan, "review_on", "after")

    def clean_review_on(self):
        day = self.cleaned_data["review_on"]
        if day > timezone.localdate() + LONGEST_REVIEW:
            raise ValidationError(_("Paling lama satu tahun lagi."))
        return day

    def told(self) -> dict:
        data = dict(self.cleaned_data)
        kept = {"review_on": data.pop("review_on"), "after": data.pop("after") or 0}
        return kept | {"answers": data}


class ReportForm(forms.Form):
    """What was decided about a police report. Only the fields of the chosen answer are kept."""

    choice = forms.ChoiceField(
        label=_("Keputusan"), choices=ReportChoice.choices, widget=forms.RadioSelect
    )
    reported_on = day_field(_("Dilaporkan pada"), required=False)
    unit = forms.CharField(label=_("Unit kepolisian"), max_length=160, required=False)
    number = forms.CharField(label=_("Nomor LP"), max_length=60, required=False)
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    supervisor = forms.ModelChoiceField(
        label=_("Supervisor yang ikut memutuskan"),
        queryset=Case.objects.none(),
        required=False,
        empty_label=_("Pilih supervisor"),
        help_text=_("Untuk penangguhan; orang lain dari yang mengisi."),
    )

    def __init__(self, *args, case: Case, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["supervisor"].queryset = supervisors(case).exclude(pk=user.pk)
        for name in ("reported_on", "unit", "reason", "supervisor"):
            self.fields[name].conditional = True
        self.helper = plain_helper(
            "choice",
            Fieldset(_("Bila dilaporkan ke polisi"), "reported_on", "unit", "number"),
            Fieldset(_("Bila tidak atau belum dilaporkan"), "reason", "supervisor"),
        )
