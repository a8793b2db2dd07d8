"""The form of one version of an assessment: its questions as chips, everything may stay unknown."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..assessments import Version


class AssessmentFormOf(forms.Form):
    """Which version it was shown with is kept: a form that changed meanwhile is shown anew, with what was ticked."""

    def __init__(self, *args, version: Version, with_note: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.shown = version
        for question in version.questions:
            self.fields[question.code] = forms.ChoiceField(
                label=str(question.text),
                help_text=str(question.hint),
                choices=question.answers.choices,
                initial=question.unknown,
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[question.code].conditional = True  # "unknown" is an answer
        if with_note:
            self.fields["note"] = forms.CharField(
                label=_("Catatan"),
                required=False,
                max_length=10_000,
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text=_("Hanya yang perlu untuk menolong. Cerita lengkap tidak perlu."),
            )

    @property
    def parts(self) -> list[dict]:
        return [
            {"title": part.title, "fields": [self[question.code] for question in part.questions]}
            for part in self.shown.parts
        ]

    def told(self) -> dict:
        """What cases.actions.assess takes."""
        data = dict(self.cleaned_data)
        return {"note": data.pop("note", ""), "answers": data}
