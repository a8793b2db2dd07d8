"""Work that somebody leaves behind: apps say what it is and hand it on, so that nothing stays without a person.

    @left_behind(_("kasus terbuka"), hand_on=...)
    def open_cases(user, organisation) -> int: ...

Registered in the app's home.py room (its `leaving.py`), found like admin.py is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ltsa.access import Permission

from .models import User


@dataclass(frozen=True)
class Work:
    label: object
    count: Callable  # (user, organisation) -> how many
    hand_on: (
        Callable  # (user, organisation, *, to, note, by): `to` may be None, when nobody is left
    )
    heir: bool = True


WORK: list[Work] = []


def left_behind(
    label: object, *, hand_on: Callable, heir: bool = True
) -> Callable[[Callable], Callable]:
    """`heir`: somebody has to be named who goes on with it; restricted cases, for one, have none (domain 4.1)."""

    def register(count: Callable) -> Callable:
        WORK.append(Work(label, count, hand_on, heir))
        return count

    return register


def waiting(user: User, organisations) -> list[tuple[object, int]]:
    """[(label, how many)] of what somebody has to go on with, were she to leave these houses; [] for nothing."""
    found = [
        (work.label, sum(work.count(user, organisation) for organisation in organisations))
        for work in WORK
        if work.heir
    ]
    return [(label, number) for label, number in found if number]


def houses(user: User) -> list:
    """The houses that she works for now, or will."""
    return list({posting.organisation for posting in user.postings.unended().with_place()})


def heirs(user: User, organisations):
    """Who could go on with it: colleagues of the same houses who work on cases, supervisors first."""
    people = User.objects.none()
    for organisation in organisations:
        people |= User.objects.filter(
            pk__in=User.objects.holding(Permission.CASE_WORK).working_for(organisation)
        )
    return people.exclude(pk=user.pk).order_by("full_name")


def hand_on(user: User, organisations, *, to: User | None, note: str, by: User) -> None:
    """In the caller's transaction: everything she has open there goes to `to`."""
    for work in WORK:
        for organisation in organisations:
            work.hand_on(user, organisation, to=to, note=note, by=by)
