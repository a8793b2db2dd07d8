"""Which types a case has. A sensitive one closes an ordinary case to everybody but its team, once she says so."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.versions import Stale, update_row

from ..models import Case
from . import limits
from .complaint import client_of
from .restricting import restrict_case
from .working import working_on


@transaction.atomic
def set_types(case: Case, *, types, version: int, closing: bool = False, by) -> Case:
    """The types of a case; the first is the primary one. Raises Stale and ValidationError.

    `closing`: she knows that a sensitive type makes an ordinary case restricted, and that there is no way back.
    """
    types = list(types)
    if case.restricted:
        return limits.set_types(case, types=types, version=version, by=by)
    case = working_on(case, "types", by=by)
    if case.version != version:
        raise Stale(case)
    if not types:
        raise ValidationError({"primary_type": _("Pilih jenis kasus.")})
    sensitive = any(kind.sensitive for kind in types)
    if sensitive and not closing:
        told = _("Jenis bertanda * menjadikan kasus ini terbatas. Centang bila benar, lalu simpan.")
        raise ValidationError({"closing": ValidationError(told, "closing")})
    case = update_row(case, version=version, primary_type=types[0])
    case.secondary_types.set(types[1:])
    write_event("case.types", case, client=client_of(case), detail={}, by=by)
    record("change", case, fields=["primary_type", "secondary_types"], by=by)
    return restrict_case(case, by=by) if sensitive else case
