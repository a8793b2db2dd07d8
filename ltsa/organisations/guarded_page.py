"""What pages say of an address that waits, and of access that is suspended."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.access import Permission

from .addresses import address_of
from .models import AddressChange, Organisation, Suspension


def moment(value) -> str:
    return date_format(timezone.localtime(value), "j M Y H.i") if value else ""


def address_state(organisation: Organisation) -> dict | None:
    """Of the change that waits: what it says, and how to call it off; None when nothing waits."""
    change = organisation.address_changes.open().first()
    if change is None or (change.takes_effect_at and change.takes_effect_at <= timezone.now()):
        return None
    told = {"address": change.address or _("tanpa surel"), "day": moment(change.takes_effect_at)}
    if change.confirmed_at is None:
        words = _("Alamat baru %(address)s belum dikonfirmasi pejabat pelindungan data pribadi.")
    else:
        words = _("Alamat baru %(address)s dipakai mulai %(day)s.")
    return {
        "text": words % told,
        "cancel_url": reverse("organisations:address_cancel", args=[change.pk]),
    }


def suspension_state(organisation: Organisation, user) -> dict | None:
    """For the admin of the district: that it is suspended, until when; None when it is not."""
    if not user.can(Permission.PEOPLE_MANAGE_DISTRICT):
        return None
    rows = organisation.suspensions.all()
    row = rows.in_force().first() or rows.waiting().first()
    if row is None:
        return None
    if row.starts_at is None:
        words = _("Penangguhan akses menunggu persetujuan pejabat pelindungan data pribadi.")
    else:
        words = _("Akses lembaga ini ditangguhkan sampai %(moment)s.")
    return {
        "text": words % {"moment": moment(row.ends_at)},
        "lift_url": reverse("organisations:lift", args=[row.pk]),
    }


def officer_page(user) -> dict:
    changes = AddressChange.objects.visible_to(user).open().select_related("organisation")
    seen = Suspension.objects.visible_to(user)
    rows = (seen.waiting() | seen.in_force()).select_related("organisation", "by")
    return {
        "changes": [_change_row(change) for change in changes],
        "suspensions": [_suspension_row(row) for row in rows],
    }


def _change_row(change: AddressChange) -> dict:
    waits = change.confirmed_at is None
    return {
        "url": reverse("officer:address", args=[change.pk]),
        "name": change.organisation.name,
        "asked": moment(change.asked_at),
        "tag": _("Menunggu Anda") if waits else moment(change.takes_effect_at),
        "tone": "waiting" if waits else "info",
    }


def _suspension_row(row: Suspension) -> dict:
    waits = row.starts_at is None
    return {
        "url": reverse("officer:suspension", args=[row.pk]),
        "name": row.organisation.name,
        "asked": moment(row.asked_at),
        "tag": _("Menunggu Anda")
        if waits
        else _("Sampai %(moment)s") % {"moment": moment(row.ends_at)},
        "tone": "waiting" if waits else "burning",
    }


def address_page(change: AddressChange, user) -> dict:
    organisation = change.organisation
    is_open = not (change.applied_at or change.refused_at or change.cancelled_at)
    rows = [
        (_("Lembaga"), organisation.name),
        (_("Alamat sekarang"), address_of(organisation) or _("tanpa surel")),
        (_("Alamat baru"), change.address or _("tanpa surel")),
        (_("Diminta oleh"), f"{change.asked_by}, {moment(change.asked_at)}"),
        (_("Dicocokkan dengan"), change.document),
        (_("Dipakai mulai"), moment(change.takes_effect_at)),
    ]
    return {
        "change": change,
        "summary": [{"term": term, "value": value} for term, value in rows if value],
        "may_confirm": is_open and change.confirmed_at is None and change.asked_by_id != user.pk,
        "may_refuse": is_open,
        "is_hers": change.asked_by_id == user.pk,
    }


def suspension_page(row: Suspension) -> dict:
    over = row.refused_at or row.lifted_at or (row.ends_at and row.ends_at <= timezone.now())
    rows = [
        (_("Lembaga"), row.organisation.name),
        (_("Diminta oleh"), f"{row.by}, {moment(row.asked_at)}"),
        (_("Alasan"), row.reason),
        (_("Mulai"), moment(row.starts_at) or _("menunggu persetujuan")),
        (_("Berakhir"), moment(row.ends_at)),
    ]
    return {
        "suspension": row,
        "summary": [{"term": term, "value": value} for term, value in rows if value],
        "is_open": not over,
        "waits": row.starts_at is None,
    }
