"""What the page of a referral shows once it was answered: where to go next, and what the client said."""

from django.urls import reverse
from django.utils.translation import gettext as _

from services.locks import shut_houses

from .disclosure import is_recipient
from .lists import minute
from .models import Referral
from .picker import propose

FIRST = 3  # proposals beside a referral that came back; the form has them all


def after_answer(referral: Referral, user, *, inside: bool, verbs: dict) -> dict:
    """{next_options, said, ask_client}; nothing of it for those who see timing alone."""
    coming = {button["verb"] for button in verbs["next"]}
    return {
        "next_options": _next_options(referral, user) if "reoffer" in coming else None,
        "said": _said(referral, user) if inside else [],
        "ask_client": "ask_client" in coming,
    }


def _next_options(referral: Referral, user) -> dict:
    """{suggested, houses}: whom the recipient named, and the first that fit: [{name, record, url}]."""
    found = propose(
        referral.case,
        referral.services,
        user=user,
        exclude=[referral.to_id],
        language=referral.language,
        access=referral.access,
    )
    address = reverse("cases:referral_reoffer", args=[referral.pk])
    houses = [
        {
            "house": one.organisation,
            "record": one.record,
            "url": f"{address}?ke={one.organisation.pk}",
        }
        for one in found
        if one.fits
    ]
    return {"suggested": _suggested(referral), "houses": houses[:FIRST]}


def _suggested(referral: Referral):
    """Not a house that is locked out of the client: who named it could not know."""
    house = referral.suggested
    if house is None:
        return None
    locked = shut_houses(referral.case.migrant_id).filter(pk=house.pk).exists()
    return None if locked else house


def _said(referral: Referral, user) -> list[dict]:
    """The recipient reads what was answered, not who asked, when and how."""
    said = getattr(referral, "client_feedback", None)
    if said is None:
        return []
    rows = [(_("Merasa terbantu?"), said.get_helped_display())]
    if said.score:
        rows.append((_("Kepuasan"), _("%(n)s dari 5") % {"n": said.score}))
    if not is_recipient(referral, user):
        asked = f"{said.get_how_display()}, {minute(said.at)}, {said.by}"
        rows.append((_("Ditanya"), asked))
    return [{"term": term, "value": value} for term, value in rows]
