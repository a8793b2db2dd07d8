"""Two records of one person become one. No row moves, so for 30 days it can be taken back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..codes import PhoneSafe
from ..merged import UNDO_WITHIN, follow, mergeable, refusal
from ..models import Merge, Migrant


@transaction.atomic
def merge_clients(duplicate: Migrant, *, into: Migrant, reason: str, by) -> Merge:
    """From now on `duplicate` stands for `into`, whose data stay as they are. Raises ValidationError.

    But where either record says that calling is not safe, the one that stays says so from now on, undone or not.
    What hangs on either stays where it is and is seen by whom it was seen before; restricted cases too.
    """
    locked = mergeable(by).filter(pk__in=[duplicate.pk, into.pk]).order_by("pk")
    rows = {row.pk: row for row in locked.select_for_update(of=("self",))}
    if duplicate.pk not in rows or into.pk not in rows:
        raise ValidationError(_("Salah satu data ini tidak boleh Anda ubah."))
    if why_not := refusal(rows[duplicate.pk], into=rows[into.pk]):
        raise ValidationError(why_not)
    merge = Merge.objects.create(
        duplicate=duplicate,
        into=into,
        reason=reason,
        organisation=by.posting.organisation,
        by=by,
    )
    _stand_for(duplicate, into)
    _keep_safe(rows[into.pk], rows[duplicate.pk], by=by)
    follow(merge, by=by)
    _tell("merge", merge, reason=reason, by=by)
    return merge


@transaction.atomic
def undo_merge(merge: Merge, *, by) -> Merge:
    """Both stand for themselves again; undone already is fine. Raises ValidationError when it is too late or not hers."""
    merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    if merge.undone_at is not None:
        return merge
    if not by.can(Permission.CLIENT_MERGE) or by.posting.organisation_id != merge.organisation_id:
        raise ValidationError(_("Hanya lembaga yang menggabungkan dapat mengurungkannya."))
    if timezone.now() > merge.at + UNDO_WITHIN:
        raise ValidationError(_("Sudah lewat 30 hari, jadi tidak dapat diurungkan lagi."))
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.save(update_fields=["undone_at", "undone_by"])
    _stand_for(merge.duplicate, None)
    follow(merge, by=by)
    _tell("unmerge", merge, by=by)
    return merge


def _stand_for(duplicate: Migrant, into: Migrant | None) -> None:
    Migrant.objects.filter(pk=duplicate.pk).update(merged_into=into, version=F("version") + 1)


# The stricter answer to "may we call?"; one that nobody asked for forbids nothing.
STRICTER: dict[str, tuple[str, ...]] = {
    PhoneSafe.NO: ("yes", "ask", ""),
    PhoneSafe.ASK: ("yes", ""),
}


def _keep_safe(into: Migrant, duplicate: Migrant, *, by) -> None:
    if into.phone_safe in STRICTER.get(duplicate.phone_safe, ()):
        rows = Migrant.objects.filter(pk=into.pk)
        rows.update(phone_safe=duplicate.phone_safe, version=F("version") + 1)
        record("change", into, fields=["phone_safe"], by=by)


def _tell(verb: str, merge: Merge, *, reason: str = "", by) -> None:
    """On the timeline and in the audit trail of both."""
    for migrant, part in ((merge.into, "into"), (merge.duplicate, "duplicate")):
        write_event(f"client.{verb}_{part}", migrant, client=migrant.pk, by=by)
        record("change", migrant, fields=["merged_into"], reason=reason, by=by)
