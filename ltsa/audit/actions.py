from .models import Record


def record(verb: str, subject, *, fields=(), reason: str = "", by) -> Record:
    """Write down that `by` did `verb` to `subject` (a model row with a UUID); names of fields, never values."""
    return Record.objects.create(
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject=subject.pk,
        fields=list(fields),
        reason=reason[:300],
        by=by if by and by.is_authenticated else None,
    )
