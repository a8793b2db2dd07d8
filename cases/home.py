"""What cases put on my day, in the rail, in the search box and on the client's page."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from ltsa.access import Permission as P
from ltsa.accounts.manage_cards import MASTER_DATA, ManageCard
from ltsa.sockets import NAV, Asking, Card, Found, Line, NavItem, card, finder
from services.client_page import Asking as AskingSection
from services.client_page import Section, section
from services.merged import hers

from . import actions, cards, reveal_ties, sections  # noqa: F401 (they register themselves; what rests on a consent too)
from .lists import CASE_TONES, case_rows, minute, referral_rows
from .models import ActionStep, Case, Referral
from .transitions import LIVE

NAV += [
    NavItem(
        pgettext_lazy("daftar", "Kasus"),
        "cases:case_list",
        "folder2-open",
        (P.CASE_SEE, P.CASE_LIST_BARE),
        40,
        "/kasus/",
    ),
    NavItem(
        pgettext_lazy("daftar", "Rujukan"),
        "cases:referral_list",
        "send",
        (P.REFERRAL_SEE, P.REFERRAL_TIMING),
        35,
        "/rujukan/",
    ),
]

MASTER_DATA += [
    ManageCard(
        pgettext_lazy("daftar", "Jenis kasus"),
        gettext_lazy("Daftar nasional, dan jenis yang ditambahkan kabupaten ini."),
        "cases:case_type_list",
        "folder2-open",
    )
]


RECENT = timedelta(days=180)


def _referral_line(row: dict) -> Line:
    return Line(
        text=row["other"],
        url=row["url"],
        hint=" · ".join(part for part in (row["services"], row["clock"]) if part),
        tag=row["state"] if not row["urgent"] else row["priority"],
        tone="burning" if row["late"] else row["priority_tone"] if row["urgent"] else row["tone"],
    )


@card
def incoming(user) -> Asking:
    """Referrals that wait for this organisation's answer."""
    if not user.can(P.REFERRAL_ANSWER):
        return None
    asked = Referral.objects.incoming(user).unanswered().with_parts()
    waiting = yield asked.order_by("due_at")[:10]
    return Card(
        title=_("Rujukan masuk, menunggu jawaban"),
        lines=[_referral_line(row) for row in referral_rows(waiting, user)],
        url=reverse("cases:referral_list") + "?tampil=masuk",
        url_label=_("Semua rujukan masuk"),
        empty=_("Semua rujukan masuk sudah dijawab."),
        icon="inbox",
        order=10,
    )


@card
def answered(user) -> Asking:
    """Answers to what this organisation sent: accepted, declined or served in the last week."""
    if not user.can(P.REFERRAL_SEND):
        return None
    since = timezone.now() - timedelta(days=7)
    told = Referral.objects.outgoing(user).filter(answered_at__gte=since).with_parts()
    rows = yield told.order_by("-answered_at")[:10]
    return Card(
        title=_("Jawaban atas rujukan Anda"),
        lines=[_referral_line(row) for row in referral_rows(rows, user)],
        url=reverse("cases:referral_list") + "?tampil=keluar",
        url_label=_("Semua rujukan keluar"),
        empty=_("Belum ada jawaban baru dalam tujuh hari."),
        icon="reply",
        order=20,
    )


@card
def unfinished(user) -> Asking:
    """What this house sent and has to go on with itself: it came back, nobody answers, or it waits to be closed."""
    if not user.can(P.REFERRAL_SEND):
        return None
    sent = Referral.objects.outgoing(user).filter(created_at__gte=timezone.now() - RECENT)
    rows = yield sent.wanting_the_sender().with_parts().order_by("-created_at")[:10]
    return Card(
        title=_("Rujukan yang perlu Anda lanjutkan"),
        lines=[_referral_line(row) for row in referral_rows(rows, user)],
        url=reverse("cases:referral_list") + "?tampil=keluar",
        url_label=_("Semua rujukan keluar"),
        empty=_("Tidak ada rujukan yang menunggu langkah Anda."),
        icon="send",
        order=15,
    )


@card
def silent_partners(user) -> Card | None:
    """For a district admin: referrals that nobody answered in time; status and timing only."""
    if not user.can(P.REFERRAL_TIMING):
        return None
    late = Referral.objects.visible_to(user).overdue().with_parts().order_by("due_at")[:10]
    lines = [
        Line(
            text=row["other"], url=row["url"], hint=row["clock"], tag=_("terlambat"), tone="burning"
        )
        for row in referral_rows(late, user)
    ]
    return Card(
        title=_("Rujukan terlambat dijawab"),
        lines=lines,
        url=reverse("cases:referral_list") + "?tampil=menunggu",
        url_label=_("Semua yang menunggu jawaban"),
        empty=_("Tidak ada rujukan yang terlambat dijawab."),
        icon="clock",
        order=10,
    )


@card
def due_cases(user) -> Asking:
    """Cases whose next step is due."""
    if not user.can(P.CASE_WORK):
        return None
    today = timezone.localdate()
    due = Case.objects.visible_to(user).open().filter(next_action_on__lte=today).with_parts()
    # What she has a task in for today is told once, among her tasks.
    hers = ActionStep.objects.of(user).open().filter(frozen_at=None, due_on__lte=today)
    due = due.exclude(pk__in=hers.values("case"))
    found = yield due.order_by("next_action_on")[:10]
    lines = [
        Line(
            text=row["code"], url=row["url"], hint=row["client"], tag=row["state"], tone=row["tone"]
        )
        for row in case_rows(found, user)
    ]
    return Card(
        title=_("Kasus dengan langkah hari ini"),
        lines=lines,
        url=reverse("cases:case_list"),
        url_label=_("Semua kasus"),
        empty=_("Tidak ada langkah kasus untuk hari ini."),
        icon="folder2-open",
        order=40,
    )


@section(60)
def cases_of(migrant, user) -> AskingSection:
    """The client's cases on her page: only those this reader may see."""
    if not user.can(P.CASE_SEE):
        return None
    cases, referrals = yield (
        Case.objects.visible_to(user).filter(hers(migrant)).with_parts(),
        Referral.objects.visible_to(user)
        .filter(hers(migrant, "case__migrant"))
        .values_list("pk", "restricted", "appointment_at", "state"),
    )
    rows = [
        {
            "url": reverse("cases:case_detail", args=[case.pk]),
            "title": case.code,
            "text": str(case.primary_type or _("Terbatas")),
            "tag": case.get_state_display(),
            "tone": CASE_TONES[case.state],
            "off_paper": case.restricted,
        }
        for case in cases
    ]
    rows += _first_meetings(referrals)
    secret = [case.pk for case in cases if case.restricted]
    secret += [pk for pk, restricted, _at, _state in referrals if restricted]
    new = (_("Buka kasus"), reverse("cases:case_create", args=[migrant.pk]))
    return Section(
        title=pgettext("daftar", "Kasus"),
        rows=rows,
        subjects=[case.pk for case in cases] + [told[0] for told in referrals],
        off_paper=frozenset(secret),
        actions=[new] if user.can(P.CASE_CREATE) else [],
        empty=_("Belum ada kasus yang dapat Anda lihat."),
    )


def _first_meetings(referrals) -> list[dict]:
    """When she is awaited at another house; the page names neither the house nor what for."""
    now = timezone.now()
    return [
        {
            "url": reverse("cases:referral_detail", args=[pk]),
            "title": minute(at),
            "text": _("Janji pertama di lembaga lain"),
            "tag": _("Akan datang"),
            "tone": "info",
            "off_paper": restricted,
        }
        for pk, restricted, at, state in referrals
        if at is not None and at >= now and state in LIVE
    ]


@finder
def by_code(user, q: str) -> Found | None:
    """Cases and referrals by their code; restricted ones only for their team."""
    if not user.can(P.CASE_SEE):
        return None
    code = q.strip().upper()
    cases = case_rows(Case.objects.visible_to(user).filter(code=code).with_parts(), user)
    referrals = referral_rows(
        Referral.objects.visible_to(user).filter(code=code).with_parts(), user
    )
    lines = [Line(row["code"], row["url"], tag=row["state"], tone=row["tone"]) for row in cases]
    lines += [
        Line(row["code"], row["url"], tag=row["state"], tone=row["tone"]) for row in referrals
    ]
    return Found(title=_("Kasus dan rujukan"), lines=lines)
