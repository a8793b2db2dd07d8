"""What stands before every word of a survivor's story: the limits of confidentiality, and what is written after them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.versions import Stale, update_row
from services.actions import shield_client

from ..codes import LimitsAnswer
from ..models import Case
from .reporting import tend_report_clock
from .story import open_story, tell


@transaction.atomic
def explain_limits(case: Case, *, answer: str, by) -> Case:
    """She has heard the limits of confidentiality; only "go on" opens the fields, any other answer is kept too."""
    case = open_story(case, "limits", by=by)
    if answer not in LimitsAnswer.values:
        raise ValidationError({"answer": _("Pilih jawabannya.")})
    if answer == LimitsAnswer.GO_ON and case.limits_explained_at is None:
        case = update_row(case, version=case.version, limits_explained_at=timezone.now())
        record("change", case, fields=["limits_explained_at"], by=by)
    tell("case.limits", case, by=by, answer=answer)
    return case


@transaction.atomic
def write_account(case: Case, *, account: str, version: int, by) -> Case:
    """The story of a restricted case, once she wants to tell it. Raises Stale; earlier words stay in the history."""
    case = _same(open_story(case, "account", by=by, words="account"), version)
    if not account.strip():
        raise ValidationError({"account": _("Tulis kronologi singkat.")})
    case = update_row(case, version=version, account=account)
    tell("case.account", case, by=by)
    record("change", case, fields=["account"], by=by)
    return case


@transaction.atomic
def set_types(case: Case, *, types, version: int, by) -> Case:
    """The types of a restricted case; the first is the primary one. Raises Stale."""
    types = list(types)
    case = _same(open_story(case, "types", by=by), version)
    if not types:
        raise ValidationError({"primary_type": _("Pilih jenis kasus.")})
    case = update_row(case, version=version, primary_type=types[0])
    case.secondary_types.set(types[1:])
    shield_client(case.migrant)
    tend_report_clock(case, by=by)
    tell("case.types", case, by=by)
    record("change", case, fields=["primary_type", "secondary_types"], by=by)
    return case


def _same(case: Case, version: int) -> Case:
    if case.version != version:
        raise Stale(case)
    return case
