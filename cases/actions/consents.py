"""What rests on a consent here: referrals, and restricted cases that were handed over (domain 4 rule 7)."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from services.withdrawing import rests_on_consent

from ..codes import ReferralKind
from ..models import Case, Referral
from ..transitions import open_to
from .cases import take_back_case
from .deletions import ask_deletion_of_case, ask_deletion_of_referral
from .freezing import freeze_steps
from .referral_ends import drop_draft, end_by_itself, end_grants, held


def end(consent, *, by) -> None:
    """End every live referral that was sent under it, and every hand-over; the recipients lose sight at once."""
    freeze_steps(consent, by=by)
    # Locked: an answer of this very moment has come before, or comes too late.
    for referral in held(consent=consent):
        if referral.state == "draft":
            drop_draft(referral, by=by)
            continue
        if open_to(referral, "expire"):
            referral = end_by_itself(referral, why="consent_withdrawn")
        # Also of a completed one: the partner would see the client until the day she had first agreed to.
        end_grants(referral)
        if not _has_case(referral):
            ask_deletion_of_referral(referral, by=by)
    for case in Case.objects.filter(hand_over_consent=consent):
        had = case.organisation
        take_back_case(case, by=by)
        ask_deletion_of_case(case, consent, organisation=had, by=by)


def _has_case(referral: Referral) -> bool:
    """The house that took the whole case over, and has it still, is asked once, for the case."""
    return (
        referral.kind == ReferralKind.TRANSFER
        and referral.case.hand_over_consent_id == referral.consent_id
    )


def tell(consent) -> list[str]:
    """What will end, for the page that asks once more."""
    lines = []
    if number := Referral.objects.filter(consent=consent).exclude(state="draft").open().count():
        text = ngettext(
            "%(number)d rujukan yang masih berjalan berakhir, dan penerimanya diberi tahu.",
            "%(number)d rujukan yang masih berjalan berakhir, dan penerimanya diberi tahu.",
            number,
        )
        lines.append(text % {"number": number})
    if Case.objects.filter(hand_over_consent=consent).exists():
        lines.append(_("Kasus yang diserahkan kembali ke supervisor kantor asal."))
    return lines


def live() -> Q:
    """Consents that a referral still on its way, or a case in another house, needs."""
    handed = Case.objects.open().exclude(hand_over_consent=None)
    return Q(pk__in=Referral.objects.open().values("consent")) | Q(
        pk__in=handed.values("hand_over_consent")
    )


def seen(user) -> Q:
    """Whoever sees the referral or the case sees the consent that it rests on."""
    cases = Case.objects.visible_to(user).exclude(hand_over_consent=None)
    referrals = Referral.objects.visible_to(user)
    return Q(pk__in=referrals.values("consent")) | Q(pk__in=cases.values("hand_over_consent"))


rests_on_consent(end=end, tell=tell, live=live, seen=seen)
