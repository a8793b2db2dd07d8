"""A mistake put right: with what was wrong, on the version that was read."""

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..codes import VoidReason
from .session import SessionForm
from .talk import TalkForm


class CorrectionForm(TalkForm):
    """The fields of the conversation as they stand."""

    def __init__(self, *args, user, instance, **kwargs):
        super().__init__(*args, user=user, instance=instance, **kwargs)
        self.written_at = instance.created_at
        self.initial["from_paper"] = instance.entry != "live"
        _ask_why(self)

    def layout(self) -> Layout:
        return _with_why(super().layout())

    def clean_started_at(self):
        return _as_stored(super().clean_started_at(), self.instance.started_at)

    def clean(self):
        data = super().clean()
        if self.instance.entry == "import":
            data["entry"] = "import"
        return data


class MeetingCorrectionForm(SessionForm):
    """The fields of a meeting; whoever was counted wrongly voids it and logs it anew."""

    class Meta(SessionForm.Meta):
        fields = ["title", *SessionForm.Meta.fields]

    def __init__(self, *args, user, instance, **kwargs):
        super().__init__(*args, user=user, instance=instance, **kwargs)
        self.fields["title"].required = True
        _ask_why(self)

    def layout(self) -> Layout:
        return _with_why(Layout("title", *super().layout().fields))

    def clean_started_at(self):
        return _as_stored(super().clean_started_at(), self.instance.started_at)


def _ask_why(form) -> None:
    form.fields["reason"] = forms.CharField(
        label=_("Apa yang keliru?"),
        max_length=200,
        help_text=_("Alasan ini dicatat. Tanpa nama dan tanpa cerita."),
    )
    form.fields["version"] = VersionField()
    form.initial["version"] = form.instance.version


def _as_stored(typed, stored):
    """The form shows no seconds: a minute left as it stood is no correction."""
    return stored if typed == stored.replace(second=0, microsecond=0) else typed


def _with_why(layout: Layout) -> Layout:
    return Layout(*layout.fields, Fieldset(_("Perbaikan"), "reason"), "version")


class VoidForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Mengapa dibatalkan?"), choices=VoidReason.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Keterangan"),
        max_length=150,
        required=False,
        help_text=_("Tanpa nama dan tanpa cerita."),
    )
    version = VersionField()
