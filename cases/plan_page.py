"""What the pages of a plan, a task and an assessment show: built here, so that no template holds a rule."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from .assessments import version_of
from .codes import AssessmentForm, PlanState, Risk, Screening, StepState
from .disclosure import may_work
from .forms import CommentForm
from .lists import day_of, minute
from .models import ActionPlan, ActionStep, Assessment, Case
from .transitions import possible

PLAN_TONES: dict[str, str] = {
    PlanState.DRAFT: "neutral",
    PlanState.SUBMITTED: "waiting",
    PlanState.APPROVED: "good",
    PlanState.SENT_BACK: "waiting",
    PlanState.REPLACED: "neutral",
}
STEP_TONES: dict[str, str] = {
    StepState.OPEN: "info",
    StepState.DONE: "good",
    StepState.DROPPED: "neutral",
    StepState.CARRIED: "neutral",
}
RESULT_TONES: dict[str, str] = {
    Risk.LOW: "good",
    Risk.MEDIUM: "waiting",
    Risk.HIGH: "burning",
    Screening.NOT_DONE: "neutral",
    Screening.NO: "good",
    Screening.PARTIAL: "waiting",
    Screening.STRONG: "burning",
}
# The words of an address say nothing about a case: neither danger nor trafficking.
ADDRESSES: dict[str, str] = {
    AssessmentForm.NEEDS_RISK: "cases:assessment_risk",
    AssessmentForm.TRAFFICKING: "cases:assessment_screening",
}


def step_mark(step: ActionStep, today=None) -> tuple[str, str]:
    """(what its tag says, its tone): frozen, late by so many days, due today, else its state."""
    today = today or timezone.localdate()
    if step.state != StepState.OPEN:
        return step.get_state_display(), STEP_TONES[step.state]
    if step.frozen_at is not None:
        return _("Dibekukan"), "neutral"
    late = (today - step.due_on).days
    if late > 0:
        words = ngettext("terlambat %(n)s hari", "terlambat %(n)s hari", late)
        return words % {"n": late}, "burning"
    if late == 0:
        return _("hari ini"), "waiting"
    return day_of(step.due_on), "info"


def step_row(step: ActionStep) -> dict:
    tag, tone = step_mark(step)
    day = day_of(step.due_on)
    return {
        "url": reverse("cases:step_detail", args=[step.pk]),
        "title": step.text,
        "text": str(step.who) if tag == day else f"{step.who} · {day}",
        "result": step.result,
        "tag": tag,
        "tone": tone,
    }


def plan_page(plan: ActionPlan, user) -> dict:
    steps = list(plan.steps.select_related("who"))
    versions = ActionPlan.objects.filter(case=plan.case_id).defer("goal", "comment")
    standing = plan.state != PlanState.REPLACED and may_work(plan.case, user)
    lines = [
        line for line in possible(plan, user) if line.verb in ("submit", "approve", "send_back")
    ]
    verbs = [_verb(plan, line) for line in lines] if standing else []
    return {
        "plan": plan,
        "case": plan.case,
        "tone": PLAN_TONES[plan.state],
        "summary": _plan_summary(plan),
        "steps": [step_row(step) for step in steps],
        "verbs": [verb for verb in verbs if not verb["asks"]],
        "decide": [verb for verb in verbs if verb["asks"]],
        "comment": CommentForm(),
        "write": _write_label(plan) if standing else "",
        "own": plan.written_by_id == user.pk and plan.state == PlanState.SUBMITTED,
        "versions": [_version_row(row, plan) for row in versions.select_related("written_by")],
    }


def _verb(plan: ActionPlan, line) -> dict:
    return {
        "verb": line.verb,
        "label": line.label,
        "url": reverse("cases:plan_act", args=[plan.pk, line.verb]),
        "primary": line.verb != "send_back",
        "asks": line.verb != "submit",
    }


def _write_label(plan: ActionPlan) -> str:
    if plan.state == PlanState.APPROVED:
        return _("Buat versi baru")
    return "" if plan.state == PlanState.SUBMITTED else _("Ubah rencana")


def _plan_summary(plan: ActionPlan) -> list[dict]:
    decided = _("Dikembalikan") if plan.state == PlanState.SENT_BACK else _("Disetujui")
    rows = [
        (_("Tujuan"), plan.goal),
        (_("Ditulis"), f"{minute(plan.written_at)} · {plan.written_by}"),
        (_("Diajukan"), minute(plan.submitted_at)),
        (decided, f"{minute(plan.decided_at)} · {plan.decided_by}" if plan.decided_at else ""),
        (_("Catatan supervisor"), plan.comment),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]


def _version_row(row: ActionPlan, shown: ActionPlan) -> dict:
    return {
        "url": reverse("cases:plan_detail", args=[row.pk]),
        "title": _("Versi %(number)s") % {"number": row.number},
        "text": f"{minute(row.written_at)} · {row.written_by}",
        "tag": row.get_state_display(),
        "tone": PLAN_TONES[row.state],
        "shown": row.pk == shown.pk,
    }


def step_page(step: ActionStep, user) -> dict:
    tag, tone = step_mark(step)
    rows = [
        (_("Tugas"), step.text),
        (_("Siapa"), str(step.who)),
        (_("Sampai tanggal"), day_of(step.due_on)),
        (_("Ditulis"), f"{minute(step.added_at)} · {step.added_by}"),
        (pgettext("tugas", "Selesai"), _ended(step)),
        (_("Hasil"), step.result),
    ]
    lines = {line.verb: line.label for line in possible(step, user)}
    lines = lines if may_work(step.case, user) else {}
    return {
        "step": step,
        "case": step.case,
        "tag": tag,
        "tone": tone,
        "summary": [{"term": term, "value": value} for term, value in rows if value],
        "verbs": {verb: lines.get(verb, "") for verb in ("finish", "drop", "resume", "thaw")},
        "frozen": step.state == StepState.OPEN and step.frozen_at is not None,
    }


def _ended(step: ActionStep) -> str:
    if step.ended_at is None:
        return ""
    return f"{step.get_state_display()}, {minute(step.ended_at)} · {step.ended_by}"


def assessment_row(row: Assessment) -> dict:
    version = version_of(row.form, row.form_version)
    return {
        "url": reverse("cases:assessment_detail", args=[row.pk]),
        "title": version.title,
        "text": f"{minute(row.at)} · {row.by}",
        "tag": version.label(row.result),
        "tone": RESULT_TONES.get(row.result, "neutral"),
    }


def assessment_page(row: Assessment) -> dict:
    """Answers and result in the words of the version that they were given to."""
    version = version_of(row.form, row.form_version)
    others = Assessment.objects.filter(case=row.case_id, form=row.form).exclude(pk=row.pk)
    return {
        "assessment": row,
        "case": row.case,
        "title": version.title,
        "result": version.label(row.result),
        "tone": RESULT_TONES.get(row.result, "neutral"),
        "reasons": version.finding(row.answers).reasons,
        "parts": version.told(row.answers),
        "when": f"{minute(row.at)} · {row.by}",
        "others": [assessment_row(one) for one in others.select_related("by")],
    }


def risk_tag(case: Case) -> dict | None:
    """For the head of the case's page: the level never stands without its day."""
    if not case.risk:
        return None
    label = _("Risiko %(level)s, %(day)s")
    told = {"level": str(Risk(case.risk).label).lower(), "day": day_of(case.risk_on)}
    return {"label": label % told, "tone": RESULT_TONES[case.risk]}
