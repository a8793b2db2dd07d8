"""What may be done to a plan and to its steps.

An approved plan is replaced by the next version, never written in. Steps count from the day they are written: what is
urgent does not wait for the approval.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.access import Permission as P
from ltsa.accounts.second_person import may_approve

from ..closing import approves_alone
from ..codes import PlanState as S
from ..codes import StepState as T
from ..models import ActionPlan, ActionStep
from .machine import Transition, table


def _not_hers(plan: ActionPlan, user) -> bool:
    """Whoever wrote a plan does not decide on it, nor somebody whom she invited (grade a, domain 4.1)."""
    return may_approve(user, worker_ids=[plan.written_by_id])


def _approves(plan: ActionPlan, user) -> bool:
    """The same; in an office of one she who is there, with a reason."""
    return _not_hers(plan, user) or approves_alone(plan, user)


def _stands_still(step: ActionStep, user) -> bool:
    return step.frozen_at is not None


def _goes_on(step: ActionStep, user) -> bool:
    return step.frozen_at is None


def _of_a_standing_plan(step: ActionStep, user) -> bool:
    return step.plan is None or step.plan.state in STANDING


# The one version of a plan that counts; what it is followed by when it is written again.
STANDING = frozenset(set(S) - {S.REPLACED})
KEPT = frozenset({S.APPROVED})
FULFILLED = frozenset({T.DONE})

PLAN_TABLE = [
    Transition("edit", (S.DRAFT, S.SENT_BACK), S.DRAFT, P.CASE_WORK, _("Ubah rencana")),
    Transition(
        "submit", (S.DRAFT, S.SENT_BACK), S.SUBMITTED, P.CASE_WORK, _("Ajukan ke supervisor")
    ),
    Transition(
        "approve", (S.SUBMITTED,), S.APPROVED, P.CASE_CLOSE, _("Setujui rencana"), who=_approves
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
    Transition(
        "finish",
        (T.OPEN,),
        T.DONE,
        P.CASE_WORK,
        pgettext_lazy("tugas", "Tandai selesai"),
        terms="result",
        who=_goes_on,
    ),
    Transition("drop", (T.OPEN,), T.DROPPED, P.CASE_WORK, _("Tidak jadi"), terms="reason"),
    Transition(
        "resume",
        (T.DONE, T.DROPPED),
        T.OPEN,
        P.CASE_WORK,
        _("Buka lagi"),
        who=_of_a_standing_plan,  # those of an earlier version are history
    ),
    Transition("carry", (T.OPEN,), T.CARRIED, P.CASE_WORK, _("Lanjutkan di versi baru")),
    # A supervisor decides that it may go on; else a new consent does (actions/freezing.py).
    Transition("thaw", (T.OPEN,), "", P.CASE_CLOSE, _("Aktifkan lagi"), who=_stands_still),
]

table(ActionPlan, "plan", PLAN_TABLE)
table(ActionStep, "step", STEP_TABLE)
