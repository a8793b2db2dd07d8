"""What the case's and the referral's pages show one reader: built here, so that no template holds a rule."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.clocks.models import Clock
from ltsa.clocks.rows import clock_rows
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows
from services.disclosure import show_client

from .actions.hearsay import may_note_answer
from .actions.links import offers_link
from .case_page import blocks_of
from .codes import CaseState, Priority, ReferralKind
from .disclosure import (
    is_here,
    is_recipient,
    may_read_narrative,
    may_refer,
    may_transfer,
    service_labels,
    shown_files,
    shown_parts,
)
from .lists import (
    CASE_TONES,
    PRIORITY_TONES,
    REFERRAL_TONES,
    clock_text,
    day_of,
    minute,
)
from .models import Case, DeletionRequest, Referral
from .plan_page import risk_tag
from .referral_answer import after_answer
from .referral_head import refer_on, referral_verbs
from .shared_page import file_rows, shown_rows
from .timeline import TIMED, newest, on_paper
from .transitions import LIVE, UNANSWERED, possible

# Verbs whose page asks something first; all others are a button on the page.
CASE_FORMS = {
    "resolve": "cases:case_resolve",
    "ask_closing": "cases:case_ask_closing",
    "close": "cases:case_close",
}
PRIMARY = {
    "verify",
    "resolve",
    "resume",
    "close",
}


def case_page(case: Case, user) -> dict:
    """The template's context of one case for one reader."""
    client = show_client(case.migrant, user)
    narrative = may_read_narrative(case, user)
    address = reverse("services:migrant_detail", args=[case.migrant_id])
    whom = {"term": _("Klien"), "value": client.name, "url": address, "link_label": _("buka")}
    return {
        "case": case,
        "tone": CASE_TONES[case.state],
        "priority_tone": PRIORITY_TONES[case.priority],
        "summary": [whom, *_case_summary(case, narrative=narrative)],
        "account": case.account if narrative else "",
        "narrative": narrative,
        "risk": risk_tag(case) if narrative else None,
        "verbs": [_case_verb(case, line) for line in possible(case, user)],
        "refer": reverse("cases:referral_create", args=[case.pk]) if may_refer(case, user) else "",
        "may_transfer": may_transfer(case, user),
        **blocks_of(case, user),
        "may_hand_over": case.restricted
        and case.handed_over_at is None
        and user.can(Permission.CASE_HAND_OVER),
        "may_take_on": _may_take_on(case, user),
        "team": [str(member.user) for member in case.members.current()],
        "events": newest(case, user),
    }


def _may_take_on(case: Case, user) -> bool:
    """Of its team, while nobody has it."""
    restricted = case.restricted and user.can(Permission.CASE_RESTRICTED)
    return restricted and case.owner_id is None and case.state != CaseState.CLOSED


def paper(case: Case, user) -> dict:
    """The case for the printer: whole of an ordinary case; of a restricted one codes, dates and states (rule 12).

    Paper lies about: no number to call, staff by code, and a mark of who printed it when (rule 9).
    """
    client = show_client(case.migrant, user)
    whom = client.migrant.code if case.restricted else client.name
    return {
        "case": case,
        "summary": [
            {"term": _("Klien"), "value": whom},
            *_case_summary(case, narrative=not case.restricted, on_paper=True),
        ],
        "account": "" if case.restricted else case.account,
        **blocks_of(case, user, on_paper=True),
        "events": [row | {"who": ""} for row in on_paper(case, user)],
        "printed_at": timezone.localtime(),
        "printed_by": user.staff_code,
    }


def _case_verb(case: Case, line) -> dict:
    named = line.verb in CASE_FORMS
    return {
        "label": line.label,
        "url": reverse(CASE_FORMS[line.verb], args=[case.pk])
        if named
        else reverse("cases:case_move", args=[case.pk, line.verb]),
        "post": not named,
        "primary": line.verb in PRIMARY,
    }


def _worker(case: Case, *, by_code: bool) -> str:
    if case.owner is None:
        return _("belum ditentukan")
    return case.owner.staff_code if by_code else str(case.owner)


def _case_summary(case: Case, *, narrative: bool, on_paper: bool = False) -> list[dict]:
    types = [str(case.primary_type)] if case.primary_type else []
    types += [str(kind) for kind in case.secondary_types.all()]
    rows = [
        (_("Jenis"), ", ".join(types) if narrative else ""),
        (_("P3MI yang diadukan"), str(case.agency) if narrative and case.agency else ""),
        (_("Pelapor"), case.get_reported_by_display() if narrative else ""),
        (_("Dibuka"), minute(case.opened_at)),
        (_("Lembaga"), str(case.organisation)),
        (_("Petugas"), _worker(case, by_code=on_paper and case.restricted)),
        (_("Langkah berikut"), day_of(case.next_action_on)),
        (_("Penutupan"), waiting_text(case, by_code=on_paper and case.restricted)),
        (_("Alasan penutupan"), case.get_closing_reason_display() if case.closing_reason else ""),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]


def waiting_text(case: Case, *, by_code: bool = False) -> str:
    """That somebody asked for its closing, and what for; on paper of a restricted case by her code (rule 12)."""
    if case.closing_asked_by is None or case.closed_at is not None:
        return ""
    who = case.closing_asked_by.staff_code if by_code else str(case.closing_asked_by)
    asked = _("Menunggu supervisor. Diajukan oleh %(who)s") % {"who": who}
    return f"{asked}: {case.get_closing_asked_display()}" if case.closing_asked else asked


def referral_page(referral: Referral, user) -> dict:
    """The template's context of one referral for one side, or for a district admin who sees its timing."""
    incoming = is_recipient(referral, user)
    clock, late = clock_text(referral)
    timing_only = user.can(Permission.REFERRAL_TIMING)
    parts = shown_parts(referral, user)
    # What one side wrote to the other goes with the data: once they are hidden, so are the words (rule 7).
    # And with a case that has moved away: of it there is but the trace.
    inside = not timing_only and (bool(parts) if incoming else is_here(referral, user))
    notes = list(referral.notes.select_related("by")) if inside else []
    verbs = referral_verbs(referral, user, notes=notes)
    return {
        "referral": referral,
        "incoming": incoming,
        "case_is_here": _may_open_case(referral, user),
        "tone": REFERRAL_TONES[referral.state],
        "priority_tone": PRIORITY_TONES[referral.priority],
        "clock": clock,
        "late": late,
        "timing_only": timing_only,
        "clocks": clock_rows(Clock.objects.ticking().about(referral.pk)),
        "call_first": _call_first(referral) and not incoming and not timing_only,
        "summary": _referral_summary(
            referral, timing_only=timing_only, inside=inside and not incoming
        ),
        "parts": shown_rows(parts, to_call=incoming),
        "files": file_rows(shown_files(referral, user) if parts else []),
        "hidden_until_accepted": incoming and referral.state == "sent",
        "nothing_shared": incoming and not parts,
        "refer_on": refer_on(referral, user) if incoming and parts else "",
        "deletion": _deletion(referral, user),
        "notes": notes,
        "verbs": verbs,
        **after_answer(referral, user, inside=inside, verbs=verbs),
        "may_print_letter": not incoming
        and not timing_only
        and user.can(Permission.REFERRAL_SEND)
        and referral.state in LIVE,
        "may_link": not timing_only and offers_link(referral, user),
        # Nobody of that house was told: it is telephoned, or given a link.
        "may_note_answer": not timing_only and may_note_answer(referral, user),
        # The neutral sentence, for who would rather remind a colleague by hand.
        "may_remind": not incoming and not timing_only and referral.state in UNANSWERED,
        "may_withdraw_consent": not incoming
        and not timing_only
        and referral.consent is not None
        and referral.consent.is_valid,
        "events": _events(referral, timing_only=timing_only),
    }


def _events(referral: Referral, *, timing_only: bool) -> list[dict]:
    """Whoever sees timing alone reads when it moved, not who moved it, nor what else was done (domain 4.1)."""
    events = Event.objects.about(referral.pk)
    if not timing_only:
        return timeline_rows(events[:100])
    return [row | {"who": ""} for row in timeline_rows(events.filter(verb__in=TIMED)[:100])]


def _deletion(referral: Referral, user) -> DeletionRequest | None:
    """What the recipient is asked after a withdrawal."""
    if referral.consent is None or referral.consent.withdrawn_at is None:
        return None
    return DeletionRequest.objects.visible_to(user).filter(referral=referral).first()


def _may_open_case(referral: Referral, user) -> bool:
    """A link that leads somewhere: of a restricted case only for those who are named on it."""
    if not is_here(referral, user):
        return False
    seen = Case.objects.visible_to(user).filter(pk=referral.case_id)
    return not referral.restricted or seen.exists()


def _call_first(referral: Referral) -> bool:
    """A warm hand-over: in an emergency nobody waits for the portal (domain 5)."""
    waits = referral.priority == Priority.EMERGENCY and referral.state in UNANSWERED
    return waits and referral.called_at is None


def _decided(referral: Referral) -> list[tuple]:
    """For the house that sent it without her consent: who decided, and why."""
    if not referral.override:
        return []
    return [
        (_("Penjelasan"), referral.override_reason),
        (_("Diputuskan oleh"), str(referral.override_by)),
    ]


def _referral_summary(referral: Referral, *, timing_only: bool, inside: bool) -> list[dict]:
    rows = [
        (_("Jenis"), referral.get_kind_display() if referral.kind == ReferralKind.TRANSFER else ""),
        (_("Dari"), str(referral.sender)),
        (_("Kepada"), str(referral.to)),
        (_("Layanan diminta"), "" if timing_only else ", ".join(service_labels(referral))),
        (
            _("Dikirim tanpa persetujuan klien"),
            referral.get_override_display() if referral.override and not timing_only else "",
        ),
        *(_decided(referral) if inside else []),
        (_("Cara antar"), "" if timing_only else referral.get_delivery_display()),
        (_("Dikirim"), minute(referral.sent_at)),
        (_("Dijawab"), minute(referral.answered_at)),
        (_("Dijawab tanpa akun oleh"), "" if timing_only else referral.answered_outside),
        (
            _("Alasan penolakan"),
            referral.get_decline_reason_display()
            if referral.decline_reason and not timing_only
            else "",
        ),
        (_("Petugas yang dihubungi"), "" if timing_only else referral.contact),
        (_("Janji pertama"), "" if timing_only else minute(referral.appointment_at)),
        (_("Ditelepon"), "" if timing_only else _call(referral)),
        (
            _("Diambil oleh"),
            str(referral.claimed_by) if referral.claimed_by and not timing_only else "",
        ),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]


def _call(referral: Referral) -> str:
    when = minute(referral.called_at)
    return f"{when}, {referral.get_call_result_display()}" if referral.called_at else ""
