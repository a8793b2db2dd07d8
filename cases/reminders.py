"""Who is told by a clock: whoever works on it, then whoever leads; each only when she may still see what it is about."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import Absence, User
from ltsa.notifications.actions import notify

from .codes import Priority
from .models import Case, Referral
from .notices import WAITING
from .people import awaited

REMINDER, LATE, REOFFER = "clock_reminder", "clock_late", "referral_reoffer"
ADDRESS: dict[type, str] = {Case: "cases:case_detail", Referral: "cases:referral_detail"}


def tell(
    about: Case | Referral, people, kind: str, *, or_else=None, link: str = "", due_at=None
) -> None:
    """One line in the inbox of each; where none of them is there any more, of those of `or_else`.

    The stand-in of somebody who is away is told instead of her, when she may see it herself. Of an emergency nothing
    waits; with `due_at` its mail says until when.
    """
    found = _there(about, people)
    if not found and or_else is not None:
        found = _there(about, or_else)
    if not found and isinstance(about, Case) and about.restricted:
        found, link = awaited(about), WAITING
    notify(
        found,
        kind,
        subject=about.pk,
        link=link or reverse(ADDRESS[type(about)], args=[about.pk]),
        code=about.code,
        due_at=due_at,
        emergency=about.priority == Priority.EMERGENCY,
    )


def _there(about: Case | Referral, people) -> list[User]:
    people = list(people)
    away = Absence.objects.on(timezone.localdate()).filter(user__in=people)
    stand_ins = {absence.user_id: absence.stand_in for absence in away.select_related("stand_in")}
    told = {}
    for person in people:
        stand_in = stand_ins.get(person.pk)
        for one in (stand_in, person):
            if one is not None and _sees(one, about):
                told[one.pk] = one
                break
    return list(told.values())


def _sees(person: User, about: Case | Referral) -> bool:
    """Also says who has left, who was shut out, and who was never let in."""
    return person.is_active and type(about).objects.visible_to(person).filter(pk=about.pk).exists()


def supervisors(organisation):
    return User.objects.holding(Permission.OWN_ORGANISATION_SEE).working_for(organisation)


def leads(case: Case):
    """Of a restricted case its named team, else the supervisors of the house."""
    if not case.restricted:
        return supervisors(case.organisation)
    return User.objects.filter(pk__in=case.members.current().values("user"))


def both(some, others):
    return User.objects.filter(Q(pk__in=some.values("pk")) | Q(pk__in=others.values("pk")))


def worker(case: Case):
    return User.objects.filter(pk=case.owner_id) if case.owner_id else leads(case)
