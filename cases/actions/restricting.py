"""Closing an ordinary case to everybody but a named team, because of what came to light (domain 4 rule 1)."""

from django.db import transaction
from django.db.models import Q

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from services.actions import shield_client
from services.locks import not_shut_out
from services.models import Consent

from .. import notices
from ..models import Case, Referral
from ..transitions import lock
from .agencies import recount_complaints
from .deadlines import entrust_case_clocks
from .grants import name_people
from .reporting import tend_report_clock
from .team import end_team, form_team, let_in, tend_waiting


@transaction.atomic
def restrict_case(case: Case, *, by) -> Case:
    """At once, and never back: of those named on it, its owner and whoever does it stay who may work on such a case.

    Where none of them may, it waits for whoever takes it on.

    The code stays, so that who opened it and may not work on it still finds code and state (rule 2). Its referrals and
    the consents they rest on become restricted too; the agency's complaints no longer count it. Safe to repeat.
    """
    case = lock(case)
    if case.restricted:
        return case
    team = _kept(case, by)
    case.restricted = True
    if case.owner not in team:
        case.owner = None
    case.version += 1
    case.save()
    end_team(case, besides=team)
    joined = form_team(case, team, by=by)
    let_in(case, team)
    sent = Referral.objects.filter(case=case)
    Consent.objects.filter(pk__in=sent.values("consent")).update(restricted=True)
    sent.update(restricted=True)
    name_people(case)
    shield_client(case.migrant)
    recount_complaints(case)
    entrust_case_clocks(case, by=by)
    tend_report_clock(case, by=by)
    # Without the client: nothing of a restricted case stands under her name.
    write_event("case.restrict", case, by=by)
    record("change", case, fields=["restricted"], by=by)
    notices.case_left(case)
    notices.case_restricted(case, joined, by=by)
    tend_waiting(case, by=by)
    return case


def _kept(case: Case, by) -> list:
    holders = User.objects.holding(Permission.CASE_RESTRICTED).working_for(case.organisation)
    named = Q(pk__in=case.members.filter(until=None).values("user"))
    kept = holders.filter(named | Q(pk__in=[case.owner_id, by.pk]))
    return list(not_shut_out(kept, case.migrant_id))
