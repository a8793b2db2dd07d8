from .models import Record


def record(verb: str, subject, *, fields=(), reason: str = "", by) -> Record:
    """Write down that `by` did `verb` to `subject` (a model row with a UUID); names of fields, never values.

    A subject without an id, such as an exported table of figures, is given by its name.
    """
    named = isinstance(subject, str)
    return Record.objects.create(
        verb=verb,
        subject_type=subject if named else subject._meta.label_lower,
        subject=None if named else subject.pk,
        fields=list(fields),
        reason=reason[:300],
        by=by if by and by.is_authenticated else None,
    )
