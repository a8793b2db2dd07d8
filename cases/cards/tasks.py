"""Her own tasks on my day: what is late or due today, then the next seven days; also of those she stands in for."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.accounts.models import Absence
from ltsa.sockets import Asking, Card, Line, card

from ..models import ActionStep
from ..plan_page import step_mark

SHOWN = 10
AHEAD = timedelta(days=7)


@card
def tasks(user) -> Asking:
    """Only in cases that she sees herself: a stand-in is let in to nothing new."""
    if not user.can(Permission.CASE_WORK):
        return None
    today = timezone.localdate()
    away = Absence.objects.on(today).filter(stand_in=user)
    hers = Q(who=user) | Q(who__in=away.values("user"))
    steps = ActionStep.objects.visible_to(user).open().filter(hers, due_on__lte=today + AHEAD)
    soon = steps.filter(frozen_at=None).select_related("case", "who")
    rows = yield soon.order_by("due_on", "added_at")[:SHOWN]
    return Card(
        title=_("Tugas saya"),
        lines=[_line(step, user, today) for step in rows],
        empty=_("Tidak ada tugas sampai tujuh hari ke depan."),
        icon="card-checklist",
        order=4 if rows and rows[0].due_on < today else 15,
    )


def _line(step: ActionStep, user, today) -> Line:
    tag, tone = step_mark(step, today)
    stands_in = step.who_id != user.pk
    # Others look over a shoulder at my day: of a restricted case the words stay inside it.
    text = _("Tugas kasus terbatas") if step.case.restricted else step.text
    hint = step.case.code
    if stands_in:
        hint = _("%(code)s, pengganti %(name)s") % {"code": hint, "name": step.who}
    address = reverse("cases:step_detail", args=[step.pk])
    return Line(text=text, url=address, hint=hint, tag=tag, tone=tone)
