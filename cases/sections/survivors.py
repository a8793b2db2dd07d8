"""What only restricted cases have on their page. None of it goes to the printer with the case."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ltsa.access import Permission
from ltsa.clocks.models import Clock
from services.codes import Purpose
from services.consent_page import state_of, title_of
from services.lists import addresses
from services.merged import hers
from services.models import Consent

from ..case_page import Asking, Block, block
from ..disclosure import may_work, needs_limits
from ..lists import day_of, minute
from ..models import Case, Incident, ReportDecision, SafetyPlan
from ..reporting import CLOCK, is_bound, may_see_report
from ..survivor_page import violence_of


@block(5)
def limits_of(case: Case, user) -> Block | None:
    """First of all, until she has heard them."""
    if not (case.restricted and needs_limits(case) and may_work(case, user)):
        return None
    return Block(
        "limits",
        _("Batas kerahasiaan"),
        template="cases/limits_block.html",
        told={"url": reverse("cases:case_limits", args=[case.pk])},
        on_paper=False,
    )


@block(28)
def story_of(case: Case, user) -> Block | None:
    """What may be written later: her account, and the types."""
    if not (case.restricted and may_work(case, user)):
        return None
    kind = (_("Pilih jenis"), reverse("cases:case_types", args=[case.pk]))
    words = (_("Tulis kronologi"), reverse("cases:case_account", args=[case.pk]))
    return Block(
        "story",
        _("Jenis dan kronologi"),
        actions=[kind] if needs_limits(case) else [kind, words],
        empty=_("Kronologi terbuka sesudah batas kerahasiaan dijelaskan.")
        if needs_limits(case)
        else _("Boleh ditulis kapan saja, seperlunya."),
        on_paper=False,
    )


@block(30)
def incidents_of(case: Case, user) -> Asking:
    if not case.restricted:
        return None
    found = yield Incident.objects.visible_to(user).filter(case=case).defer("account", "answers")
    address = addresses("cases:incident_detail")
    rows = [
        {
            "url": address(row.pk),
            "title": _("Kejadian %(number)s") % {"number": row.number},
            "text": _("diceritakan %(day)s") % {"day": day_of(row.reported_on)},
            "tag": violence_of(row),
            "tone": "neutral",
        }
        for row in found
    ]
    may = may_work(case, user) and not needs_limits(case)
    new = (_("Catat kejadian"), reverse("cases:incident_create", args=[case.pk]))
    return Block(
        "incidents",
        pgettext("daftar", "Kejadian"),
        rows=rows,
        actions=[new] if may else [],
        empty=_("Kejadian dicatat terpisah dari kasus; satu kasus dapat punya beberapa."),
        on_paper=False,
    )


@block(31)
def safety_plan_of(case: Case, user) -> Asking:
    if not case.restricted:
        return None
    found = yield SafetyPlan.objects.visible_to(user).filter(case=case).defer("answers")[:1]
    rows = [
        {
            "url": reverse("cases:safety_plan_detail", args=[row.pk]),
            "title": _("Versi %(number)s") % {"number": row.number},
            "text": _("ditinjau lagi %(day)s") % {"day": day_of(row.review_on)},
            "tag": _("berlaku"),
            "tone": "good",
        }
        for row in found
    ]
    label = _("Perbarui") if rows else _("Buat rencana")
    new = (label, reverse("cases:safety_plan_create", args=[case.pk]))
    return Block(
        "safety",
        _("Rencana keselamatan"),
        rows=rows,
        actions=[new] if may_work(case, user) else [],
        empty=_("Dibuat bersama penyintas, ditinjau lagi berkala."),
        on_paper=False,
    )


@block(32)
def switches_of(case: Case, user) -> Asking:
    """Her separate consents. She is helped with every one of them off (domain 4)."""
    if not (case.restricted and user.can(Permission.CLIENT_SEE)):
        return None
    seen = Consent.objects.visible_to(user).filter(hers(case.migrant)).exclude(purpose="story")
    found = yield seen.select_related("recipient").order_by("-given_at")
    rows, known = [], set()
    for row in found:
        which = (row.purpose, row.recipient_id)
        if which not in known:
            known.add(which)
            rows.append(_switch(row, user))
    may = user.can(Permission.CLIENT_EDIT) and may_work(case, user)
    if may:
        rows += _unasked(case, {purpose for purpose, _to in known})
    return Block(
        "switches",
        _("Persetujuan yang terpisah"),
        rows=rows,
        empty=_("Belum ada yang ditanyakan. Ia tetap ditolong bila semua dijawab tidak."),
        on_paper=False,
    )


def _unasked(case: Case, asked: set) -> list[dict]:
    """The switches that she has not been asked about yet."""
    address = reverse("services:consent_create", args=[case.migrant_id])
    return [
        {
            "url": f"{address}?untuk={purpose.value}",
            "title": str(purpose.label),
            "text": "",
            "tag": _("belum ditanya"),
            "tone": "neutral",
        }
        for purpose in (p for p in Purpose if p not in asked and p != Purpose.STORY)
    ]


def _switch(consent: Consent, user) -> dict:
    word, tone = state_of(consent)
    row = {
        "url": reverse("services:consent_detail", args=[consent.pk]),
        "title": title_of(consent, user),
        "text": _("sampai %(day)s") % {"day": day_of(consent.expires_on)},
        "tag": word,
        "tone": tone,
    }
    if consent.is_valid and user.can(Permission.CLIENT_EDIT):
        address = reverse("services:consent_withdraw", args=[consent.pk])
        row |= {"edit": address, "edit_label": _("cabut")}
    return row


@block(33)
def report_of(case: Case, user) -> Asking:
    """The private clock and what was decided; for the worker and her supervisor alone."""
    if not (case.restricted and may_see_report(case, user)):
        return None
    decisions, clocks = yield (
        ReportDecision.objects.visible_to(user).filter(case=case).defer("unit", "number", "reason"),
        Clock.objects.ticking().about(case.pk).filter(kind=CLOCK),
    )
    clocks = clocks if is_bound(case) else []
    if not decisions and not clocks:
        return None
    address = reverse("cases:case_report", args=[case.pk])
    rows = [
        {
            "url": address,
            "title": _("Keputusan lapor polisi"),
            "text": _("putuskan sebelum %(when)s") % {"when": minute(clock.due_at)},
            "tag": _("menunggu"),
            "tone": "waiting",
        }
        for clock in clocks
    ]
    rows += [
        {
            "url": address,
            "title": _("Keputusan lapor polisi"),
            "text": minute(row.at),
            "tag": row.get_choice_display(),
            "tone": "good",
        }
        for row in decisions
    ]
    may = may_work(case, user)
    return Block(
        "report",
        _("Lapor polisi (UU 12/2022 pasal 41)"),
        rows=rows,
        actions=[(_("Catat keputusan"), address)] if may else [],
        on_paper=False,
    )
