"""The clocks of a case, its tasks and its promises (domain 4.3), a section a subject."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ltsa.accounts.models import User
from ltsa.clocks.kinds import Step, days, hours, kind, workdays

from .. import notices
from ..actions.deletions import CLOCK as WITHDRAWAL
from ..codes.clock import OUTSIDE_AFTER, CaseClock
from ..models import ActionStep, Case, Promise
from ..reminders import LATE, REMINDER, both, leads, tell, worker
from ..reporting import CLOCK as TPKS_REPORT
from .events import write

# --- Police report within 3x24 hours (UU 12/2022 art 41): the worker and her supervisor alone are told, neutrally.


def _remind(clock, step) -> None:
    notices.report_due(clock)


kind(
    TPKS_REPORT,
    _("Keputusan dalam 3x24 jam"),
    limit=hours(72),
    steps=(
        Step("day", _remind, after=hours(24)),
        Step("two_days", _remind, after=hours(48)),
        Step("last_hours", _remind, before=timedelta(hours=6)),
        Step("due", _remind, share=1),
    ),
    private=True,
)

# --- Confirmation of deletion after a withdrawal (UU 27/2022 art 40): whoever was asked, then whoever asks.


def _ask_again(clock, step) -> None:
    notices.deletion_due(clock, late=step.name == "due")


kind(WITHDRAWAL, _("Konfirmasi penghapusan"), limit=hours(72), act=_ask_again, private=True)

# --- What the desk and its partners owe each other: the act tells, and puts one line on the timeline.


def _case_of(clock) -> Case:
    return Case.objects.select_related("organisation").defer("account").get(pk=clock.subject)


def _remind_worker(clock, step) -> None:
    case = _case_of(clock)
    tell(case, worker(case), REMINDER, or_else=leads(case))
    write(clock, step, case)


def _late_for_all(clock, step) -> None:
    case = _case_of(clock)
    tell(case, both(worker(case), leads(case)), LATE)
    write(clock, step, case)


kind(
    CaseClock.VERIFICATION,
    CaseClock.VERIFICATION.label,
    limit={"normal": workdays(3), "urgent": hours(72), "emergency": hours(24)},
    steps=(Step("half", _remind_worker, share=0.5), Step("late", _late_for_all, share=1)),
)

# Nobody of its team is there: whoever is on duty first, then the supervisors too, then somebody outside (rule 1).


def _nobody_yet(clock, step) -> None:
    case = _case_of(clock)
    notices.case_waits(case)
    write(clock, step, case)


kind(
    CaseClock.TAKE_ON,
    CaseClock.TAKE_ON.label,
    limit={"normal": workdays(1), "urgent": hours(8), "emergency": hours(1)},
    steps={
        priority: (
            Step("late", _nobody_yet, share=1),
            Step("outside", _nobody_yet, past=hours(past / timedelta(hours=1))),
        )
        for priority, past in OUTSIDE_AFTER.items()
    },
    private=True,
)

# Two of them propose a closing code on my day (cards/clocks.py); nothing closes by itself.
kind(
    CaseClock.WAITING,
    CaseClock.WAITING.label,
    limit=days(60),
    steps=(
        Step("14", _remind_worker, after=days(14)),
        Step("30", _remind_worker, after=days(30)),
        Step("60", _remind_worker, share=1),
    ),
)

AT_EIGHT = timedelta(hours=16)  # these clocks end with the day; the desk opens at eight

kind(
    CaseClock.REVIEW,
    CaseClock.REVIEW.label,
    steps=(Step("day", _remind_worker, before=AT_EIGHT),),
)


def _task(clock, step) -> None:
    task = (
        ActionStep.objects.select_related("case__organisation").defer("text").get(pk=clock.subject)
    )
    case, link = task.case, reverse("cases:step_detail", args=[task.pk])
    hers = User.objects.filter(pk=task.who_id)
    if step.name == "day":
        tell(case, hers, REMINDER, or_else=worker(case), link=link)
    else:
        tell(case, leads(case), LATE, link=link)
    write(clock, step, case)


kind(
    CaseClock.TASK,
    CaseClock.TASK.label,
    steps=(Step("day", _task, before=AT_EIGHT), Step("late", _task, past=days(3))),
)


def _promise(clock, step) -> None:
    promise = Promise.objects.select_related("mediation__case__organisation").get(pk=clock.subject)
    case, link = (
        promise.mediation.case,
        reverse("cases:mediation_detail", args=[promise.mediation_id]),
    )
    theirs = User.objects.filter(pk__in={promise.mediation.mediator_id, case.owner_id} - {None})
    if step.name == "day":
        tell(case, theirs, REMINDER, or_else=leads(case), link=link)
    else:
        tell(case, both(theirs, leads(case)), LATE, link=link)
    write(clock, step, case)


OF_A_PROMISE = (Step("day", _promise, before=AT_EIGHT), Step("late", _promise, past=hours(8)))
kind(CaseClock.PROMISE, CaseClock.PROMISE.label, steps=OF_A_PROMISE)
kind(CaseClock.COMMITMENT, CaseClock.COMMITMENT.label, steps=OF_A_PROMISE)
