"""The case's page in blocks: each capability adds its own, and all of them ask the database at once.

    @block(40)
    def mediations(case, user) -> Asking:
        rows = yield Mediation.objects.visible_to(user).filter(case=case)
        return Block("mediations", _("Mediasi"), rows=[...], actions=[(_("Ajukan mediasi"), url)])

Blocks live in cases/sections/<noun>.py. Whoever sees a case's line only (a district admin) gets none but the
referrals, with their status and time.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field

from ltsa.gather import ask_together

from .disclosure import may_read_narrative
from .models import Case


@dataclass(frozen=True)
class Block:
    """Rows of {url, title, text, tag, tone, [edit], [edit_label]}; or a template of its own with `told` as context.

    `quiet`: with nothing in it, it is a line in the list of what can be added, not a panel. `on_paper`: of an ordinary
    case; no block of a restricted one is printed, for its partners, files and letters would tell (rules 4 and 12).
    """

    name: str
    title: str
    rows: list[dict] = field(default_factory=list)
    actions: list[tuple] = field(default_factory=list)  # (label, url)
    empty: str = ""
    template: str = ""
    told: dict = field(default_factory=dict)
    quiet: bool = True
    on_paper: bool = True


Asking = Generator[object, list, Block | None]
BLOCKS: list[tuple[int, Callable]] = []
# Of these whoever sees the case's line only reads status and time (domain 4.1, column referral).
TIMING: list[Callable] = []


def block(order: int, *, timing: bool = False) -> Callable[[Callable], Callable]:
    """Register a block; the lowest `order` stands first. `timing`: it tells a district admin status and time alone."""

    def register(make: Callable) -> Callable:
        if timing:
            TIMING.append(make)
        BLOCKS.append((order, make))
        BLOCKS.sort(key=lambda known: known[0])
        return make

    return register


def blocks_of(case: Case, user, *, on_paper: bool = False) -> dict:
    """{"blocks": filled ones, "bare": those with nothing yet}, for this reader."""
    makers = [make for _order, make in BLOCKS]
    if not may_read_narrative(case, user):
        makers = TIMING
    made = ask_together(*(make(case, user) for make in makers))
    printed = not case.restricted
    shown = [
        one for one in made if one is not None and (not on_paper or (printed and one.on_paper))
    ]
    return {
        "blocks": [_for_template(one) for one in shown if _filled(one)],
        "bare": [one for one in shown if not _filled(one)],
    }


def _filled(one: Block) -> bool:
    return bool(one.rows or one.template or not one.quiet)


def _for_template(one: Block) -> dict:
    return {
        "name": one.name,
        "title": one.title,
        "actions": one.actions,
        "rows": [{"url": "", "edit": "", "edit_label": "", **row} for row in one.rows],
        "empty": one.empty,
        "template": one.template,
        "told": one.told,
    }
