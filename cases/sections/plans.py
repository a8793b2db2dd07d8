"""What is to be done in a case, and what it was found to be: the plan, its open tasks, the assessments."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ..case_page import Asking, Block, block
from ..codes import AssessmentForm
from ..disclosure import may_work
from ..lists import minute
from ..models import ActionPlan, ActionStep, Assessment, Case
from ..plan_page import ADDRESSES, PLAN_TONES, assessment_row, step_row
from ..transitions import KEPT, STANDING


@block(10)
def plan_and_tasks(case: Case, user) -> Asking:
    plans, steps = yield (
        ActionPlan.objects.visible_to(user).filter(case=case, state__in=STANDING),
        ActionStep.objects.visible_to(user).filter(case=case).open().select_related("who"),
    )
    plan = plans[0] if plans else None
    rows = [_plan_row(plan)] if plan else []
    return Block(
        "plan",
        _("Rencana dan tugas"),
        rows=rows + [step_row(step) for step in steps],
        actions=_actions(case, plan) if may_work(case, user) else [],
        empty=_("Belum ada tugas. Tulis langkah pertama: siapa, apa, sampai kapan."),
        on_paper=not case.restricted,
    )


def _plan_row(plan: ActionPlan) -> dict:
    return {
        "url": reverse("cases:plan_detail", args=[plan.pk]),
        "title": _("Rencana versi %(number)s") % {"number": plan.number},
        "text": _("ditulis %(day)s") % {"day": minute(plan.written_at)},
        "tag": plan.get_state_display(),
        "tone": PLAN_TONES[plan.state],
    }


def _actions(case: Case, plan: ActionPlan | None) -> list[tuple]:
    task = (_("Tambah tugas"), reverse("cases:step_create", args=[case.pk]))
    if plan is not None and plan.state not in KEPT:
        return [task]  # its own page says what can be done to it
    label = _("Tulis rencana") if plan is None else _("Buat versi baru")
    return [task, (label, reverse("cases:plan_write", args=[case.pk]))]


@block(25)
def assessments(case: Case, user) -> Asking:
    """The latest of each form; older ones stand on its page."""
    seen = Assessment.objects.visible_to(user).filter(case=case).defer("note")
    found = yield seen.order_by("form", "-at").distinct("form").select_related("by")
    forms = AssessmentForm.choices if may_work(case, user) else []
    return Block(
        "assessments",
        _("Penilaian"),
        rows=[assessment_row(row) for row in found],
        actions=[(label, reverse(ADDRESSES[form], args=[case.pk])) for form, label in forms],
        empty=_("Belum dinilai: apa yang klien perlukan, dan adakah bahaya?"),
        on_paper=not case.restricted,
    )
