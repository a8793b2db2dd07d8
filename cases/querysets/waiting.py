"""Restricted cases on which nobody of their team can work, and whose it is to take one on (domain 4 rule 1).

Until then it is code, priority and clock: of whoever is on duty in the house that has it, else of its supervisors, and
where all of them are gone or shut out (or an emergency has waited too long) of a data protection officer.
"""

from datetime import timedelta

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import Absence, AgencyTie, Duty, PersonAct, Posting
from ltsa.accounts.permissions import ROLES
from ltsa.accounts.second_person import MAKING
from ltsa.clocks.models import Clock
from services.models import AccessGrant

from ..codes.clock import OUTSIDE_AFTER, CaseClock


def _roles(*held: Permission) -> list[str]:
    return [role for role, has in ROLES.items() if set(held) <= has]


TRUSTED = _roles(Permission.CASE_RESTRICTED)
LEADING = _roles(Permission.CASE_RESTRICTED, Permission.OWN_ORGANISATION_SEE)
OFFICERS = _roles(Permission.AUDIT_SEE)


def _near(migrant: str):
    """Postings of today whose person may come near the client in the outer column `migrant`."""
    tied = AgencyTie.objects.filter(ended_at=None).filter(
        Q(user=OuterRef(OuterRef("user"))) | Q(organisation=OuterRef(OuterRef("organisation")))
    )
    shut = Q(user=OuterRef("user")) | Q(organisation=OuterRef("organisation"))
    shut |= Q(village=OuterRef("village")) | Q(agency__in=tied.values("agency"))
    denied = AccessGrant.objects.current().filter(
        shut, deny=True, migrant=OuterRef(OuterRef(migrant))
    )
    return Posting.objects.current().filter(~Exists(denied), user__is_active=True)


def hands(house: str = "organisation", migrant: str = "migrant", *, roles=TRUSTED):
    """Of these, those of the house in the outer column `house` who may work on a restricted case."""
    return _near(migrant).filter(organisation=OuterRef(house), role__in=roles)


def manned() -> Exists:
    """Somebody named on its team can work on it today."""
    members = apps.get_model("cases", "CaseMember").objects.filter(until=None, case=OuterRef("pk"))
    able = hands("case__organisation", "case__migrant").filter(user=OuterRef("user"))
    return Exists(members.filter(Exists(able)))


def _on_duty(day):
    """Duties of today in the outer house, of people who are there."""
    away = Absence.objects.on(day).filter(user=OuterRef("user"))
    return Duty.objects.on(day).filter(~Exists(away), organisation=OuterRef("organisation"))


def _somebody_on_duty(day) -> Exists:
    return Exists(hands().filter(Exists(_on_duty(day).filter(user=OuterRef("user")))))


def _overdue(**past) -> Q:
    """Nobody took it on within its limit and so much longer, by priority."""
    now, found = timezone.now(), Q()
    clocks = Clock.objects.running().filter(kind=CaseClock.TAKE_ON, subject=OuterRef("pk"))
    for priority, length in past.items():
        found |= Q(priority=priority) & Q(Exists(clocks.filter(due_at__lte=now - length)))
    return found


def for_house(user) -> Q:
    """Of the waiting cases of her house those that she may take on now: she is on duty, or leads and nobody is."""
    today = timezone.localdate()
    away = Absence.objects.on(today).filter(user=user)
    mine = Duty.objects.on(today).filter(user=user, organisation=user.posting.organisation_id)
    hers = Exists(mine) & ~Exists(away)
    if user.can(Permission.OWN_ORGANISATION_SEE):
        hers |= ~_somebody_on_duty(today) | _overdue(**dict.fromkeys(OUTSIDE_AFTER, timedelta(0)))
    return Q(hers) & Q(~Exists(_shut_out_makers(user)))


def _shut_out_makers(user):
    """Locks of the outer case's client against somebody who made this person's account or posting.

    A supervisor who is shut out puts a newcomer of hers on duty: she takes on nothing of that client.
    """
    makers = PersonAct.objects.filter(person=user, act__in=MAKING).values("by")
    denied = AccessGrant.objects.current().filter(deny=True, migrant=OuterRef("migrant"))
    return denied.filter(user__in=makers)


def for_officer(user) -> Q:
    """Those for which this data protection officer names somebody: of her district, or where none is there the nation's."""
    today = timezone.localdate()
    nobody = ~_somebody_on_duty(today) & ~Exists(hands(roles=LEADING))
    return (nobody | _overdue(**OUTSIDE_AFTER)) & in_charge(user)


def in_charge(user, prefix: str = "") -> Q:
    """Cases of the district of this data protection officer; of the nation's, those of districts without one."""
    district = user.posting.district_id
    if district is not None:
        return Q(**{f"{prefix}district": district})
    near = _near(f"{prefix}migrant").filter(role__in=OFFICERS)
    return Q(~Exists(near.filter(organisation__district=OuterRef(f"{prefix}district"))))
