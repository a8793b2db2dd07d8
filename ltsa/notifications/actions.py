"""Tell people. A row in the caller's transaction; the relay and the worker do the rest, later and elsewhere."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ltsa.audit.actions import record
from ltsa.versions import update_row

from .gateway import is_offered
from .models import Heartbeat, Notification, Preference
from .texts import NeutralTexts, digest_texts
from .wishes import leaves_at, summed_up_until, wishes_of


def notify(
    people: Iterable,
    kind: str,
    *,
    subject=None,
    link: str = "",
    code: str = "",
    due_at=None,
    emergency: bool = False,
) -> list[Notification]:
    """Write one inbox line and one outbox row for each of `people`, in the running transaction.

    The mail says one neutral sentence in the reader's language and carries the link, nothing else (domain 4 rule 4).
    Whoever wishes it is told by phone too, by a row of its own that is no line.
    """
    people, now = list(people), timezone.now()
    wishes = wishes_of(people)
    texts = NeutralTexts(kind, link, due_at if emergency else None)
    told = {
        "kind": kind,
        "subject": subject,
        "link": link,
        "code": code,
        "due_at": due_at,
        "emergency": emergency,
    }
    lines = [
        Notification(
            user=person,
            address=person.email,
            **told,
            **_way(person, wishes[person.pk], emergency, now),
            **texts.mail(person.language),
        )
        for person in people
    ]
    copies = [
        Notification(
            user=person,
            channel=wish.phone_channel,
            next_attempt_at=now if emergency else leaves_at(wish, now),
            **told,
            **texts.phone(person.language),
        )
        for person in people
        if (wish := wishes[person.pk]).phone_channel != Preference.Phone.OFF
        if wish.phone and is_offered()
    ]
    Notification.objects.bulk_create(lines + copies)
    return lines


def _way(person, wish: Preference, emergency: bool, now: datetime) -> dict:
    """State and first try of the mail. An emergency waits for no summary and no morning, and is mailed to everybody."""
    if emergency and person.email:
        return {"state": "pending", "next_attempt_at": now}
    if not person.email or wish.mail == Preference.Mail.OFF:
        return {"state": "no_address"}
    if wish.mail == Preference.Mail.DIGEST:
        return {"state": "digest"}
    return {"state": "pending", "next_attempt_at": leaves_at(wish, now)}


def post_mail(
    address: str, subject: str, body: str, *, user=None, kind: str = "account"
) -> Notification:
    """Put a mail that is no inbox line into the outbox: an account's (password, sign-in), or to a house without one."""
    return Notification.objects.create(
        user=user, kind=kind, address=address, mail_subject=subject, mail_body=body
    )


@transaction.atomic
def send_digest(user_id: UUID) -> Notification | None:
    """One mail for all lines that wait for her summary, when it is due; None when not, or when somebody is at it."""
    chosen = Preference.objects.select_for_update(skip_locked=True, of=("self",))
    wish = chosen.select_related("user").filter(pk=user_id).first()
    until = summed_up_until(wish, now := timezone.now()) if wish else None
    if wish is None or until is None:
        return None
    waiting = Notification.objects.waiting_for_digest().filter(user=user_id, created_at__lt=until)
    person = wish.user
    if not person.email or not person.is_active or wish.mail == Preference.Mail.OFF:
        waiting.update(state="no_address")
        return None
    waiting.filter(read_at__isnull=False).update(state="cancelled")
    count = waiting.count()
    if not count:
        return None
    wish.digest_sent_on = timezone.localdate(now)
    wish.save(update_fields=["digest_sent_on"])
    texts = digest_texts(count, person.language)
    made = post_mail(person.email, **texts, user=person, kind="digest")
    waiting.update(reference=str(made.pk))
    return made


@transaction.atomic
def change_preference(*, version: int, by, **fields) -> Preference:
    """How `by` wishes to be told. Raises ltsa.versions.Stale."""
    Preference.objects.bulk_create([Preference(user=by)], ignore_conflicts=True)
    wish = Preference.objects.get(pk=by.pk)
    changed = sorted(name for name, value in fields.items() if getattr(wish, name) != value)
    update_row(wish, version=version, **fields)
    if changed:
        record("change", wish, fields=changed, by=by)
    return wish


def believe_address(person) -> None:
    """Her address is another one now, or she says that it works again."""
    Preference.objects.filter(user=person).update(bounced_at=None)


@transaction.atomic
def mark_bounced(notification_id: UUID) -> bool:
    """Her mail server gave this mail back; she and whoever manages her account see it. False: nothing to mark."""
    sent = Notification.objects.select_for_update(of=("self",)).select_related("user")
    row = sent.filter(pk=notification_id, channel="mail", state="sent").first()
    if row is None:
        return False
    row.state, row.bounced_at = "bounced", timezone.now()
    row.save(update_fields=["state", "bounced_at"])
    carry_on(row)
    if row.user and row.user.email == row.address:
        Preference.objects.bulk_create([Preference(user=row.user)], ignore_conflicts=True)
        Preference.objects.filter(user=row.user).update(bounced_at=row.bounced_at)
    return True


def carry_on(row: Notification) -> None:
    """What became of a summary became of the lines in it."""
    if row.kind == Notification.Kind.DIGEST:
        lines = Notification.objects.filter(user=row.user_id, reference=str(row.pk))
        lines.update(state=row.state, sent_at=row.sent_at, bounced_at=row.bounced_at)


def mark_delivery(reference: str, *, delivered: bool) -> bool:
    """What the gateway says became of a message. One UPDATE decides, so an old letter shown again changes nothing."""
    if not reference or "\0" in reference:
        return False
    known = Notification.objects.exclude(channel="mail").filter(reference=reference[:80])
    open_ones = known.filter(state="sent", delivered_at=None)
    now = timezone.now()
    if delivered:
        open_ones.update(delivered_at=now)
    else:
        open_ones.update(state="bounced", bounced_at=now)
    return known.exists()


def mark_read(notification: Notification, *, by) -> Notification:
    if notification.user_id == by.pk and notification.read_at is None:
        notification.read_at = timezone.now()
        notification.save(update_fields=["read_at"])
    return notification


def mark_all_read(*, by) -> int:
    """How many lines of one's own inbox were marked."""
    return Notification.objects.visible_to(by).unread().update(read_at=timezone.now())


def beat(part: str) -> None:
    """Say that a part ("worker", "relay", "broker", "beat") is alive now."""
    Heartbeat.objects.update_or_create(part=part, defaults={"at": timezone.now()})
