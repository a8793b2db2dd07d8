"""What the upper rooms know of their rows, for the officer for data protection: `<app>/privacy.py`, found like admin.py.

@finds_code
def client_of(code, district): -> id or None

@finds_villages
def villages(ids): -> {id of a client: code of her village}

@finds_work
def worked_with(person, ids, day): -> the ids of those clients whom this person works with
"""

from collections.abc import Callable

CODES: list[Callable] = []
VILLAGES: list[Callable] = []
WORK: list[Callable] = []


def finds_code(find: Callable) -> Callable:
    CODES.append(find)
    return find


def finds_villages(find: Callable) -> Callable:
    VILLAGES.append(find)
    return find


def finds_work(find: Callable) -> Callable:
    WORK.append(find)
    return find
