"""The deadlines that tick for a case: its own, of its mediation and of its referrals; those of tasks stand with them."""

from django.db.models import Q
from django.utils.translation import gettext as _

from ltsa.clocks.models import Clock
from ltsa.clocks.rows import clock_rows

from ..case_page import Asking, Block, block
from ..codes.clock import CaseClock
from ..models import Case, Promise, Referral

SHOWN = [kind for kind in CaseClock.values if kind != CaseClock.TASK]


@block(15)
def deadlines(case: Case, user) -> Asking:
    """Absent while nothing ticks."""
    sent = Referral.objects.visible_to(user).filter(case=case)
    promised = Promise.objects.visible_to(user).filter(mediation__case=case)
    parts = Q(subject__in=sent.values("pk")) | Q(subject__in=promised.values("pk"))
    ticking = Clock.objects.ticking().filter(Q(subject=case.pk) | parts, kind__in=SHOWN)
    clocks, codes = yield (
        ticking.defer("named").order_by("due_at"),
        sent.open().values_list("pk", "code"),
    )
    if not clocks:
        return None
    code_of = dict(codes)
    rows = [
        row | {"label": " ".join([str(row["label"]), code_of.get(clock.subject, "")]).strip()}
        for clock, row in zip(clocks, clock_rows(clocks), strict=True)
    ]
    return Block(
        "clocks",
        _("Tenggat"),
        template="cases/clock_block.html",
        told={"clocks": rows},
        on_paper=not case.restricted,
    )
