"""One mediation as its page shows it: the course of its meetings, what was promised, and what came of it."""

from decimal import Decimal

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows

from .codes import Meeting, PromiseKind
from .disclosure import may_work, works_here
from .lists import day_of, minute
from .mediation_course import meetings_after
from .mediation_law import in_words, mediation_bars
from .models import Hearing, Invitation, Mediation, Promise, Recovery
from .money import in_currency, payment_rows, totals
from .transitions import OWED, UNDER_WAY, open_to, possible

MEDIATION_TONES = {
    "requested": "waiting",
    "invited": "waiting",
    "hearing": "info",
    "agreed": "good",
    "partly_agreed": "good",
    "failed": "neutral",
    "cancelled": "neutral",
    "kept": "good",
    "broken": "burning",
}
PROMISE_TONES = {"open": "waiting", "partly": "info", "kept": "good", "broken": "burning"}
RESULT_TONES = {
    "committed": "info",
    "agreed": "good",
    "partly_agreed": "good",
    "continue": "info",
    "no_agreement": "neutral",
    "absent": "waiting",
}
AGREED = ("agreed", "partly_agreed")
FORMS = {"invite": "cases:mediation_invite", "hear": "cases:mediation_hear"}


def mediation_page(mediation: Mediation, user) -> dict:
    case = mediation.case
    invitations = list(mediation.invitations.order_by("sent_at"))
    hearings = list(mediation.hearings.order_by("held_at", "number"))
    promises = list(mediation.promises.select_related("hearing"))
    received = list(Recovery.objects.filter(promise__in=promises).select_related("promise"))
    going = mediation.state in UNDER_WAY
    bars = mediation_bars(case) if going else []
    owed = any(promise.state in OWED for promise in promises)
    held = [(row.meeting, row.result) for row in hearings]
    open_meetings = meetings_after(held, {row.meeting for row in invitations}, owed=owed)
    working = may_work(case, user)
    own = works_here(case, user)
    verbs = _verbs(mediation, user, invitations, bars=bars, meetings=open_meetings)
    verbs = verbs if working else []
    return {
        "mediation": mediation,
        "case": case,
        "tone": MEDIATION_TONES[mediation.state],
        "summary": _summary(mediation),
        "why": in_words(bars) if bars else "",
        "waits": going and owed,
        "first": next((verb for verb in verbs if verb["primary"]), None),
        "others": [verb for verb in verbs if not verb["primary"]],
        "meetings": _meetings(invitations, hearings, working=working),
        "promises": [_promise(row, received, own=own) for row in promises],
        "payments": payment_rows(received, own),
        "totals": totals(received),
        "advice_url": reverse("cases:mediation_advice", args=[mediation.pk]),
        "events": timeline_rows(_events(mediation, promises)),
    }


def _events(mediation: Mediation, promises) -> list[Event]:
    parts = [str(mediation.pk), *(str(one.pk) for one in promises)]
    about = Event.objects.about(mediation.case_id).filter(detail__part__in=parts)
    return list(about.order_by("-at")[:50])


def _summary(mediation: Mediation) -> list[dict]:
    mediator = str(mediation.mediator) if mediation.mediator else mediation.mediator_name
    willing = {True: _("bersedia"), False: _("tidak bersedia"), None: _("belum ditanya")}
    rows = [
        (_("Pihak yang diadukan"), str(mediation.respondent)),
        (_("Siapa"), mediation.respondent.get_kind_display()),
        (_("Kesediaan pihak yang diadukan"), willing[mediation.respondent_willing]),
        (_("Mediator"), " · ".join(one for one in (mediator, mediation.mediator_office) if one)),
        (_("Pendamping klien"), mediation.companion or _("tidak ada")),
        (_("Diajukan"), minute(mediation.requested_at)),
    ]
    return [{"term": term, "value": value} for term, value in rows]


def _verbs(mediation: Mediation, user, invitations, *, bars, meetings) -> list[dict]:
    """What may be done now; of a barred one only to end it."""
    lines = [
        line
        for line in possible(mediation, user)
        if line.verb not in FORMS or (meetings and not bars)
    ]
    due = any(row.meets_at <= timezone.now() for row in invitations)
    first = "hear" if due else "invite"
    lines.sort(key=lambda line: line.verb != first)
    return [
        {
            "label": line.label,
            "url": reverse(FORMS[line.verb], args=[mediation.pk])
            if line.verb in FORMS
            else reverse("cases:mediation_end", args=[mediation.pk, line.verb]),
            "post": line.verb not in FORMS,
            "primary": line.verb == first,
        }
        for line in lines
    ]


def _meetings(invitations, hearings, *, working: bool) -> list[dict]:
    rows = []
    for code, label in Meeting.choices:
        called = [_invitation(one, working) for one in invitations if one.meeting == code]
        held = [_hearing(one, working) for one in hearings if one.meeting == code]
        if called or held:
            rows.append({"title": label, "invitations": called, "hearings": held})
    return rows


def _invitation(row: Invitation, working: bool) -> dict:
    by = row.get_delivered_by_display()
    came = _("sampai %(day)s, %(way)s") % {"day": day_of(row.delivered_on), "way": str(by).lower()}
    place = _("daring · %(place)s") % {"place": row.place} if row.online else row.place
    return {
        "title": _("Undangan ke-%(n)d") % {"n": row.number},
        "text": f"{minute(row.meets_at)} · {place}",
        "tag": came if row.delivered_on else _("belum ada bukti sampai"),
        "tone": "good" if row.delivered_on else "waiting",
        "letter": reverse("cases:invitation_letter", args=[row.pk]) if row.letter else "",
        "url": reverse("cases:invitation_deliver", args=[row.pk]) if working else "",
    }


def _hearing(row: Hearing, working: bool) -> dict:
    came = [_("klien")] if row.client_came else []
    came += [_("pihak yang diadukan")] if row.respondent_came else []
    came += [row.present] if row.present else []
    return {
        "title": _("Pertemuan ke-%(n)d") % {"n": row.number},
        "text": f"{minute(row.held_at)} · {row.place}",
        "present": ", ".join(came) or _("tidak ada yang hadir"),
        "client": row.client_position,
        "respondent": row.respondent_position,
        "tag": row.get_result_display(),
        "tone": RESULT_TONES[row.result],
        "letter": reverse("cases:hearing_minutes", args=[row.pk]) if row.minutes else "",
        "deed": reverse("cases:hearing_settlement", args=[row.pk]) if row.result in AGREED else "",
        "paper": _paper(row),
        "url": reverse("cases:hearing_sign", args=[row.pk]) if working else "",
    }


def _paper(row: Hearing) -> str:
    signed = _("ditandatangani") if row.signed else _("belum ditandatangani")
    copy = _("salinan diberikan") if row.copy_given else _("salinan belum diberikan")
    return f"{signed}, {copy}"


def what(promise: Promise) -> str:
    parts = [promise.text]
    if promise.kind == PromiseKind.MONEY:
        parts.insert(0, in_currency(promise.amount or Decimal(0), promise.currency))
    else:
        parts.insert(0, str(promise.get_kind_display()))
    return " · ".join(part for part in parts if part)


def _counts(row: Recovery, promise: Promise) -> bool:
    return row.promise_id == promise.pk and row.voided_at is None


def _promise(promise: Promise, received: list[Recovery], *, own: bool) -> dict:
    paid = [row.amount or Decimal(0) for row in received if _counts(row, promise)]
    came = sum(paid, Decimal(0))
    money = promise.kind == PromiseKind.MONEY
    late = promise.state in OWED and promise.due_on < timezone.localdate()
    left = max((promise.amount or Decimal(0)) - came, Decimal(0))
    return {
        "what": what(promise),
        "due": date_format(promise.due_on, "j M Y"),
        "paid": in_currency(came, promise.currency) if money else "",
        "left": in_currency(left, promise.currency) if money and left else "",
        "tag": promise.get_state_display(),
        "tone": PROMISE_TONES[promise.state],
        "late": late,
        "pay_label": _("Catat pembayaran") if money else _("Sudah dipenuhi"),
        "pay_url": reverse("cases:promise_pay", args=[promise.pk])
        if own and open_to(promise, "pay")
        else "",
        "break_url": reverse("cases:promise_break", args=[promise.pk]) if own and late else "",
    }


def advice_page(mediation: Mediation) -> dict:
    """What a letter to BP3MI needs: who promised what, when, and what did not come. No word about her."""
    promises = [one for one in mediation.promises.all() if open_to(one, "pay")]
    received = list(Recovery.objects.filter(promise__in=promises))
    respondent = mediation.respondent
    licence = respondent.agency.licence if respondent.agency else ""
    hearings = list(mediation.hearings.order_by("held_at"))
    return {
        "mediation": mediation,
        "case": mediation.case,
        "summary": [
            {"term": _("Nomor kasus"), "value": mediation.case.code},
            {"term": _("Pihak yang diadukan"), "value": str(respondent)},
            {"term": _("Nomor SIP3MI"), "value": licence or "-"},
            {"term": _("Lembaga yang menangani"), "value": str(mediation.case.organisation)},
        ],
        "course": [
            {
                "when": date_format(timezone.localtime(row.held_at), "j F Y"),
                "what": row.get_meeting_display(),
                "result": row.get_result_display(),
            }
            for row in hearings
        ],
        "promises": [_promise(row, received, own=False) for row in promises],
    }
