"""Who is told that an organisation closes or opens again, stands in another directory, or has its access stopped.

Functions of the floors above.

Each is called as `told(organisation)` in the transaction of the change and reads what it needs itself.
"""

from collections.abc import Callable

CLOSURES_CHANGED: list[Callable] = []
LISTED_ELSEWHERE: list[Callable] = []
ACCESS_SUSPENDED: list[Callable] = []


def closures_changed(organisation) -> None:
    for told in CLOSURES_CHANGED:
        told(organisation)


def listed_elsewhere(organisation) -> None:
    for told in LISTED_ELSEWHERE:
        told(organisation)


def access_suspended(organisation) -> None:
    """Nobody there answers from now on."""
    for told in ACCESS_SUSPENDED:
        told(organisation)
