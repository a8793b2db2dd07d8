"""Two requests to a clinic without accounts: one answered behind its link, one whose link waits.

Made as people make them; token and PIN are thrown away at once, so that nobody gets in by a link of the demo.
"""

from datetime import timedelta

from ltsa.demo.cast import id_of
from ltsa.demo.stage import Stage, loads
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Organisation

from .. import actions
from ..models import Case, OutsideLink, Referral

ASKED: dict = {
    "services": ["health"],
    "priority": "normal",
    "needs": "Perlu pemeriksaan kesehatan sebelum berangkat.",
    "disclose": ["identity", "contact", "needs"],
}
NURSE = "Suster Contohwati"


@loads(OutsideLink)
def load_links(stage: Stage) -> dict[str, int]:
    desk = stage.people["meja.cirebon"]
    open_ones = (
        Case.objects.visible_to(desk)
        .open()
        .filter(
            restricted=False, organisation=desk.posting.organisation_id, migrant__anonymous=False
        )
    )
    cases = list(open_ones.order_by("-opened_at", "pk")[:2])
    for case, answers in zip(cases, (True, False), strict=False):
        _link(case, desk, stage, answers=answers)
    return {"tautan tamu": len(cases)}


def _link(case: Case, desk, stage: Stage, *, answers: bool) -> Referral:
    house = Organisation.objects.get(pk=id_of("house", "puskesmas.cirebon"))
    consent = {"method": "signature", "expires_on": stage.today + timedelta(days=45)}
    draft = actions.create_referral(case, to=house, consent=consent, by=desk, **ASKED)
    sent = actions.send_referral(draft, by=desk)
    _made, secret = actions.make_link(sent, way="print", by=desk)
    if answers:
        opened = actions.open_link(secret.token, secret.pin, address="")
        if opened is None:
            raise LookupError(sent.code)
        told = {"contact": NURSE, "address": ""}
        actions.answer_through(secret.token, opened[0], "accept", name=NURSE, **told)
    Notification.objects.pending().filter(subject=sent.pk).update(state="no_address")
    return sent
