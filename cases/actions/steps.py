"""Tasks of a case: by themselves or in a plan. The case's next day follows the nearest open one."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.timeline.actions import write_event

from ..models import ActionStep, Case
from ..people import assignable
from ..transitions import lock, move
from .deadlines import tend_tasks
from .working import working_on


@transaction.atomic
def add_step(case: Case, *, text: str, who, due_on: date, by) -> ActionStep:
    """One task without a plan. Raises ValidationError, NotYours, NotPossible."""
    case = working_on(case, "step.add", by=by)
    check_steps(case, [{"text": text, "who": who, "due_on": due_on}])
    step = ActionStep.objects.create(case=case, text=text, who=who, due_on=due_on, added_by=by)
    tell(case, "step.add", step, by=by)
    follow_steps(case, by=by)
    return step


def check_steps(case: Case, steps: list[dict]) -> None:
    """Each has words, a day, and somebody of the house who sees the case."""
    allowed = set(assignable(case).values_list("pk", flat=True))
    for step in steps:
        if not step["text"].strip():
            raise ValidationError({"text": _("Tulis apa yang akan dikerjakan.")})
        if step["who"].pk not in allowed:
            raise ValidationError({"who": _("Petugas ini tidak melihat kasus ini.")}, code="who")


def move_step(step: ActionStep, verb: str, *, words: str = "", version=None, by) -> ActionStep:
    """finish (words: what came of it), drop (words: why), resume, thaw.

    Raises NotPossible, NotYours, Stale, ValidationError, and KeyError for a verb that does not exist.
    """
    if verb == "carry":
        raise KeyError(verb)
    if verb == "drop" and not words.strip():
        raise ValidationError({"words": _("Tulis mengapa tidak jadi.")})

    def change(row):
        if verb in ("finish", "drop"):
            row.ended_at, row.ended_by, row.result = timezone.now(), by, words
        if verb == "resume":
            row.ended_at, row.ended_by = None, None
        if verb == "thaw":
            _give_back(row, by)

    with transaction.atomic():
        case = working_on(step.case, f"step.{verb}", words=bool(words), by=by)
        _check_frozen(step, verb)
        moved = move(step, verb, by=by, change=change, version=version)
        follow_steps(case, by=by)
    return moved


def _check_frozen(step: ActionStep, verb: str) -> None:
    if verb == "finish" and lock(step).frozen_at is not None:
        raise ValidationError(
            _(
                "Tugas ini dibekukan karena klien mencabut persetujuannya. Perlu persetujuan baru, atau supervisor "
                "mengaktifkannya lagi."
            ),
            code="frozen",
        )


def _give_back(row: ActionStep, by) -> None:
    """Whoever had it may be of the house that has lost sight of the case: then it is hers who lets it go on."""
    row.frozen_at = None
    if not assignable(row.case).filter(pk=row.who_id).exists():
        row.who = by


def follow_steps(case: Case, *, by) -> None:
    """Steps decide when the case is looked at next; a case that never had one keeps the day that was typed."""
    steps = ActionStep.objects.filter(case=case)
    if not steps.exists():
        return
    nearest = steps.open().filter(frozen_at=None).aggregate(day=Min("due_on"))["day"]
    if nearest != case.next_action_on:
        case.next_action_on = nearest
        case.save(update_fields=["next_action_on"])
    tend_tasks(case, by=by)


def tell(case: Case, verb: str, part, *, by, **detail) -> None:
    client = None if case.restricted else case.migrant_id
    told = {"part": str(part.pk), **detail}
    write_event(verb, case, client=client, detail=told, by=by)
