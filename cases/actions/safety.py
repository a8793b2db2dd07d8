"""The safety plan: every saving is a new version, none is changed (domain 4)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record

from ..models import Case, SafetyPlan
from ..safety import DANGERS, NARRATIVE
from .story import open_story, tell


@transaction.atomic
def write_safety_plan(case: Case, *, answers: dict, review_on, after: int = 0, by) -> SafetyPlan:
    """The next version. `after` is the number of the version it was written from, 0 for the first one.

    Raises ValidationError: a review in the past, someone else's newer version, words before the limits were explained.
    """
    answers = {name: answers[name] for name in (DANGERS, *NARRATIVE) if answers.get(name)}
    words = next((name for name in NARRATIVE if name in answers), "")
    case = open_story(case, "safety_plan", by=by, words=words)
    if review_on < timezone.localdate():
        raise ValidationError({"review_on": _("Tanggal ini sudah lewat.")})
    last = case.safety_plans.aggregate(last=Max("number"))["last"] or 0
    if last != after:
        raise ValidationError(
            _("Rencana ini baru saja diperbarui orang lain. Buka versi terbaru, lalu perbaiki.")
        )
    plan = SafetyPlan.objects.create(
        case=case, number=last + 1, answers=answers, review_on=review_on, by=by
    )
    tell("safety_plan.write", case, by=by, part=str(plan.pk))
    record("create", plan, by=by)
    return plan
