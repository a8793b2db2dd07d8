"""Whether the words of a survivor may be written now, and how the timeline tells of it: codes only, never a client."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ltsa.timeline.actions import write_event

from ..disclosure import may_work, needs_limits
from ..models import Case
from ..transitions import NotPossible, NotYours, lock


def open_story(case: Case, verb: str, *, by, words: str = "") -> Case:
    """The restricted case, locked, when its survivor's words may be written now; `words` names their field.

    Raises NotYours, NotPossible, and ValidationError while the limits of confidentiality are not explained.
    """
    case = lock(case)
    if not case.restricted or case.organisation_id != by.posting.organisation_id:
        raise NotYours(verb)
    if not may_work(case, by):
        raise NotPossible(case, verb)
    if words and needs_limits(case):
        raise ValidationError({words: _("Jelaskan dulu batas kerahasiaan, baru mencatat.")})
    return case


def tell(verb: str, case: Case, *, by, **detail) -> None:
    """The event of a part of a restricted case: its subject is the case, no client, codes only."""
    write_event(verb, case, detail=detail, by=by)
