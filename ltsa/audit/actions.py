from django.db import transaction

from ltsa import reading

from .limits import hold_to_reveals
from .models import Record
from .reasons import check_reason


def record(
    verb: str, subject, *, fields=(), reason: str = "", why: str = "", about=None, by
) -> Record:
    """Write down that `by` did `verb` to `subject` (a model row with a UUID); names of fields, never values.

    A subject without an id, such as an exported table of figures, is given by its name. A number in full ("reveal")
    needs a reason of the list (`why`), and the record it is for (`about`) where there is one. Raises ValidationError,
    TooManyReveals.
    """
    named = isinstance(subject, str)
    line = Record(
        verb=verb,
        subject_type=subject if named else subject._meta.label_lower,
        subject=None if named else subject.pk,
        fields=list(fields),
        reason=reason[:300],
        why=why,
        about=about.pk if about is not None else None,
        about_type=about._meta.label_lower if about is not None else "",
        by=by if by and by.is_authenticated else None,
    )
    if verb == Record.Verb.REVEAL:
        check_reason(why, reason)
        with transaction.atomic():
            hold_to_reveals(by)
            line.save(force_insert=True)
    else:
        line.save(force_insert=True)
    reading.note_kept(verb)
    return line
