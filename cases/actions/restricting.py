"""Closing an ordinary case to everybody but a named team, because of what came to light (domain 4 rule 1)."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from services.actions import shield_client
from services.locks import not_shut_out
from services.models import Consent

from .. import notices
from ..models import Case, CaseMember, Referral
from ..transitions import lock
from .agencies import recount_complaints
from .deadlines import entrust_case_clocks
from .grants import name_people
from .reporting import tend_report_clock


@transaction.atomic
def restrict_case(case: Case, *, by) -> Case:
    """At once, and never back: the team is the worker, if she may, and the supervisors of the house.

    The code stays, so that who opened it and may not work on it still finds code and state (rule 2). Its referrals and
    the consents they rest on become restricted too; the agency's complaints no longer count it. Safe to repeat.
    """
    case = lock(case)
    if case.restricted:
        return case
    team = _keepers(case, by)
    case.restricted = True
    if case.owner not in team:
        case.owner = None
    case.version += 1
    case.save()
    joined = _form_team(case, team, by=by)
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
    return case


def _keepers(case: Case, by) -> set:
    holders = User.objects.holding(Permission.CASE_RESTRICTED).working_for(case.organisation)
    heads = User.objects.holding(Permission.OWN_ORGANISATION_SEE)
    keepers = holders.filter(Q(pk__in=heads) | Q(pk__in=[case.owner_id, by.pk]))
    return set(not_shut_out(keepers, case.migrant_id))


def _form_team(case: Case, team: set, *, by) -> list:
    """The others leave; who joins is given back."""
    now = timezone.now()
    case.members.current().exclude(user__in=team).update(until=now)
    there = set(case.members.current().values_list("user", flat=True))
    joined = [person for person in team if person.pk not in there]
    CaseMember.objects.bulk_create(
        CaseMember(case=case, user=person, added_by=by, since=now) for person in joined
    )
    return joined
