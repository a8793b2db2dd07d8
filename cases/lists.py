"""Rows of cases and referrals, formatted before the template."""

from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.clocks.words import left_text
from services.disclosure import masked_name
from services.lists import addresses
from services.models import Migrant

from .codes import OPEN_REFERRAL, Priority
from .disclosure import service_labels

CASE_TONES = {
    "new": "waiting",
    "verifying": "info",
    "in_progress": "info",
    "waiting_for_client": "waiting",
    "monitoring": "info",
    "resolved": "good",
    "closed": "neutral",
    "reopened": "waiting",
}
REFERRAL_TONES = {
    "draft": "neutral",
    "sent": "waiting",
    "accepted": "info",
    "in_progress": "info",
    "service_given": "good",
    "completed": "good",
    "declined": "burning",
    "returned": "burning",
    "withdrawn": "neutral",
    "expired": "neutral",
}
PRIORITY_TONES = {"normal": "neutral", "urgent": "waiting", "emergency": "burning"}


def day(moment) -> str:
    return date_format(localtime(moment), "j M Y") if moment else ""


def minute(moment) -> str:
    return f"{day(moment)}, {time_format(localtime(moment))}" if moment else ""


def clock_text(referral) -> tuple[str, bool]:
    """(what its clock says, is it late): for a referral that waits for its first answer."""
    if referral.state != "sent" or referral.due_at is None:
        return "", False
    return left_text(referral.due_at)


def case_rows(cases, user) -> list[dict]:
    """[{url, code, client, type, state, tone, priority, priority_tone, restricted, opened, next}]."""
    rows = list(cases)
    seen = Migrant.objects.identified_for(user).filter(pk__in=[row.migrant_id for row in rows])
    named = set(seen.values_list("pk", flat=True))
    bare = user.can(Permission.CASE_LIST_BARE)
    url_of = addresses("cases:case_detail")
    return [
        {
            "url": url_of(row.pk),
            "code": row.code,
            "client": str(row.migrant) if row.migrant_id in named else masked_name(row.migrant),
            "type": "" if bare or row.primary_type is None else str(row.primary_type),
            "state": row.get_state_display(),
            "tone": CASE_TONES[row.state],
            "priority": row.get_priority_display(),
            "priority_tone": PRIORITY_TONES[row.priority],
            "restricted": row.restricted,
            "opened": day(row.opened_at),
            "next": day_of(row.next_action_on),
        }
        for row in rows
    ]


def bare_alone_rows(closings, plans) -> list[dict]:
    """The same, and of plans, for whoever keeps watch over personal data: codes and days, no word of a case."""
    told = [(row.closed_at, row.case, row.closed_by, _("Kasus ditutup")) for row in closings]
    told += [(row.decided_at, row.case, row.decided_by, _("Rencana disetujui")) for row in plans]
    return [
        {
            "url": "",
            "code": case.code,
            "when": day(at),
            "who": f"{by.staff_code} ({case.organisation})",
            "reason": what,
            "why": "",
        }
        for at, case, by, what in sorted(told, key=lambda one: one[0], reverse=True)
    ]


def plan_rows(plans) -> list[dict]:
    """Plans that their writer approved herself, in the columns of the closings."""
    url_of = addresses("cases:plan_detail")
    return [
        {
            "url": url_of(row.pk),
            "code": row.case.code,
            "when": day(row.decided_at),
            "who": f"{row.decided_by} ({row.decided_by.staff_code})",
            "reason": _("Rencana disetujui"),
            "why": row.alone_because,
        }
        for row in plans
    ]


def closing_rows(closings) -> list[dict]:
    """[{url, code, when, who, reason, why}] of closings without a second person."""
    url_of = addresses("cases:case_detail")
    return [
        {
            "url": url_of(row.case_id),
            "code": row.case.code,
            "when": day(row.closed_at),
            "who": f"{row.closed_by} ({row.closed_by.staff_code})",
            "reason": row.get_reason_display(),
            "why": row.alone_because,
        }
        for row in closings
    ]


def day_of(date) -> str:
    return date_format(date, "j M Y") if date else ""


def referral_rows(referrals, user) -> list[dict]:
    """[{url, code, other, services, state, tone, priority, clock, late, sent, unread, incoming}]."""
    here, timing_only = user.posting.organisation_id, user.can(Permission.REFERRAL_TIMING)
    url_of = addresses("cases:referral_detail")
    rows = []
    for row in referrals:
        clock, late = clock_text(row)
        incoming = row.to_id == here
        rows.append(
            {
                "url": url_of(row.pk),
                "code": row.code,
                "other": str(row.sender if incoming else row.to),
                "services": "" if timing_only else ", ".join(service_labels(row)),
                "state": row.get_state_display(),
                "tone": REFERRAL_TONES[row.state],
                "priority": row.get_priority_display(),
                "priority_tone": PRIORITY_TONES[row.priority],
                "urgent": row.priority != Priority.NORMAL and row.state in OPEN_REFERRAL,
                "clock": clock,
                "late": late,
                "sent": day(row.sent_at),
                "unread": incoming and row.first_opened_at is None,
                "incoming": incoming,
            }
        )
    return rows
