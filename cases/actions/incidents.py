"""One act, apart from the case of the person (GBVIMS): what is asked, what it is classified as, and her words."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.versions import update_row

from ..codes import Told
from ..gbvims import QUESTIONS, classify
from ..models import Case, Incident
from .reporting import tend_report_clock
from .story import open_story, tell


@transaction.atomic
def add_incident(case: Case, *, answers: dict, by, **told) -> Incident:
    """Write down an act; every question may be left out. Raises ValidationError while the limits are not explained."""
    case = open_story(case, "incident", by=by, words="account")
    answers = _whole(answers)
    _check_days(told)
    last = case.incidents.aggregate(last=Max("number"))["last"] or 0
    incident = Incident.objects.create(
        case=case, number=last + 1, answers=answers, violence=classify(answers), by=by, **told
    )
    tend_report_clock(case, since=_known_at(incident), by=by)
    tell("incident.add", case, by=by, part=str(incident.pk))
    record("create", incident, by=by)
    return incident


@transaction.atomic
def edit_incident(incident: Incident, *, answers: dict, version: int, by, **told) -> Incident:
    """A new version of it; the earlier ones stay in the history. Raises Stale."""
    case = open_story(incident.case, "incident", by=by, words="account")
    answers = _whole(answers)
    _check_days(told)
    incident = update_row(
        incident, version=version, answers=answers, violence=classify(answers), **told
    )
    tend_report_clock(case, since=_known_at(incident), by=by)
    tell("incident.edit", case, by=by, part=str(incident.pk))
    record("change", incident, fields=[*told, "answers"], by=by)
    return incident


def _known_at(incident: Incident):
    """When the house came to know of it: now, or the first moment of an earlier day, so that no hour is given away."""
    if incident.reported_on >= timezone.localdate():
        return incident.at
    return timezone.make_aware(datetime.combine(incident.reported_on, time.min))


def _whole(answers: dict) -> dict[str, str]:
    """An answer to every question: what was not said was left out."""
    said = {code.value: answers.get(code) for code, _question in QUESTIONS}
    return {
        code: str(told) if told in Told.values else Told.SKIPPED.value
        for code, told in said.items()
    }


def _check_days(told: dict) -> None:
    reported, happened = told["reported_on"], told.get("happened_on")
    if reported > timezone.localdate():
        raise ValidationError({"reported_on": _("Tanggal ini belum tiba.")})
    if happened and happened > reported:
        raise ValidationError(
            {"happened_on": _("Tanggal kejadian tidak boleh sesudah diceritakan.")}
        )
