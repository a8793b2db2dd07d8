"""After a withdrawal: the house that had the data is asked to delete what it wrote down, and says so (rule 7)."""

import secrets
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.clocks.actions import start_clock, stop_clock
from ltsa.notifications.actions import post_mail
from ltsa.timeline.actions import write_event

from .. import notices
from ..codes import DeletionWord, Seen
from ..guest import THROUGH_LINK, Guest, account_of
from ..models import Case, DeletionRequest, Referral
from ..transitions import NotYours, lock
from .link_ends import seen
from .links import TRIES, digest

CLOCK = "withdrawal"
LIMIT = timedelta(hours=72)  # UU 27/2022 art 40, 41
TO_THE_SENDER = (DeletionWord.PHONE, DeletionWord.LETTER)


def ask_deletion_of_referral(referral: Referral, *, by) -> DeletionRequest | None:
    """Only of a recipient who has opened it: else there is nothing that she could have kept."""
    if referral.first_opened_at is None and referral.answered_at is None:
        return None
    row = _ask(
        consent=referral.consent,
        organisation=referral.to,
        sender=referral.sender,
        referral=referral,
        by=by,
    )
    _ask_outside(row, referral)
    return row


def _ask_outside(row: DeletionRequest, referral: Referral) -> None:
    """Whoever read it behind a link has no account to hear of it: a mail to where each opened link went, as neutral."""
    opened = referral.links.exclude(opened_at=None)
    addresses = sorted({link.address for link in opened if link.address})
    if not addresses or row.token_digest or row.confirmed_at:
        return
    token = secrets.token_urlsafe(32)
    row.token_digest = digest(token)
    row.save(update_fields=["token_digest"])
    with translation.override("id"):
        url = f"{settings.SITE_URL}/tamu/{token}/hapus/"
        body = render_to_string("cases/mail/deletion.txt", {"url": url})
        title = _("Permintaan lewat portal LTSA-MRC")
    for address in addresses:
        mail = post_mail(address, title, body, kind="outside")
        mail.subject = row.pk
        mail.save(update_fields=["subject"])


def ask_deletion_of_case(case: Case, consent, *, organisation, by) -> DeletionRequest:
    """Of the house that had a case which now goes home."""
    return _ask(
        consent=consent,
        organisation=organisation,
        sender=consent.organisation,
        case=case,
        by=by,
    )


def _ask(*, by, **told) -> DeletionRequest:
    now = timezone.now()
    row, is_new = DeletionRequest.objects.get_or_create(
        **{"referral": None, "case": None, **told},
        defaults={"asked_at": now, "due_at": now + LIMIT},
    )
    if is_new:
        start_clock(CLOCK, row, organisation=row.sender, private=True, owner=_asker(row, by), by=by)
        notices.deletion_asked(row, by=by)
        _tell("deletion.ask", row, by=by)
    return row


def _asker(row: DeletionRequest, by):
    here = by is not None and by.posting.organisation_id == row.sender_id
    return by if here else row.consent.recorded_by


@transaction.atomic
def confirm_deletion(row: DeletionRequest, *, by) -> DeletionRequest:
    """One button: what we had is deleted. Twice is once. Raises NotYours for another house."""
    if by.posting.organisation_id != row.organisation_id:
        raise NotYours("confirm_deletion")
    return _confirm(row, confirmed_how=DeletionWord.ACCOUNT, confirmed_by=by, by=by)


def outside_request(token: str) -> DeletionRequest | None:
    """What the mailed address asks, as long as nobody has confirmed it."""
    asked = DeletionRequest.objects.unconfirmed().select_related("referral", "case")
    return asked.filter(token_digest=digest(token)).first()


@transaction.atomic
def confirm_deletion_outside(token: str, pin: str, *, address: str) -> bool:
    """The button behind the mailed address, which works once, for whoever knows the PIN that opened the referral.

    Whoever reads that mail alone confirms nothing. False for a wrong PIN, and when nothing is asked (any more).
    """
    row = outside_request(token)
    if row is None or not _knows_pin(row, pin, address):
        return False
    name = (row.referral.answered_outside if row.referral else "") or THROUGH_LINK
    guest = Guest(row.organisation_id, name)
    _confirm(row, confirmed_how=DeletionWord.LINK, confirmed_name=name, by=guest)
    return True


def _knows_pin(row: DeletionRequest, pin: str, address: str) -> bool:
    """The PIN of a link that was opened, dead as it is now; wrong ones are counted on it as before, five at most."""
    if row.referral is None:
        return False
    lock(row.referral)
    opened = row.referral.links.select_for_update(of=("self",)).exclude(opened_at=None)
    tried = list(opened.filter(wrong_pins__lt=TRIES))
    if any(check_password(pin, link.pin_hash) for link in tried):
        return True
    for link in tried:
        link.wrong_pins += 1
        link.save(update_fields=["wrong_pins"])
        seen(link, Seen.WRONG_PIN, address)
    return False


def may_note_deletion(row: DeletionRequest, user) -> bool:
    """Who asked writes down what she was told, of a house in which nobody has an account to press the button."""
    here = user.posting is not None and row.sender_id == user.posting.organisation_id
    ours = here and user.can(Permission.REFERRAL_SEND) and row.confirmed_at is None
    return ours and not notices.keepers(row).exists()


@transaction.atomic
def note_deletion(row: DeletionRequest, *, how: str, name: str, on: date, by) -> DeletionRequest:
    """Confirmed by phone or letter: whose word it was, and the day. Raises NotYours, ValidationError."""
    if row.confirmed_at is not None:
        return row
    if not may_note_deletion(row, by):
        raise NotYours("note_deletion")
    if how not in TO_THE_SENDER:
        raise ValidationError({"how": _("Pilih lewat telepon atau lewat surat.")})
    if not name.strip():
        raise ValidationError({"name": _("Tulis nama orang yang mengonfirmasi.")})
    if not timezone.localdate(row.asked_at) <= on <= timezone.localdate():
        raise ValidationError({"on": _("Pilih hari antara permintaan ini dan hari ini.")})
    told = {"confirmed_how": how, "confirmed_name": name.strip(), "confirmed_on": on}
    return _confirm(row, **told, confirmed_by=by, by=by)


def _confirm(row: DeletionRequest, *, by, **told) -> DeletionRequest:
    """The first word counts, whichever way it comes; the mailed address is used up by it."""
    taken = DeletionRequest.objects.filter(pk=row.pk, confirmed_at=None)
    if taken.update(confirmed_at=timezone.now(), token_digest="", **told):
        row.refresh_from_db()
        account = account_of(by)
        stop_clock(CLOCK, row, by=account)
        notices.deletion_settled(row)
        _tell("deletion.confirm", row, by=by)
        why = "" if account else THROUGH_LINK
        record("change", row, fields=["confirmed_at"], reason=why, by=account)
    return row


def _tell(verb: str, row: DeletionRequest, *, by) -> None:
    write_event(verb, row.referral or row.case, detail={"part": str(row.pk)}, by=by)
