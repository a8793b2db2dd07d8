"""Filling in an assessment: the answers are kept as they were, the case takes what they found."""

from django.db import transaction
from django.utils import timezone

from ltsa.access import Permission
from ltsa.audit.actions import record

from ..assessments import current
from ..codes import INDICATION, AssessmentForm, Screening
from ..models import Assessment, Case
from .restricting import restrict_case
from .steps import tell
from .working import working_on


@transaction.atomic
def assess(case: Case, form: str, *, answers: dict, note: str = "", by) -> Assessment:
    """Fill in the version that is current. An indication of trafficking closes the case to all but its team at once.

    Raises KeyError for no such form, ValidationError, NotYours, NotPossible.
    """
    version = current(form)
    case = working_on(case, "assessment.add", words=bool(note.strip()), by=by)
    kept = version.cleaned(answers)
    result = version.finding(kept).code
    assessment = Assessment(
        case=case, form=form, form_version=version.version, answers=kept, result=result,
        note=note, by=by,
    )  # fmt: skip
    if form == AssessmentForm.TRAFFICKING:
        case = _screened(case, assessment, by=by)
    else:
        _rate(case, kept, result)
    case.version += 1
    case.save()
    assessment.save(force_insert=True)
    tell(case, "assessment.add", assessment, form=form, by=by)
    record("create", assessment, by=by)
    return assessment


def _rate(case: Case, answers: dict, result: str) -> None:
    """A threat stands until a later assessment says that there is none; nobody's silence ends it."""
    case.risk, case.risk_on = result, timezone.localdate()
    if answers.get("threat") in ("yes", "no"):
        case.threat = answers["threat"] == "yes"


def _screened(case: Case, assessment: Assessment, *, by) -> Case:
    found = assessment.result
    if found in INDICATION:
        case = restrict_case(case, by=by)
    if found == Screening.NOT_DONE or (
        _is_lower(found, case.trafficking) and not _second(case, by)
    ):
        return case
    case.trafficking = found
    return case


def _is_lower(found: str, stands: str) -> bool:
    order = Screening.values
    return stands in INDICATION and order.index(found) < order.index(stands)


def _second(case: Case, by) -> bool:
    """An indication is not taken back by whoever found it: a supervisor does, who is another."""
    hers = Assessment.objects.filter(case=case, form=AssessmentForm.TRAFFICKING)
    last = hers.filter(result__in=INDICATION).first()
    return by.can(Permission.CASE_CLOSE) and (last is None or last.by_id != by.pk)
