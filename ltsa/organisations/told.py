"""Who is told that an organisation closes for some days or opens again, or that its access stops: functions of the floors above.

Each is called as `told(organisation)` in the transaction of the change and reads `organisation.closures` itself.
"""

from collections.abc import Callable

CLOSURES_CHANGED: list[Callable] = []
ACCESS_SUSPENDED: list[Callable] = []


def closures_changed(organisation) -> None:
    for told in CLOSURES_CHANGED:
        told(organisation)


def access_suspended(organisation) -> None:
    """Nobody there answers from now on."""
    for told in ACCESS_SUSPENDED:
        told(organisation)
