"""Which clocks there are (domain 4.3). Apps register theirs in `<app>/clocks.py`, found like admin.py is.

    kind("village_call", _("Telepon permintaan desa"), limit=hours(24), act=tell_supervisor)
    kind("referral_answer", _("Jawaban rujukan"),
         limit={"emergency": hours(24), "urgent": hours(72), "normal": days(14)},
         steps={"emergency": (Step("call", ring, after=hours(1)), Step("escalate", escalate, share=1)), ...})

An act tells people and writes the event, inside the transaction that marks its step as done. It runs while the clock's
row is locked and an action may hold the subject's: it reads the subject and never locks or saves it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ltsa.organisations.workdays import moment_after


@dataclass(frozen=True)
class Span:
    """A length of time: on the calendar, or in working days of a district."""

    length: timedelta
    workdays: bool = False

    def after(self, start: datetime, district: str | None) -> datetime:
        if self.workdays:
            return moment_after(start, self.length, district)
        try:
            return start + self.length
        except OverflowError:  # a date of the year 9999 was typed
            return start


def hours(count: float) -> Span:
    return Span(timedelta(hours=count))


def days(count: float) -> Span:
    """Days of 24 hours on the calendar."""
    return Span(timedelta(days=count))


def workdays(count: float) -> Span:
    """ "hk" of domain 4.3."""
    return Span(timedelta(days=count), workdays=True)


@dataclass(frozen=True)
class Step:
    """One thing that is done once: `act(clock, step)`. Exactly one of these says when.

    share: of the time between start and due (1 is the due moment itself); after: from the start; before, past: from
    the due moment.
    """

    name: str
    act: Callable
    share: float | None = None
    after: Span | None = None
    before: timedelta | None = None
    past: Span | None = None

    def __post_init__(self):
        if sum(when is not None for when in (self.share, self.after, self.before, self.past)) != 1:
            raise ValueError(f"step {self.name}: exactly one of share, after, before, past")


def half_and_due(act: Callable) -> tuple[Step, ...]:
    """A reminder at 50 % and a word at 100 % (features 25)."""
    return Step("half", act, share=0.5), Step("due", act, share=1)


Limits = Span | Mapping[str, Span] | None
Steps = tuple[Step, ...] | Mapping[str, tuple[Step, ...]]


@dataclass(frozen=True)
class Kind:
    code: str
    label: object  # lazy
    limit: Limits = None
    steps: Steps = field(default_factory=tuple)
    private: bool = False

    def limit_for(self, priority: str) -> Span | None:
        """None: whoever starts it says when it is due."""
        return self.limit[priority] if isinstance(self.limit, Mapping) else self.limit

    def steps_for(self, priority: str) -> tuple[Step, ...]:
        return self.steps[priority] if isinstance(self.steps, Mapping) else self.steps

    def step(self, name: str, priority: str) -> Step:
        return next(step for step in self.steps_for(priority) if step.name == name)


KINDS: dict[str, Kind] = {}


def kind(
    code: str,
    label,
    *,
    limit: Limits = None,
    act: Callable | None = None,
    steps: Steps = (),
    private: bool = False,
) -> Kind:
    """Register a clock. `limit`: one for all, or by priority; without one the due moment is given at its start.

    `act` alone gives the two steps of half_and_due. `private`: only its owner and the named are told and may see it.
    """
    if act is not None:
        steps = half_and_due(act)
    if code in KINDS:
        raise ValueError(f"two clocks are called {code}")
    KINDS[code] = Kind(code, label, limit, steps, private)
    return KINDS[code]
