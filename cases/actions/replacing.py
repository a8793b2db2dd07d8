"""A referral that is offered on: as the next one is sent, it takes the place of the one before."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..models import Referral
from ..transitions import LIVE, UNMET, open_to
from .referral_clocks import move_referral
from .referral_ends import held, withdraw_referral


def hold_chain(referral: Referral) -> None:
    """Both at once and in one order, as whatever else holds many: called inside a transaction."""
    if referral.previous_id:
        held(pk__in=[referral.pk, referral.previous_id])


def replaced_by(referral: Referral) -> Referral | None:
    """The one before, when sending this one would take it back; None where it is over, or where it asks something else."""
    before = _asked_before(referral)
    return before if before is not None and before.state in LIVE else None


def _asked_before(referral: Referral) -> Referral | None:
    """The same house, for the same case; a house that serves her and refers her on has a case of its own."""
    before = referral.previous
    same = before is not None and (before.case_id, before.sender_id) == (
        referral.case_id,
        referral.sender_id,
    )
    return before if same else None


def take_place_of_previous(referral: Referral, *, by) -> None:
    """The one before is withdrawn where it lives. Raises ValidationError when it is being served, when it was accepted
    since this one was written, or when it was offered on.

    Where it was taken back or completed the new one follows it, and that is all.
    """
    before = _asked_before(referral)
    if before is None:
        return
    others = Referral.objects.filter(previous=before, case=before.case_id, state__in=LIVE)
    if others.exclude(pk=referral.pk).exists():
        raise ValidationError({"to": _("Rujukan ini sudah ditawarkan ke lembaga lain.")})
    said_yes = before.answered_at if before.state in UNMET else None
    if said_yes is not None and said_yes > referral.created_at:
        text = _("%(house)s sudah menerima sesudah draf ini ditulis. Buka rujukan itu dulu.")
        raise ValidationError({"previous": text % {"house": before.to}})
    if open_to(before, "reoffer"):
        before = move_referral(before, "reoffer", by=by)
        if before.state in LIVE:
            withdraw_referral(before, by=by)
    elif before.state in LIVE:
        text = _("Rujukan sebelumnya sudah mulai dilayani oleh %(house)s. Buka rujukan itu dulu.")
        raise ValidationError({"previous": text % {"house": before.to}})
