"""What may be done to a plan and to its steps."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.access import Permission as P

from ..codes import PlanState as S
from ..codes import StepState as T
from ..models import ActionPlan, ActionStep
from .machine import Transition, table


def _not_hers(plan: ActionPlan, user) -> bool:
    """Whoever wrote a plan does not approve it."""
    return plan.written_by_id != user.pk


PLAN_TABLE = [
    Transition(
        "submit", (S.DRAFT, S.SENT_BACK), S.SUBMITTED, P.CASE_WORK, _("Ajukan ke supervisor")
    ),
    Transition(
        "approve", (S.SUBMITTED,), S.APPROVED, P.CASE_CLOSE, _("Setujui rencana"), who=_not_hers
    ),
    Transition(
        "send_back",
        (S.SUBMITTED,),
        S.SENT_BACK,
        P.CASE_CLOSE,
        _("Minta diperbaiki"),
        who=_not_hers,
        terms="comment",
    ),
    Transition("replace", (S.APPROVED,), S.REPLACED, P.CASE_WORK, _("Buat versi baru")),
]
STEP_TABLE = [
    Transition("finish", (T.OPEN,), T.DONE, P.CASE_WORK, pgettext_lazy("tugas", "Tandai selesai")),
    Transition("drop", (T.OPEN,), T.DROPPED, P.CASE_WORK, _("Tidak jadi"), terms="reason"),
    Transition("resume", (T.DONE, T.DROPPED), T.OPEN, P.CASE_WORK, _("Buka lagi")),
]

table(ActionPlan, "plan", PLAN_TABLE)
table(ActionStep, "step", STEP_TABLE)
