"""The plan as one form: a goal, and a row for each step. More rows wait folded, so it works without JavaScript."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.accounts.models import User
from ltsa.versions import VersionField
from services.forms.answers import DueField

SHOWN = 3
MORE_ROWS = 9
LONGEST = 2_000
EARLIEST, LATEST = timedelta(days=366), timedelta(days=5 * 366)


class StepDayField(DueField):
    """A day on which something shall be done; one that is late may stay, one of another age is a slip."""

    def clean(self, value):
        day, today = super().clean(value), timezone.localdate()
        if day and not today - EARLIEST <= day <= today + LATEST:
            raise ValidationError(_("Periksa tahunnya."), code="far")
        return day


def _line(label, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=500, **more)


def _words(label, rows=2, **more) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


class StepForm(forms.Form):
    """One task by itself."""

    text = _line(_("Apa yang dikerjakan?"))
    who = forms.ModelChoiceField(label=_("Siapa?"), queryset=User.objects.none(), empty_label=None)
    due_on = StepDayField(
        label=_("Sampai tanggal"), help_text=_("Tanggal, atau berapa hari lagi: 7 hari.")
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = people


class PlanForm(forms.Form):
    """`steps`: the open steps to start from; `people`: who may be given one. Fields of row n: text_n, who_n, due_n."""

    goal = _words(
        _("Tujuan"), rows=3, help_text=_("Apa yang ingin dicapai bersama klien, dengan kata klien.")
    )
    version = VersionField(required=False)

    def __init__(self, *args, people, steps=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.first = max(SHOWN, len(steps))
        self.count = self.first + MORE_ROWS
        for n in range(self.count):
            self._add_row(n, people, steps[n] if n < len(steps) else None)

    def _add_row(self, n: int, people, step) -> None:
        self.fields[f"text_{n}"] = _line(_("Apa yang dikerjakan?"), required=False)
        self.fields[f"who_{n}"] = forms.ModelChoiceField(
            label=_("Siapa?"), queryset=people, required=False, empty_label=_("Pilih petugas")
        )
        self.fields[f"due_{n}"] = StepDayField(label=_("Sampai tanggal"), required=False)
        self.fields[f"id_{n}"] = forms.UUIDField(required=False, widget=forms.HiddenInput)
        for name in ("text", "who", "due"):
            self.fields[
                f"{name}_{n}"
            ].conditional = True  # no "(opsional)": a row is whole or empty
        if step is not None:
            told = {"text": step.text, "who": step.who_id, "due": step.due_on, "id": step.pk}
            shown = {f"{name}_{n}": value for name, value in told.items()}
            self.initial = {**shown, **self.initial}

    def _row(self, n: int) -> dict:
        names = ("text", "who", "due", "id")
        return {"number": n + 1, **{name: self[f"{name}_{n}"] for name in names}}

    @property
    def rows(self) -> list[dict]:
        return [self._row(n) for n in range(self.first)]

    @property
    def more(self) -> list[dict]:
        return [self._row(n) for n in range(self.first, self.count)]

    @property
    def more_is_used(self) -> bool:
        """Something stands in the folded rows: they are shown open."""
        return any(row[name].value() for row in self.more for name in ("text", "due"))

    def clean(self):
        told = super().clean()
        steps = [self._step(n, told) for n in range(self.count)]
        self.steps = [step for step in steps if step is not None]
        if not self.steps and not self.errors:
            raise ValidationError(_("Tulis paling sedikit satu langkah."), code="no_steps")
        return told

    def _step(self, n: int, told: dict) -> dict | None:
        text, who, due = (told.get(f"{name}_{n}") for name in ("text", "who", "due"))
        if not text and not due:
            return None  # an emptied row: the step is dropped
        needed = {
            "text": (text, _("Tulis langkahnya, atau kosongkan juga tanggalnya.")),
            "who": (who, _("Pilih siapa yang mengerjakan.")),
            "due": (due, _("Isi tanggalnya.")),
        }
        for name, (value, words) in needed.items():
            if not value and f"{name}_{n}" not in self.errors:
                self.add_error(f"{name}_{n}", words)
        return {"id": told.get(f"id_{n}"), "text": text, "who": who, "due_on": due}

    def stored(self) -> dict:
        """What the rows say in the database now, for the page that shows both values."""
        return {
            name: value
            for name, value in self.initial.items()
            if name.startswith(("text_", "due_"))
        }

    def told(self) -> dict:
        """What cases.actions.write_plan takes."""
        return {"goal": self.cleaned_data["goal"], "steps": self.steps}


class StepWordsForm(forms.Form):
    """What came of a task, or why it is not done."""

    words = _words(_("Hasil"), required=False)
    version = VersionField(required=False)

    def __init__(self, *args, verb: str = "finish", **kwargs):
        super().__init__(*args, **kwargs)
        if verb == "drop":
            self.fields["words"].label, self.fields["words"].required = (
                _("Mengapa tidak jadi?"),
                True,
            )


class CommentForm(forms.Form):
    """What the supervisor says to a plan."""

    comment = _words(_("Catatan untuk penulis rencana"), rows=3, required=False)
    version = VersionField(required=False)

    def __init__(self, *args, verb: str = "approve", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["comment"].required = verb == "send_back"
