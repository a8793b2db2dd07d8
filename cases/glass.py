"""What is shown for the one hour, and the list of requests. Nothing here leaves the screen: no print, no export.

It never goes through `visible_to`: no list, search, count or export knows of an opened glass.
"""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.organisations.models import Organisation

from .lists import CASE_TONES, minute
from .models import BreakGlass, Case, SafetyPlan
from .transitions import GLASS_TABLE

TONES = {"asked": "waiting", "open": "burning", "refused": "neutral", "ended": "neutral"}


def glass_rows(glasses, user) -> list[dict]:
    return [_row(glass, user) for glass in glasses]


def _row(glass: BreakGlass, user) -> dict:
    over = glass.opens_until is not None and glass.opens_until <= timezone.now()
    hers = glass.asked_by_id == user.pk
    return {
        "pk": glass.pk,
        "code": glass.code,
        "asked": minute(glass.asked_at),
        "who": str(glass.asked_by),
        "reason": glass.reason,
        "state": _("Berakhir") if over else glass.get_state_display(),
        "tone": "neutral" if over else TONES[glass.state],
        "unknown": glass.case_id is None and not hers,  # the second person is told, the asker not
        "decided": str(glass.decided_by) if glass.decided_by else "",
        "until": minute(glass.opens_until),
        "url": reverse("cases:glass_read", args=[glass.pk])
        if hers and not over and glass.state == "open"
        else "",
        "verbs": [
            {"label": line.label, "url": reverse("cases:glass_decide", args=[glass.pk, line.verb])}
            for line in _offered(glass, user)
        ],
        "version": glass.version,
    }


def _offered(glass: BreakGlass, user) -> list:
    """To another than who asked; whether she is a second person is asked when she decides, not of each row."""
    if glass.asked_by_id == user.pk or not user.can(Permission.GLASS_ALLOW):
        return []
    return [line for line in GLASS_TABLE if glass.state in line.sources and line.permission]


def glass_page(glass: BreakGlass, user) -> dict:
    """What an emergency needs of one case: who she is, how to reach her safely, what is known of the danger."""
    case = Case.objects.with_parts().get(pk=glass.case_id)
    house: Organisation = case.organisation
    client = case.migrant
    summary = [
        (_("Klien"), str(client)),
        (_("Umur"), client.age_group),
        (_("Desa"), client.village.full_name),
        (_("Telepon"), client.phone),
        (_("Aman dihubungi?"), client.get_phone_safe_display()),
        (_("Jam yang aman"), client.contact_hours),
        (_("Kata sandi"), client.code_word),
        (_("Status kasus"), case.get_state_display()),
        (_("Risiko"), case.get_risk_display()),
        (_("Ditangani oleh"), str(house)),
        (_("Telepon 24 jam"), house.phone_24h or house.phone),
    ]
    plan = SafetyPlan.objects.filter(case=case).first()
    return {
        "glass": glass,
        "case": case,
        "tone": CASE_TONES[case.state],
        "summary": [{"term": term, "value": value} for term, value in summary if value],
        "account": case.account,
        "safety": safety_lines(plan),
        "until": minute(glass.opens_until),
        "reader": user.staff_code,
        "now": timezone.localtime(),
    }


def safety_lines(plan: SafetyPlan | None) -> list[str]:
    """The answers of the newest safety plan, as they were written."""
    if plan is None:
        return []
    return [value for value in plan.answers.values() if isinstance(value, str) and " " in value]


def may_see_list(user) -> bool:
    return user.can(Permission.GLASS_ASK, Permission.GLASS_ALLOW)
