"""Plans, tasks, assessments and notes of the world."""

from django.utils import timezone

from cases import actions
from cases.models import ActionPlan, ActionStep


def planned(cast, case, restricted) -> dict[str, list]:
    """A plan of each case, tasks in every state, and what was assessed."""
    desk, head = cast["meja.cirebon"], cast["supervisor.cirebon"]
    actions.take_on_case(restricted, by=head)
    restricted.refresh_from_db()
    actions.explain_limits(restricted, answer="go_on", by=head)
    pairs = [(case, desk), (restricted, head)]
    plans = [
        actions.write_plan(one, goal="Uang kembali.", steps=[_task(by)], by=by) for one, by in pairs
    ]
    steps = [actions.add_step(case, **_task(desk), by=desk) for _ in range(3)]
    actions.move_step(steps[0], "finish", words="Sudah.", by=desk)
    ActionStep.objects.filter(pk=steps[1].pk).update(frozen_at=timezone.now())
    rated = [
        actions.assess(one, "needs_risk", answers={"threat": "no"}, by=by) for one, by in pairs
    ]
    rated.append(actions.assess(case, "trafficking", answers={"recruited": "no"}, by=desk))
    note = actions.add_note(case, text="Ditelepon.", by=desk)
    notes = [note, actions.correct_note(note, text="Ditelepon dua kali.", by=desk)]
    return {
        "catatan/": [row.pk for row in notes],
        "rencana/": [plan.pk for plan in plans],
        "tugas/": [step.pk for step in [*steps, *plans[1].steps.all()]],
        "penilaian/": [row.pk for row in rated],
    }


def _task(who) -> dict:
    return {"text": "Telepon P3MI.", "who": who, "due_on": timezone.localdate()}


def plan_further(case, *, by) -> ActionPlan:
    """The plan of a case with one step more."""
    before = ActionPlan.objects.filter(case=case).first()
    steps = [] if before is None else list(before.steps.all())
    kept = [_task(by) | {"id": step.pk} for step in steps]
    return actions.write_plan(case, goal="Uang kembali.", steps=[*kept, _task(by)], by=by)
