"""One row of each part of a case, once of an ordinary and once of a restricted one."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from cases.models import (
    ActionPlan,
    ActionStep,
    Assessment,
    BreakGlass,
    Case,
    CaseClosing,
    CaseFile,
    CaseNote,
    Claim,
    ConflictLock,
    ExternalTicket,
    Hearing,
    Incident,
    Invitation,
    Mediation,
    Promise,
    Recovery,
    ReportDecision,
    Respondent,
    SafetyPlan,
)


def parts_of(case: Case, *, by) -> dict:
    """{model: row}: what may hang on any case. Written straight into the tables: who sees them is the question."""
    today, now = timezone.localdate(), timezone.now()
    respondent = Respondent.objects.create(
        case=case, kind="employer", name="Majikan Contoh", added_by=by
    )
    mediation = Mediation.objects.create(
        case=case,
        respondent=respondent,
        mediator_name="Mediator Contoh",
        client_willing=True,
        briefed=True,
        requested_by=by,
    )
    hearing = Hearing.objects.create(
        mediation=mediation,
        meeting="mediation",
        number=1,
        held_at=now,
        place="LTSA",
        client_came=True,
        respondent_came=True,
        result="agreed",
        by=by,
    )
    promise = Promise.objects.create(
        mediation=mediation, hearing=hearing, number=1, kind="documents", due_on=today
    )
    plan = ActionPlan.objects.create(case=case, number=1, goal="Tujuan contoh", written_by=by)
    rows = [
        respondent,
        mediation,
        hearing,
        promise,
        plan,
        Invitation.objects.create(
            mediation=mediation,
            meeting="mediation",
            number=1,
            meets_at=now + timedelta(days=7),
            place="LTSA",
            sent_by=by,
        ),
        ActionStep.objects.create(
            case=case, plan=plan, text="Langkah contoh", who=by, due_on=today, added_by=by
        ),
        Assessment.objects.create(
            case=case, form="needs_risk", form_version="2026-1", answers={}, result="low", by=by
        ),
        CaseFile.objects.create(
            case=case,
            number=1,
            kind="evidence",
            media_type="application/pdf",
            size=1,
            digest="0" * 64,
            organisation=case.organisation,
            by=by,
        ),
        CaseNote.objects.create(case=case, text="Catatan contoh", by=by),
        Claim.objects.create(
            case=case, kind="money", amount=Decimal(100), currency="IDR", added_by=by
        ),
        ExternalTicket.objects.create(
            case=case, system="police", number="LP/0", opened_on=today, added_by=by
        ),
        Recovery.objects.create(
            case=case, promise=promise, kind="documents", received_on=today, by=by
        ),
        CaseClosing.objects.create(
            case=case,
            reason="duplicate",
            outcomes=["none"],
            closed_by=by,
            organisation=case.organisation,
        ),
        ConflictLock.objects.create(
            case=case, kind="person", user=by, reason="Alasan contoh", by=by
        ),
    ]
    return {type(row): row for row in rows}


def survivor_parts_of(case: Case, *, by) -> dict:
    """{model: row}: what only a restricted case has."""
    today = timezone.localdate()
    rows = [
        Incident.objects.create(case=case, number=1, reported_on=today, answers={}, by=by),
        SafetyPlan.objects.create(case=case, number=1, answers={}, review_on=today, by=by),
        ReportDecision.objects.create(case=case, choice="by_others", by=by),
        BreakGlass.objects.create(case=case, code=case.code, reason="Contoh", asked_by=by),
    ]
    return {type(row): row for row in rows}
