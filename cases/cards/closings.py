from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission as P
from ltsa.sockets import Asking, Card, Line, card

from ..lists import CASE_TONES, closing_rows
from ..models import Case, CaseClosing

NEWS = timedelta(days=30)


@card
def waiting_for_closing(user) -> Asking:
    """Cases that somebody else asks her to close."""
    if not user.can(P.CASE_CLOSE):
        return None
    asked = Case.objects.visible_to(user).waiting_for_closing().exclude(closing_asked_by=user)
    asked = asked.filter(organisation=user.posting.organisation_id)
    found = yield asked.order_by("state_since")[:10]
    lines = [
        Line(
            text=case.code,
            url=reverse("cases:case_close", args=[case.pk]),
            hint=case.get_closing_asked_display() if case.closing_asked else "",
            tag=case.get_state_display(),
            tone=CASE_TONES[case.state],
        )
        for case in found
    ]
    return Card(
        title=_("Kasus menunggu penutupan"),
        lines=lines,
        url=reverse("cases:case_list"),
        url_label=_("Semua kasus"),
        empty=_("Tidak ada kasus yang menunggu Anda tutup."),
        icon="lock",
        order=30,
    )


@card
def closed_alone(user) -> Asking:
    """News for the chair of a house: who closed a case without a second person in the last month."""
    if not user.can(P.OWN_ORGANISATION_SEE):
        return None
    since = timezone.now() - NEWS
    found = CaseClosing.objects.alone(user).filter(closed_at__gte=since)
    rows = closing_rows((yield found.select_related("case", "closed_by")[:5]))
    if not rows:
        return None
    return Card(
        title=_("Ditutup tanpa orang kedua"),
        lines=[
            Line(text=row["code"], url=row["url"], hint=row["why"], tag=row["when"]) for row in rows
        ],
        url=reverse("cases:closed_alone"),
        url_label=_("Semua penutupan tanpa orang kedua"),
        icon="lock",
        order=45,
    )
