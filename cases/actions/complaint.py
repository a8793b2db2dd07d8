"""Who complains, when and where it happened; and her number in full, against a reason that is kept (domain 3.4)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa import phone as phones
from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.versions import Stale, update_row

from ..codes import ReportedBy
from ..models import Case
from .working import working_on

ABOUT_HER = (
    "complainant",
    "complainant_relation",
    "complainant_phone",
    "complainant_phone_safe",
)
EARLIEST = date(1970, 1, 1)


@transaction.atomic
def edit_complaint(case: Case, *, version: int, by, **told) -> Case:
    """Write who complains and what happened when and where; earlier words stay in the history. Raises Stale.

    `told`: reported_by, the four fields of the complainant, power_of_attorney, happened_on, happened_in. Where the
    client herself complains nothing is kept about another person.
    """
    case = working_on(case, "complaint", by=by)
    if case.version != version:
        raise Stale(case)
    if told.get("reported_by") not in ReportedBy.values:
        raise ValidationError({"reported_by": _("Pilih siapa yang melapor.")})
    told = whole_complaint(told)
    changed = sorted(name for name, value in told.items() if getattr(case, name) != value)
    if not changed:
        return case
    case = update_row(case, version=version, **told)
    write_event("complaint.edit", case, client=client_of(case), detail={}, by=by)
    record("change", case, fields=changed, by=by)
    return case


def whole_complaint(told: dict) -> dict:
    """What is written of a complaint: the number as E.164, days that can be, nobody else where she came herself."""
    told = dict(told)
    if told.get("reported_by") == ReportedBy.SELF:
        told |= {name: "" for name in ABOUT_HER if name in told}
        told |= {"power_of_attorney": False} if "power_of_attorney" in told else {}
    if told.get("complainant_phone"):
        try:
            told["complainant_phone"] = phones.normalise(told["complainant_phone"])
        except ValidationError as error:
            raise ValidationError({"complainant_phone": error.messages}) from error
    for name in ("complainant", "complainant_relation", "happened_in"):
        if told.get(name):
            told[name] = told[name].strip()
    check_day("happened_on", told.get("happened_on"))
    return told


def check_day(name: str, day: date | None) -> None:
    if day is not None and not EARLIEST <= day <= timezone.localdate():
        told = _("Tanggal ini belum terjadi.") if day > EARLIEST else _("Tanggal ini terlalu lama.")
        raise ValidationError({name: ValidationError(told, "dates")})


def reveal_complainant(case: Case, *, why: str, words: str = "", by) -> str:
    """The complainant's number in full. Raises ValidationError without a reason of the list, TooManyReveals."""
    fields = ["complainant_phone"]
    record("reveal", case, fields=fields, reason=words, why=why, about=case, by=by)
    return case.complainant_phone


def client_of(case: Case):
    """Whose timeline an event joins: of a restricted case nobody's (domain 4 rule 1)."""
    return None if case.restricted else case.migrant_id
