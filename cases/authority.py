"""What authority over people must know of cases: whom a restricted team names, and who is shut out beside whom (domain 4.1)."""

from django.db.models import Q

from ltsa.accounts.authority import bars, holds_restricted, present_postings
from ltsa.accounts.models import User
from services.models import AccessGrant, Migrant

from .models import CaseMember


@holds_restricted
def is_named_in_a_team(person: User) -> bool:
    return CaseMember.objects.filter(user=person, until=None, case__restricted=True).exists()


@bars
def is_shut_out_beside(by: User, person: User) -> bool:
    """Whether a client's conflict lock shuts `by` out, but not `person`, who works where that client is known.

    She is never told that this is why: the refusal reads like any other.
    """
    if by.posting is None:
        return False
    against = AccessGrant.objects.current().filter(deny=True)
    houses = [one.organisation_id for one in present_postings(person)]
    hers = Q(registered_by__in=houses) | Q(cases__organisation__in=houses)
    hers |= Q(cases__members__user=person, cases__members__until=None)
    shut = Migrant.objects.filter(hers, pk__in=against.against(by).values("migrant"))
    if person.posting is not None:
        shut = shut.exclude(pk__in=against.against(person).values("migrant"))
    else:
        names = Q(user=person) | Q(organisation__in=houses)
        shut = shut.exclude(pk__in=against.filter(names).values("migrant"))
    return shut.exists()
