"""Notes of a case: nothing is edited in place, a correction is a new version (issue: the case's memory)."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..disclosure import may_work, needs_limits
from ..models import Case, CaseNote
from ..transitions import NotPossible, lock


def check_open(case: Case, verb: str, *, by) -> Case:
    """The case, locked, when she may add to it now. Raises NotPossible."""
    case = lock(case)
    if not may_work(case, by):
        raise NotPossible(case, verb)
    return case


def check_writing(case: Case, verb: str, *, by) -> Case:
    """The same for words about her. Raises NotPossible, or ValidationError (limits)."""
    case = check_open(case, verb, by=by)
    if needs_limits(case):
        raise ValidationError(
            {"text": _("Jelaskan dulu batas kerahasiaan kepada klien, baru mencatat ceritanya.")}
        )
    return case


@transaction.atomic
def add_note(case: Case, *, text: str, by) -> CaseNote:
    case = check_writing(case, "note", by=by)
    if not text.strip():
        raise ValidationError({"text": _("Tulis catatannya dulu.")})
    note = CaseNote.objects.create(case=case, text=text, by=by)
    _tell("add", note, by=by)
    return note


@transaction.atomic
def correct_note(note: CaseNote, *, text: str, by) -> CaseNote:
    """A new version in the place of this one; the old one stays readable. Of two corrections at once one wins."""
    case = check_writing(note.case, "note", by=by)
    if not text.strip() or text == note.text:
        raise ValidationError({"text": _("Tulis catatan yang sudah diperbaiki.")})
    try:
        with transaction.atomic():
            newer = CaseNote.objects.create(
                case=case,
                text=text,
                thread=note.thread,
                number=note.number + 1,
                replaces=note,
                by=by,
            )
    except IntegrityError as error:
        raise ValidationError(
            {"text": _("Catatan ini baru saja diperbaiki orang lain. Muat ulang dulu.")}
        ) from error
    _tell("correct", newer, by=by)
    return newer


def _tell(verb: str, note: CaseNote, *, by) -> None:
    case = note.case
    write_event(f"note.{verb}", case, client=case.migrant_id, detail={"part": str(note.pk)}, by=by)
    record("create", note, by=by)
