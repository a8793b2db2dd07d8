"""Who decides, as second person of grade (b), about letting somebody near a case (domain 4.1).

What makes a second person stands in ltsa.accounts.second_person alone; here it is asked of the house that has the
case, without those who are shut out of its client, and where nobody is left, of the data protection officers.
"""

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.accounts.second_person import (
    approvers,
    data_protection_officers,
    narrow_to_givers,
)
from services.locks import not_shut_out

from .models import AccessRequest, Case


def deciders(case: Case, *, to: list[User]):
    """Those of the house who had no hand in the account of any of `to`, nor they in hers; else `officers`."""
    heads = User.objects.holding(Permission.GLASS_ALLOW).working_for(case.organisation)
    people = User.objects.filter(pk__in=heads.values("pk"))
    for one in to:
        people = narrow_to_givers(people, to=one)
    people = not_shut_out(people, case.migrant_id)
    return people if people.exists() else officers(case, to=to)


def officers(case: Case, *, to: list[User] = ()):  # type: ignore[assignment]
    """The data protection officers of its district, else of the nation; none who is shut out or was invited by `to`."""
    for district in (case.district_id, None):
        people = data_protection_officers(district)
        people = not_shut_out(people, case.migrant_id)
        people = approvers(people, worker_ids=[one.pk for one in to])
        if people.exists():
            return people
    return User.objects.none()


def may_decide(case: Case, user, *, to: list[User]) -> bool:
    return deciders(case, to=to).filter(pk=user.pk).exists()


def asked_about(asked: AccessRequest) -> list[User]:
    """Those who must have no hand in the account of whoever decides: who asked, and who is let near."""
    people = [asked.asked_by, asked.person, asked.lock.user if asked.lock else None]
    return [one for one in people if one is not None]
