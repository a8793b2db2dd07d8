"""Who may be given a task of a case: the people of its house who see it and work on cases."""

from django.db.models import Q

from ltsa.access import Permission
from ltsa.accounts.models import Posting, User
from ltsa.accounts.second_person import approvers
from ltsa.organisations.models import Kind, Organisation
from ltsa.organisations.querysets import runs_desks
from services.locks import not_shut_out, shut_houses

from .models import Case


def assignable(case: Case):
    """Of a restricted case its named team alone; nobody who is shut out from the client."""
    people = User.objects.holding(Permission.CASE_WORK).working_for(case.organisation)
    team = Q(pk__in=case.members.filter(until__isnull=True).values("user"))
    if case.restricted:
        people = people.filter(team, pk__in=User.objects.holding(Permission.CASE_RESTRICTED))
    else:
        heads = User.objects.holding(Permission.OWN_ORGANISATION_SEE)
        near = team | Q(pk=case.owner_id) | Q(pk__in=heads)
        if case.service_point_id:
            here = Posting.objects.current().filter(service_point=case.service_point_id)
            near |= Q(pk__in=here.values("user"))
        people = people.filter(near)
    return not_shut_out(people, case.migrant_id).order_by("full_name")


def able_to_join(case: Case):
    """Colleagues who could be named on the team of a restricted case; nobody who is shut out from its client."""
    people = User.objects.filter(
        pk__in=User.objects.holding(Permission.CASE_RESTRICTED)
        .working_for(case.organisation)
        .values("pk")
    )
    people = people.exclude(pk__in=case.members.filter(until=None).values("user"))
    return not_shut_out(people, case.migrant_id).order_by("full_name")


def nameable(case: Case, *, by):
    """Whom a data protection officer can name for a case that waits: of its house, and nobody whom she invited."""
    people = User.objects.filter(
        pk__in=User.objects.holding(Permission.CASE_RESTRICTED)
        .working_for(case.organisation)
        .values("pk")
    )
    people = approvers(people, worker_ids=[by.pk])
    return not_shut_out(people, case.migrant_id).order_by("staff_code")


def awaited(case: Case) -> list[User]:
    """Who may take on a restricted case that waits, or name somebody for it; asked of each, so that rows alone decide."""
    working = User.objects.holding(Permission.CASE_RESTRICTED).working_for(case.organisation)
    officers = User.objects.holding(Permission.AUDIT_SEE)
    people = User.objects.filter(Q(pk__in=working.values("pk")) | Q(pk__in=officers.values("pk")))
    return [one for one in people if Case.objects.waiting_for(one).filter(pk=case.pk).exists()]


def suggestible(referral, user):
    """Houses that the recipient may name when she declines: of her own directory, neither of the two sides.

    Who is locked out of the client stays in it, or the list itself would tell of the lock; the sender is not offered it.
    """
    return Organisation.objects.partners_for(user.posting).exclude(
        pk__in=[referral.sender_id, referral.to_id]
    )


def desks_elsewhere(case: Case):
    """LTSA desks of other districts to which a case can move; none that is locked out of its client."""
    desks = Organisation.objects.current().filter(
        runs_desks(), kind=Kind.GOVERNMENT, service_points__isnull=False
    )
    desks = desks.exclude(district=case.district_id).exclude(district=None)
    return desks.exclude(pk__in=shut_houses(case.migrant_id).values("pk")).distinct()


def partners_of(case: Case, user):
    """Houses to which this person can refer the case or hand it over; none that is locked out of its client."""
    partners = Organisation.objects.partners_for(user.posting)
    return partners.exclude(pk__in=shut_houses(case.migrant_id).values("pk"))
