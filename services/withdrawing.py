"""What rests on a consent upstairs: cases tell here what ends with it, what still needs it, and who sees it there.

A withdrawal works the same whoever records it and wherever: services.actions.withdraw_consent asks everything here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q


@dataclass(frozen=True)
class Resting:
    end: Callable  # end(consent, *, by): inside the transaction of the withdrawal
    tell: Callable  # tell(consent) -> list[str]: what will end, in words
    live: Callable[[], Q]  # consents that something going on needs
    seen: Callable[..., Q]  # seen(user): consents of what this person sees upstairs


RESTING: list[Resting] = []


def rests_on_consent(*, end: Callable, tell: Callable, live: Callable, seen: Callable) -> None:
    RESTING.append(Resting(end, tell, live, seen))


def end_all(consent, *, by) -> None:
    for resting in RESTING:
        resting.end(consent, by=by)


def tell_all(consent) -> list[str]:
    return [line for resting in RESTING for line in resting.tell(consent)]


def any_live() -> Q:
    """Matches nothing when nobody registered."""
    return _any(resting.live() for resting in RESTING)


def any_seen(user) -> Q:
    return _any(resting.seen(user) for resting in RESTING)


def _any(questions) -> Q:
    whole = Q(pk__in=[])
    for question in questions:
        whole |= question
    return whole
