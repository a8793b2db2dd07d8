"""A case goes to the desk of another district, once that desk accepts it: the referral that asked for it is then over."""

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from services.codes import DisclosureGroup
from services.models import AccessGrant

from .. import notices
from ..guest import account_of
from ..models import ActionStep, Case, Referral
from ..transitions import lock
from .deadlines import entrust_case_clocks
from .partners import check_transfer
from .referral_clocks import move_referral
from .reporting import tend_report_clock
from .team import end_team, form_team, tend_waiting


def take_over(referral: Referral, *, by) -> Referral:
    """Called in the transaction that accepts a transfer: the case moves with its team, tasks and clocks.

    The house that had it keeps the referral (cases/querysets/referral.py) and the events. When the client withdraws
    her consent the case goes home, like one that was handed over. Raises ValidationError {to}.
    """
    case, officer = lock(referral.case), account_of(by)
    check_transfer(case, besides=referral)
    if officer is None or (case.restricted and not officer.can(Permission.CASE_RESTRICTED)):
        text = _("Kasus ini hanya dapat diterima petugas yang berhak, lewat akunnya sendiri.")
        raise ValidationError({"to": text})
    team = [officer]
    _move(case, referral, officer)
    form_team(case, team, by=officer)
    if not case.restricted:
        _let_in(case)
    steps = ActionStep.objects.open().filter(case=case)
    steps.update(who=officer, version=F("version") + 1)
    entrust_case_clocks(case, by=officer)
    tend_report_clock(case, by=officer)
    client = None if case.restricted else case.migrant_id
    write_event("case.transfer", case, client=client, by=officer)
    record("share", case, fields=DisclosureGroup.values, by=officer)
    notices.case_left(case)
    notices.case_handed_over(case, team, by=officer)
    tend_waiting(case, by=officer)
    return move_referral(referral, "taken_over", by=None, change=_done)


def _move(case: Case, referral: Referral, officer) -> None:
    end_team(case)
    grants = AccessGrant.objects.filter(subject=case.pk, until__isnull=True, deny=False)
    grants.update(until=timezone.now())
    case.organisation = referral.to
    case.district_id = referral.to.district_id  # type: ignore[assignment]  # a desk has one
    case.service_point, case.owner = officer.posting.service_point, officer
    case.hand_over_consent = referral.consent
    case.version += 1
    case.save()


def _let_in(case: Case) -> None:
    """Of an ordinary case the house that works on it now; of a restricted one whoever is on its team, by name."""
    AccessGrant.objects.create(
        migrant=case.migrant,
        organisation=case.organisation,
        reason="team",
        groups=DisclosureGroup.values,
        subject=case.pk,
    )


def _done(row: Referral) -> None:
    row.ended_at = timezone.now()
    row.contact = row.contact or str(row.answered_by)
