"""What waits for a second person: resets of accounts and proposals of a first supervisor, as rows and pages."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from .actions import proposals, resets
from .models import AccountReset, PersonAct, SupervisorProposal, User


def open_requests(user: User) -> list[dict]:
    """[{url, title, text, when, tag, tone}] of what is open for this reader, what she may decide first."""
    waiting = AccountReset.objects.visible_to(user).open().select_related("person", "organisation")
    named = SupervisorProposal.objects.visible_to(user).open()
    return reset_rows(waiting) + [_proposal_row(one) for one in named.select_related("person")]


def reset_rows(rows) -> list[dict]:
    return [
        {
            "url": reverse("people:reset", args=[row.pk]),
            "title": row.get_kind_display(),
            "text": row.person.full_name,
            "when": _moment(row.asked_at),
            **dict(zip(("tag", "tone"), reset_state(row), strict=True)),
        }
        for row in rows
    ]


def _proposal_row(proposal: SupervisorProposal) -> dict:
    return {
        "url": reverse("people:proposal", args=[proposal.pk]),
        "title": _("supervisor pertama"),
        "text": proposal.person.full_name,
        "when": _moment(proposal.proposed_at),
        "tag": _("menunggu keputusan"),
        "tone": "waiting",
    }


def reset_state(reset: AccountReset) -> tuple[str, str]:
    if reset.done_at:
        return _("sudah berlaku"), "good"
    if reset.stopped_at:
        return _("dihentikan"), "neutral"
    if reset.decided_at is None:
        return _("menunggu orang kedua"), "waiting"
    return _("disetujui, menunggu waktunya"), "waiting"


def reset_page(reset: AccountReset, *, by: User) -> dict:
    """Everything the page of one reset shows. The new address is shown to whoever decides or asked, not to the whole list."""
    state, tone = reset_state(reset)
    rows = [
        (_("Orang"), reset.person.full_name),
        (_("Lembaga"), str(reset.organisation)),
        (_("Yang diminta"), reset.get_kind_display()),
        (_("Surel baru"), reset.address),
        (_("Diminta oleh"), str(reset.asked_by)),
        (_("Diminta pada"), _moment(reset.asked_at)),
        (_("Disetujui oleh"), str(reset.decided_by) if reset.decided_by else ""),
        (_("Berlaku mulai"), _moment(resets.due_at(reset))),
        (_("Dihentikan oleh"), str(reset.stopped_by) if reset.stopped_by else ""),
    ]
    return {
        "title": _("Permintaan tentang akun"),
        "state": state,
        "tone": tone,
        "summary": [{"term": term, "value": value} for term, value in rows if value],
        "may_decide": resets.may_decide(reset, by=by),
        "may_stop": resets.may_stop(reset, by=by),
    }


def proposal_page(proposal: SupervisorProposal, *, by: User) -> dict:
    state, tone = _("menunggu keputusan"), "waiting"
    if proposal.accepted is not None:
        state, tone = (_("disetujui"), "good") if proposal.accepted else (_("ditolak"), "neutral")
    rows = [
        (_("Orang"), proposal.person.full_name),
        (_("Surel"), proposal.person.email),
        (_("Lembaga"), str(proposal.organisation)),
        (_("Titik layanan"), str(proposal.service_point or "")),
        (_("Mulai"), date_format(proposal.starts_on, "j F Y")),
        (_("Nomor SK"), proposal.decree),
        (_("Diusulkan oleh"), str(proposal.proposed_by)),
        (_("Diusulkan pada"), _moment(proposal.proposed_at)),
        (_("Diputuskan oleh"), str(proposal.decided_by) if proposal.decided_by else ""),
    ]
    return {
        "title": _("Usulan supervisor pertama"),
        "state": state,
        "tone": tone,
        "summary": [{"term": term, "value": value} for term, value in rows if value],
        "may_decide": proposals.may_decide(proposal, by=by),
    }


def act_rows(acts) -> list[dict]:
    """[{who, what, whom, where, when}] of the ledger."""
    return [
        {
            "who": str(act.by) if act.by else _("pengelola sistem"),
            "what": act.get_act_display(),
            "whom": act.person.full_name,
            "where": str(act.organisation or ""),
            "when": _moment(act.at),
        }
        for act in acts
    ]


def ledger_of(user: User):
    return PersonAct.objects.visible_to(user).select_related("person", "by", "organisation")


def _moment(at) -> str:
    local = timezone.localtime(at)
    return f"{date_format(local, 'j F Y')}, {time_format(local)}"
