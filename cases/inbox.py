"""The list of referrals: its tabs, what narrows it, how much waits in it, and its rows."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from ltsa.access import Permission

from .lists import referral_rows
from .models import Referral
from .transitions import UNANSWERED, possible

LATEST = ("-created_at", "-id")
TAPPED = ("claim", "accept")  # what one tap in the list does


@dataclass(frozen=True)
class Tab:
    key: str
    label: object
    sides: Callable  # (user): which referrals, in lists that each begin in an index
    order: tuple[str, ...] = LATEST
    without: tuple[str, ...] = ()  # filters that say nothing here
    answers: bool = False  # only for those who answer


TABS = [
    Tab(
        "masuk",
        gettext_lazy("Perlu dijawab"),
        lambda user: [Referral.objects.incoming(user).unanswered()],
        order=("due_at", "id"),
        without=("status",),
        answers=True,
    ),
    Tab(
        "diterima",
        gettext_lazy("Sudah dijawab"),
        lambda user: [Referral.objects.incoming(user).answered()],
        without=("telat",),
        answers=True,
    ),
    Tab(
        "keluar",
        pgettext_lazy("rujukan", "Keluar"),
        lambda user: [Referral.objects.outgoing(user)],
        without=("siapa",),
    ),
    Tab(
        "menunggu",
        gettext_lazy("Menunggu jawaban"),
        lambda user: [side.unanswered() for side in Referral.objects.sides(user)],
        order=("due_at", "id"),
        without=("status", "siapa"),
    ),
    Tab(
        "semua",
        gettext_lazy("Semua"),
        lambda user: Referral.objects.sides(user),
        without=("siapa",),
    ),
]


def tabs_for(user) -> list[Tab]:
    answers = user.can(Permission.REFERRAL_ANSWER)
    return [tab for tab in TABS if answers or not tab.answers]


def tab_of(key: str, user) -> Tab:
    """What was asked for; else what came in, for those who answer, and all for the others."""
    tabs = tabs_for(user)
    found = next((tab for tab in tabs if tab.key == key), None)
    return found or (tabs[0] if tabs[0].answers else tabs[-1])


def narrowed(rows, form, user):
    """The referrals that the filter form lets through."""
    asked = form.cleaned_data if form.is_valid() else {}
    for name, column in (("status", "state"), ("prioritas", "priority")):
        if asked.get(name):
            rows = rows.filter(**{column: asked[name]})
    if asked.get("layanan"):
        rows = rows.filter(services__contains=[asked["layanan"]])
    if asked.get("siapa"):
        rows = rows.filter(claimed_by=user if asked["siapa"] == "saya" else None)
    return rows.overdue() if asked.get("telat") else rows


def waiting_text(user) -> str:
    """How many wait for the house's answer, and how many of them nobody has opened."""
    told = Referral.objects.incoming(user).unanswered()
    n = told.aggregate(all=Count("pk"), new=Count("pk", filter=Q(first_opened_at=None)))
    if not n["all"]:
        return _("Semua rujukan masuk sudah dijawab.")
    text = ngettext(
        "%(n)s rujukan menunggu jawaban Anda", "%(n)s rujukan menunggu jawaban Anda", n["all"]
    ) % {"n": n["all"]}
    if not n["new"]:
        return f"{text}."
    new = ngettext("%(n)s belum dibuka", "%(n)s belum dibuka", n["new"]) % {"n": n["new"]}
    return f"{text}, {new}."


def inbox_rows(referrals, user) -> list[dict]:
    """The rows of the list, with the hour of an answer, who has it, and what one tap can do: {pk, version, taps}."""
    rows = referral_rows(referrals, user)
    for row, referral in zip(rows, referrals, strict=True):
        lines = {line.verb: line.label for line in possible(referral, user)}
        if referral.claimed_by_id:
            lines.pop("claim", None)
        row["pk"], row["version"] = referral.pk, referral.version
        row["taps"] = [(verb, lines[verb]) for verb in TAPPED if verb in lines]
        row["due"] = _until(referral)
        row["holder"] = _holder(referral, user)
    return rows


def _until(referral: Referral) -> str:
    if referral.state not in UNANSWERED or referral.due_at is None:
        return ""
    return date_format(localtime(referral.due_at), "j M Y, H.i")


def _holder(referral: Referral, user) -> str:
    if referral.claimed_by is None or user.can(Permission.REFERRAL_TIMING):
        return ""
    return _("Anda") if referral.claimed_by_id == user.pk else str(referral.claimed_by)
