"""What every addition to a case begins with: the case, locked, on which this person may work now."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..disclosure import may_work, needs_limits
from ..models import Case
from ..transitions import OPEN_CASE, NotPossible, NotYours, lock


def working_on(case: Case, verb: str, *, words: bool = True, by) -> Case:
    """Inside a transaction. Raises NotYours, NotPossible, and ValidationError where `words` would be written before the
    limits of confidentiality were explained (domain 4)."""
    case = lock(case)
    if case.state not in OPEN_CASE:
        raise NotPossible(case, verb)
    if not may_work(case, by):
        raise NotYours(verb)
    if words and needs_limits(case):
        raise ValidationError(
            _("Jelaskan dulu batas kerahasiaan kepada klien, lalu tulis."), code="limits"
        )
    return case
