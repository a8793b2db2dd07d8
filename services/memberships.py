"""A membership as it is shown: which union, how far, and the card's number masked."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .client_timeline import tells
from .codes import MembershipState
from .models import UnionMembership

TONES = {
    MembershipState.OFFERED: "waiting",
    MembershipState.INTERESTED: "info",
    MembershipState.REGISTERED: "info",
    MembershipState.MEMBER: "good",
    MembershipState.LEFT: "neutral",
    MembershipState.DECLINED: "neutral",
}


def mask_card(number: str) -> str:
    """Stars and the last three signs; stars alone for a short one."""
    return "*" * len(number) if len(number) < 7 else "*" * (len(number) - 3) + number[-3:]


def union_name(membership: UnionMembership) -> str:
    return str(membership.union) if membership.union_id else membership.association


def membership_summary(membership: UnionMembership, user) -> list[dict]:
    """Rows for components/summary_list.html; who asked her is not told to a union when that alone would tell."""
    silent = tells(membership.organisation, user.posting.organisation_id)
    agreed = localtime(membership.agreed_at) if membership.agreed_at else None
    rows = [
        (_("Serikat"), union_name(membership)),
        (_("Tingkat"), membership.get_level_display()),
        (_("Setuju namanya diberikan"), agreed and date_format(agreed, "j F Y")),
        (_("Anggota sejak"), membership.joined_on and date_format(membership.joined_on, "j F Y")),
        (_("Nomor kartu"), mask_card(membership.card_number)),
        (_("Keluar pada"), membership.left_on and date_format(membership.left_on, "j F Y")),
        (_("Ditanya oleh"), "" if silent else f"{membership.by}, {membership.organisation}"),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]


def membership_rows(memberships, url_of) -> list[dict]:
    """Rows for the client's page."""
    return [
        {
            "url": url_of(row.pk),
            "title": union_name(row),
            "text": date_format(row.joined_on or localtime(row.created_at), "j F Y"),
            "tag": row.get_state_display(),
            "tone": TONES[MembershipState(row.state)],
        }
        for row in memberships
    ]
