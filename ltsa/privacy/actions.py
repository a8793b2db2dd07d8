from ltsa.audit.models import Record


def record_reading(*, person=None, by) -> Record:
    """Reading the trail leaves a trace of its own: who read, and whose looks she asked for."""
    return Record.objects.create(
        verb=Record.Verb.VIEW,
        subject_type=Record._meta.label_lower,
        subject=person.pk if person else None,
        by=by,
    )
