from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..case_page import Asking, Block, block
from ..disclosure import may_work
from ..mediation_law import acts_of, bars_among, in_words, types_of
from ..mediation_page import MEDIATION_TONES
from ..models import Case, Mediation, Recovery
from ..money import payment_rows, totals
from ..transitions import MEDIABLE, UNDER_WAY


@block(40)
def mediations_of(case: Case, user) -> Asking:
    """The mediations of a case; where the law leaves no room for one, why, in the place of the button."""
    found, types, acts = yield (
        Mediation.objects.visible_to(user)
        .filter(case=case)
        .select_related("respondent__agency", "mediator"),
        types_of(case),
        acts_of(case),
    )
    bars = bars_among(case, types, acts)
    why = in_words(bars) if bars else ""
    ask = (_("Ajukan mediasi"), reverse("cases:mediation_create", args=[case.pk]))
    open_to_it = not bars and may_work(case, user) and case.state in MEDIABLE
    going = any(row.state in UNDER_WAY for row in found)
    return Block(
        "mediations",
        _("Mediasi"),
        actions=[ask] if open_to_it else [],
        empty=why or _("Belum ada mediasi. Dapat diajukan setelah kasus ditangani."),
        template="cases/mediation_block.html" if found else "",
        told={"mediations": [_line(row) for row in found], "why": why if going else ""},
        on_paper=not case.restricted,
    )


def _line(row: Mediation) -> dict:
    mediator = str(row.mediator) if row.mediator else row.mediator_name
    since = date_format(row.requested_at, "j M Y")
    return {
        "url": reverse("cases:mediation_detail", args=[row.pk]),
        "title": str(row.respondent),
        "text": _("mediator %(mediator)s · sejak %(since)s")
        % {"mediator": mediator, "since": since},
        "tag": row.get_state_display(),
        "tone": MEDIATION_TONES[row.state],
    }


@block(41)
def recoveries_of(case: Case, user) -> Asking:
    """What she really got, by promise or without: each in its own currency, and all of it in rupiah."""
    found = yield Recovery.objects.visible_to(user).filter(case=case)
    posting = user.posting
    own = posting is not None and posting.organisation_id == case.organisation_id
    add = (_("Catat yang diterima"), reverse("cases:recovery_create", args=[case.pk]))
    return Block(
        "recoveries",
        _("Yang diterima klien"),
        actions=[add] if may_work(case, user) else [],
        empty=_("Belum ada uang atau dokumen yang diterima."),
        template="cases/recovery_block.html" if found else "",
        told={"payments": payment_rows(found, own), "totals": totals(found)},
        on_paper=not case.restricted,
    )
