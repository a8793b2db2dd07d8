"""The action plan of a case, in versions: written, submitted, decided by a second person, followed by the next one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.accounts.second_person import may_approve
from ltsa.audit.actions import record

from ..models import ActionPlan, ActionStep, Case
from ..notices import plan_submitted
from ..transitions import KEPT, STANDING, move
from .steps import check_steps, follow_steps, tell
from .working import working_on

SHORTEST_WHY = 10  # letters: a full stop is no reason


@transaction.atomic
def write_plan(case: Case, *, goal: str, steps: list[dict], version=None, by) -> ActionPlan:
    """The plan as it shall stand: {id, text, who, due_on} a step; `id` is one of the plan that stands, or None.

    A draft, or one that was sent back, is written in. An approved one stays as it was: the next version is written and
    carries its open steps on; one that is not among `steps` is dropped. `version` is of the plan that was read.
    Raises ValidationError, NotYours, NotPossible, Stale.
    """
    case = working_on(case, "plan.write", by=by)
    _check(case, goal, steps)
    before = ActionPlan.objects.filter(case=case).filter(state__in=STANDING).first()
    if before is None:
        plan = _new(case, 1, goal, by)
    elif before.state in KEPT:
        move(before, "replace", by=by, version=version)
        plan = _new(case, before.number + 1, goal, by)
    else:
        plan = move(before, "edit", by=by, change=_edited(goal, by), version=version)
    _write_steps(plan, before, steps, by=by)
    record("create" if plan != before else "change", plan, by=by)
    follow_steps(case, by=by)
    return plan


def _check(case: Case, goal: str, steps: list[dict]) -> None:
    if not goal.strip():
        raise ValidationError({"goal": _("Tulis tujuannya.")})
    if not steps:
        raise ValidationError(_("Tulis paling sedikit satu langkah."), code="no_steps")
    check_steps(case, steps)


def _new(case: Case, number: int, goal: str, by) -> ActionPlan:
    plan = ActionPlan.objects.create(case=case, number=number, goal=goal, written_by=by)
    tell(case, "plan.write", plan, number=number, by=by)
    return plan


def _edited(goal: str, by):
    def change(row):
        row.goal, row.written_by, row.written_at = goal, by, timezone.now()
        row.submitted_at = row.decided_at = row.decided_by = None

    return change


def _write_steps(plan: ActionPlan, before: ActionPlan | None, steps: list[dict], *, by) -> None:
    """Under the case's lock. In a plan that is written in, steps change; of one that is replaced they are carried on."""
    there = {}
    if before is not None:
        there = {row.pk: row for row in ActionStep.objects.open().filter(plan=before)}
    told = {step["id"]: step for step in steps if step.get("id") in there}
    fresh = [step for step in steps if step.get("id") not in there]
    if before is not None and plan.pk != before.pk:
        frozen = {pk: row.frozen_at for pk, row in there.items()}
        fresh = [step | {"frozen_at": frozen.get(step.get("id"))} for step in steps]
        _end([there[pk] for pk in told], "carried", by)
    else:
        _rewrite([(there[pk], step) for pk, step in told.items()])
    _end([row for pk, row in there.items() if pk not in told], "dropped", by)
    ActionStep.objects.bulk_create(
        ActionStep(
            case=plan.case,
            plan=plan,
            text=step["text"],
            who=step["who"],
            due_on=step["due_on"],
            frozen_at=step.get("frozen_at"),
            added_by=by,
        )
        for step in fresh
    )


def _rewrite(pairs: list[tuple[ActionStep, dict]]) -> None:
    for row, step in pairs:
        row.text, row.who, row.due_on = step["text"], step["who"], step["due_on"]
        row.version += 1
    ActionStep.objects.bulk_update(
        [row for row, _step in pairs], ["text", "who", "due_on", "version"]
    )


def _end(rows: list[ActionStep], state: str, by) -> None:
    for row in rows:
        row.state, row.ended_at, row.ended_by = state, timezone.now(), by
        row.version += 1
    ActionStep.objects.bulk_update(rows, ["state", "ended_at", "ended_by", "version"])


def move_plan(plan: ActionPlan, verb: str, *, comment: str = "", version=None, by) -> ActionPlan:
    """submit, approve or send_back; the last one says why. Nobody decides on her own plan, unless nobody else can:
    then her comment says why (it is listed for the chair and the data protection officer).

    Raises NotPossible, NotYours, Stale, ValidationError, and KeyError for another verb.
    """
    if verb not in ("submit", "approve", "send_back"):
        raise KeyError(verb)
    if verb == "send_back" and not comment.strip():
        raise ValidationError({"comment": _("Tulis apa yang perlu diperbaiki.")})

    def change(row):
        if verb == "submit":
            row.submitted_at = timezone.now()
        else:
            if verb == "approve" and not may_approve(by, worker_ids=[row.written_by_id]):
                row.alone_because = _why_alone(comment)
            row.decided_at, row.decided_by, row.comment = timezone.now(), by, comment

    with transaction.atomic():
        case = working_on(plan.case, f"plan.{verb}", words=False, by=by)
        moved = move(plan, verb, by=by, change=change, version=version)
        record("change", moved, fields=["state"], by=by)
        if verb == "submit":
            plan_submitted(case, by=by)
    return moved


def _why_alone(comment: str) -> str:
    if len(comment.strip()) < SHORTEST_WHY:
        told = _("Tidak ada orang kedua yang dapat menyetujui. Tulis alasannya.")
        raise ValidationError({"comment": ValidationError(told, code="alone")})
    return comment.strip()
