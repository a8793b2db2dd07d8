"""What a house without accounts has answered by phone or letter: its sender writes it down, or it would count as silent."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..codes import HeardBy
from ..guest import Guest
from ..models import Referral
from ..transitions import LINKABLE, UNANSWERED, NotYours, lock
from .guests import ANSWERS
from .links import has_accounts, may_link


def may_note_answer(referral: Referral, user) -> bool:
    """Whether she sent it, to a house in which nobody can answer; of a restricted case too, which gets no link."""
    waits = may_link(referral, user) and referral.state in LINKABLE
    return waits and not has_accounts(referral)


def heard_now(referral: Referral) -> list[str]:
    """What that house can have said of it by now."""
    before = ["accept", "decline"] if referral.state in UNANSWERED else ["return"]
    return [*before, "report_service"]


@transaction.atomic
def note_answer(
    referral: Referral,
    *,
    answer: str,
    how: str,
    name: str,
    reason: str = "",
    note: str = "",
    given_on: date | None = None,
    by,
) -> Referral:
    """Do what the house said, in the name of whoever said it there; the event names the officer who wrote it down.

    `answer` is one of `heard_now`, `reason` that of a decline. Raises NotYours, ValidationError, and what those raise.
    """
    referral = lock(referral)
    if not may_note_answer(referral, by):
        raise NotYours("note_answer")
    if answer not in heard_now(referral):
        raise ValidationError({"answer": _("Pilih jawabannya.")})
    if how not in HeardBy.values:
        raise ValidationError({"how": _("Pilih lewat apa jawabannya datang.")})
    if not name.strip():
        raise ValidationError({"name": _("Tulis nama orang yang menjawab.")})
    write_event(
        "referral.note_answer",
        referral,
        client=referral.case.migrant_id,
        detail={"how": how},
        by=by,
    )
    record("change", referral, fields=["answer", how], by=by)
    guest = Guest(referral.to_id, name.strip())
    told: dict[str, dict] = {
        "accept": {},
        "decline": {"reason": reason, "note": note},
        "return": {"reason": note},
        "report_service": {"note": note, "given_on": given_on},
    }
    if answer == "report_service" and referral.state in UNANSWERED:
        referral = ANSWERS["accept"](referral, guest, told["accept"])
    return ANSWERS[answer](referral, guest, told[answer])
