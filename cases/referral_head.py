"""What may be done to a referral from its page: the one next step, what stands beside it, and the rest in a menu."""

from django.urls import reverse
from django.utils import timezone

from ltsa.access import Permission

from .codes import OPEN_TO_RECIPIENT, NoteKind
from .forms import FORMS
from .models import Case, Referral
from .transitions import SERVED, UNANSWERED, UNMET, possible

# The step that comes next: the first of these that is possible and wanted.
NEXT = ("send", "accept", "start", "report_service", "complete", "call", "reoffer", "ask_client")
BESIDE = ("rewrite", "claim", "answer")
DANGER = ("discard", "decline", "withdraw", "return")
AT_ONCE = ("accept",)  # has a form, and goes without it
# Verbs with a page of their own, and its address.
PAGES = {"reoffer": "tawarkan", "rewrite": "ubah"}


def referral_verbs(referral: Referral, user, *, notes) -> dict:
    """{next, beside, others} of {verb, label, url, asks, danger}."""
    lines = {line.verb: line for line in possible(referral, user)}
    if referral.claimed_by_id:
        lines.pop("claim", None)
    coming = [verb for verb in NEXT if verb in lines and _is_wanted(verb, referral)]
    beside = [verb for verb in BESIDE if verb in lines and _is_beside(verb, notes)]
    shown = coming[:1] + beside
    rest = sorted((verb for verb in lines if verb not in shown), key=DANGER.__contains__)
    if not shown and len(rest) == 1:  # a menu of one is no menu
        beside, rest = rest, []
    return {
        "next": [_button(referral, lines[verb]) for verb in coming[:1]],
        "beside": [_button(referral, lines[verb]) for verb in beside],
        "others": [_button(referral, lines[verb]) for verb in rest],
    }


def refer_on(referral: Referral, user) -> str:
    """Where its recipient refers the client on: from her house's own case of her, which she opens first if there is none."""
    if referral.state not in OPEN_TO_RECIPIENT or not user.can(Permission.REFERRAL_SEND):
        return ""
    own = (
        Case.objects.visible_to(user)
        .open()
        .filter(migrant=referral.case.migrant_id, organisation=user.posting.organisation_id)
    )
    found = own.order_by("-opened_at").first()
    if found is not None:
        return reverse("cases:referral_create", args=[found.pk])
    return reverse("cases:case_create", args=[referral.case.migrant_id])


def _is_wanted(verb: str, referral: Referral) -> bool:
    """A step back is the next one only once it has to be; what was done already is not asked for again."""
    if verb == "call":
        return referral.called_at is None
    if verb == "ask_client":
        return referral.state in SERVED and getattr(referral, "client_feedback", None) is None
    if verb == "reoffer":
        if referral.state in UNANSWERED:
            return referral.due_at is not None and referral.due_at < timezone.now()
        return referral.state not in UNMET
    return True


def _is_beside(verb: str, notes) -> bool:
    """An answer, while the last word was a question."""
    return verb != "answer" or (bool(notes) and notes[-1].kind == NoteKind.ASK)


def _button(referral: Referral, line) -> dict:
    own_page = line.verb in PAGES
    return {
        "verb": line.verb,
        "label": line.label,
        "url": reverse("cases:referral_act", args=[referral.pk, PAGES.get(line.verb, line.verb)]),
        "asks": own_page or (line.verb in FORMS and line.verb not in AT_ONCE),
        "danger": line.verb in DANGER,
    }
