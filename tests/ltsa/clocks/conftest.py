"""Kinds of clocks that exist in these tests alone."""

from datetime import timedelta

import pytest

from ltsa.clocks.kinds import KINDS, Step, days, hours, kind, workdays

WORDS = "Suharti Contohsari"  # an error quotes what it stumbled over


@pytest.fixture(autouse=True)
def acts():
    """Every step's act writes (kind, step) here; `acts.fail` names the steps that raise."""

    class Acts(list):
        fail: frozenset = frozenset()

        def __call__(self, clock, step):
            self.append((clock.kind, step.name))
            if step.name in self.fail:
                raise RuntimeError(WORDS)

    act, before = Acts(), dict(KINDS)
    kind("t_hours", "Contoh", limit=hours(10), act=act)
    kind("t_other", "Contoh lain", limit=hours(10), act=act)
    kind("t_work", "Contoh", limit={"n": workdays(3), "e": hours(24)}, act=act)
    kind("t_open", "Contoh", act=act, private=True)
    by_priority = {
        "e": (Step("call", act, after=hours(1)), Step("escalate", act, share=1)),
        "n": (Step("remind", act, after=workdays(3)), Step("escalate", act, share=1)),
    }
    kind("t_steps", "Contoh", limit={"e": hours(24), "n": days(14)}, steps=by_priority)
    reminder = Step("morning", act, before=timedelta(hours=17))
    kind("t_date", "Contoh", steps=(reminder, Step("head", act, past=days(7))))
    yield act
    KINDS.clear()
    KINDS.update(before)
