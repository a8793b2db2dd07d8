"""Who is told that an organisation closes for some days, or stands in another directory: functions of the floors above.

Each is called as `told(organisation)` in the transaction of the change and reads what it needs itself.
"""

from collections.abc import Callable

CLOSURES_CHANGED: list[Callable] = []
LISTED_ELSEWHERE: list[Callable] = []


def closures_changed(organisation) -> None:
    for told in CLOSURES_CHANGED:
        told(organisation)


def listed_elsewhere(organisation) -> None:
    for told in LISTED_ELSEWHERE:
        told(organisation)
