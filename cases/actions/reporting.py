"""The 72 hours within which a house decides about a police report, and the decision. The system tells nobody outside."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.clocks.actions import start_clock, stop_clock
from ltsa.clocks.models import Clock

from ..codes import ReportChoice
from ..models import Case, ReportDecision
from ..reporting import CLOCK, is_bound, knowing, may_see_report, must_decide, supervisors
from ..transitions import NotYours
from .story import open_story, tell


def tend_report_clock(case: Case, *, since=None, by) -> None:
    """Start it when sexual violence is known and nothing is decided; else see to whose it is.

    To be called whenever the types, the acts, the worker or the house of a restricted case change.
    """
    if not case.restricted:
        return
    clock = Clock.objects.ticking().about(case.pk).filter(kind=CLOCK).first()
    if not must_decide(case):
        if clock is not None:
            stop_clock(CLOCK, case, outcome="" if is_bound(case) else "dropped", by=by)
        return
    if clock is None:
        start_clock(
            CLOCK,
            case,
            owner=case.owner,
            organisation=case.organisation,
            named=knowing(case),
            private=True,
            started_at=since,
            by=by,
        )
    else:
        _entrust(clock, case, by=by)


def _entrust(clock: Clock, case: Case, *, by) -> None:
    # This clock alone: the other clocks of the case are the whole team's.
    Clock.objects.filter(pk=clock.pk).update(
        owner=case.owner,
        organisation=case.organisation,
        named=[person.pk for person in knowing(case)],
    )


@transaction.atomic
def decide_report(
    case: Case,
    *,
    choice: str,
    reported_on=None,
    unit: str = "",
    number: str = "",
    reason: str = "",
    supervisor=None,
    by,
) -> ReportDecision:
    """Write down what was decided with her. Raises NotYours for all but the worker and her supervisor, ValidationError."""
    case = open_story(case, "report", by=by)
    if not may_see_report(case, by):
        raise NotYours("report")
    reported = choice == ReportChoice.REPORTED
    postponed = choice == ReportChoice.POSTPONED
    told = {
        "reported_on": reported_on if reported else None,
        "unit": unit if reported else "",
        "number": number if reported else "",
        "reason": "" if reported else reason,
        "supervisor": supervisor if postponed else None,
    }
    _check(case, choice, told, by=by)
    decision = ReportDecision.objects.create(case=case, choice=choice, by=by, **told)
    stop_clock(CLOCK, case, by=by)
    tell("report_decision.write", case, by=by, part=str(decision.pk))
    record("create", decision, by=by)
    return decision


def _check(case: Case, choice: str, told: dict, *, by) -> None:
    errors = {}
    if choice not in ReportChoice.values:
        errors["choice"] = _("Pilih keputusannya.")
    if choice == ReportChoice.REPORTED:
        if told["reported_on"] is None:
            errors["reported_on"] = _("Tulis tanggal laporannya.")
        elif told["reported_on"] > timezone.localdate():
            errors["reported_on"] = _("Tanggal ini belum tiba.")
        if not told["unit"].strip():
            errors["unit"] = _("Tulis unit kepolisian yang menerima.")
    needs_reason = choice in (ReportChoice.NOT_APPLICABLE, ReportChoice.POSTPONED)
    if needs_reason and not told["reason"].strip():
        errors["reason"] = _("Tulis alasannya.")
    if choice == ReportChoice.POSTPONED:
        others = supervisors(case).exclude(pk=by.pk)
        if told["supervisor"] is None or not others.filter(pk=told["supervisor"].pk).exists():
            errors["supervisor"] = _("Penangguhan diputuskan bersama supervisor lain dalam tim.")
    if errors:
        raise ValidationError(errors)
