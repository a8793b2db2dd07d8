"""One act, asked in the order of GBVIMS; every question may be left out."""

from crispy_forms.layout import HTML, Fieldset
from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..codes import Perpetrator, Simfoni, Told
from ..gbvims import QUESTIONS
from .survivor import day_field, plain_helper

YES_NO = {Told.YES: True, Told.NO: False, Told.SKIPPED: None}
WORD = {answer: code.value for code, answer in YES_NO.items()}
ASKED = ("told_by_survivor", "child")  # answered by yes, no or nothing, beside the questions


def told_field(label, **more) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=Told.choices,
        initial=Told.SKIPPED,
        widget=forms.RadioSelect,
        required=False,
        **more,
    )


class IncidentForm(forms.Form):
    reported_on = day_field(_("Diceritakan pada"))
    happened_on = day_field(_("Terjadi pada"), required=False)
    happened_in = forms.CharField(
        label=_("Negara kejadian"), max_length=60, required=False, help_text=_("Contoh: Malaysia")
    )
    told_by_survivor = told_field(_("Diceritakan penyintas sendiri?"))
    child = told_field(_("Saat itu ia di bawah 18 tahun?"))
    perpetrator = forms.ChoiceField(
        label=_("Siapa pelakunya bagi dia?"),
        choices=[("", _("Pilih bila diceritakan")), *Perpetrator.choices],
        required=False,
    )
    simfoni = forms.MultipleChoiceField(
        label=_("Label SIMFONI PPA"),
        choices=Simfoni.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    account = forms.CharField(
        label=_("Yang ia ceritakan"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    version = VersionField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, question in QUESTIONS:
            self.fields[code.value] = told_field(question)
        for name in (*ASKED, *(code.value for code, _question in QUESTIONS)):
            self.fields[name].conditional = True  # to leave it out is one of the answers
        self.initial.setdefault("reported_on", timezone.localdate())
        self.fields["happened_on"].label = pgettext_lazy("kejadian", "Terjadi pada")
        self.helper = plain_helper(
            Fieldset(_("Kapan dan di mana"), "reported_on", "happened_on", "happened_in", *ASKED),
            Fieldset(
                _("Apa yang terjadi"),
                HTML(f'<p class="soft">{gettext(HOW)}</p>'),
                *(code.value for code, _question in QUESTIONS),
            ),
            Fieldset(_("Pelaku dan label"), "perpetrator", "simfoni"),
            Fieldset(_("Ceritanya"), "account"),
            "version",
        )

    def told(self) -> dict:
        """What the action takes, without the version."""
        data = dict(self.cleaned_data)
        data.pop("version")
        answers = {code.value: data.pop(code.value) for code, _question in QUESTIONS}
        for name in ASKED:
            data[name] = YES_NO.get(data[name])
        return data | {"answers": answers}


HOW = _("Tanyakan berurutan; jawaban ya yang pertama menentukan klasifikasi. Semua boleh dilewati.")


def initial_of(incident) -> dict:
    """An act as the form shows it."""
    names = ("reported_on", "happened_on", "happened_in", "perpetrator", "simfoni", "account")
    told = {name: getattr(incident, name) for name in (*names, "version")}
    asked = {name: WORD[getattr(incident, name)] for name in ASKED}
    return told | asked | (incident.answers or {})
