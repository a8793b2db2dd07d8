"""What every loader of the demo stands on: chance that always falls alike, a clock, and the people of the cast."""

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db import models
from django.utils import timezone

from ltsa.accounts.models import Posting, User
from ltsa.codes import ALPHABET

from .accounts import ACCOUNTS

DAYS = 720  # two years until today
SUNDAY = 6


class Chance(random.Random):
    """Random numbers of one purpose; the same purpose gives the same numbers in every demo."""

    def __init__(self, purpose: str) -> None:
        super().__init__(f"satu-atap/{purpose}")

    def id(self) -> uuid.UUID:
        return uuid.UUID(int=self.getrandbits(128), version=4)

    def code(self, prefix: str) -> str:
        return f"{prefix}-" + "".join(self.choices(ALPHABET, k=7))

    def pick(self, weights: dict):
        """One key, as often as its weight says."""
        return self.choices(list(weights), list(weights.values()))[0]

    def happens(self, share: float) -> bool:
        return self.random() < share


@dataclass
class Stage:
    now: datetime = field(default_factory=timezone.now)

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def person(self, username: str) -> User:
        return self.people[username]

    def __post_init__(self) -> None:
        names = [account.username for account in ACCOUNTS]
        self.people = {user.username: user for user in User.objects.filter(username__in=names)}

    def workday(self, days_ago: int, chance: Chance) -> datetime:
        """An hour of service on that day, or on the Saturday before a Sunday; never later than now."""
        hour, minute = chance.randrange(8, 15), chance.randrange(0, 60, 5)
        day = self.today - timedelta(days=days_ago)
        if day.weekday() == SUNDAY and days_ago:
            day -= timedelta(days=1)
        return self.past(timezone.make_aware(datetime.combine(day, time(hour, minute))))

    def past(self, moment: datetime) -> datetime:
        return min(moment, self.now - timedelta(minutes=2))

    def between(
        self, start: datetime, chance: Chance, steps: int, span: timedelta
    ) -> list[datetime]:
        """`steps` rising moments after `start`, within `span` and before now."""
        room = min(span, self.now - start)
        return [start + room * part for part in sorted(chance.random() for _ in range(steps))]


def posting_of(user: User) -> Posting:
    """Where somebody of the cast works; each of them works somewhere."""
    if user.posting is None:
        raise LookupError(user.username)
    return user.posting


@dataclass(frozen=True)
class Loader:
    """`model` tells whether it has been here: a table with rows is left alone."""

    model: type[models.Model]
    load: Callable[[Stage], dict[str, int]]


LOADERS: list[Loader] = []


def loads(model: type[models.Model]):
    """Registers `load(stage) -> {label: rows}` of `<app>/demo.py`, in the order of the installed apps."""

    def register(load: Callable[[Stage], dict[str, int]]) -> Callable[[Stage], dict[str, int]]:
        LOADERS.append(Loader(model, load))
        return load

    return register
