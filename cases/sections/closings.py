from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..case_page import Asking, Block, block
from ..codes import Outcome
from ..lists import day
from ..models import Case, CaseClosing


@block(90)
def closings_of(case: Case, user) -> Asking:
    """Every closing of the case, also those after which it was opened again."""
    people = ("asked_by", "closed_by", "reopened_by")
    found = yield CaseClosing.objects.visible_to(user).filter(case=case).select_related(*people)
    if not found:
        return None
    return Block(
        "closings",
        pgettext("daftar", "Penutupan"),
        template="cases/closing_block.html",
        told={"closings": [_line(one) for one in found]},
        on_paper=not case.restricted,
    )


def _line(one: CaseClosing) -> dict:
    labels = dict(Outcome.choices)
    again = {"day": day(one.reopened_at), "who": one.reopened_by or _("sistem")}
    return {
        "reason": one.get_reason_display(),
        "when": day(one.closed_at),
        "outcomes": ", ".join(str(labels[code]) for code in one.outcomes),
        "asked_by": str(one.asked_by or ""),
        "closed_by": str(one.closed_by),
        "note": one.note,
        "alone_because": one.alone_because,
        "again": _("Dibuka kembali %(day)s, %(who)s") % again if one.reopened_at else "",
    }
