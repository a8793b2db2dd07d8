from .models import Event


def write_event(verb: str, subject, *, client=None, detail=None, by) -> Event:
    """Put one line on the timeline of `subject` (and of `client`, a migrant's UUID). `by` is None for the system.

    Somebody without an account who acts for a house leaves the name of the house alone.
    """
    posting = by.posting if by else None
    return Event.objects.create(
        verb=verb,
        subject=subject.pk,
        client=client,
        by=by if by and by.is_authenticated else None,
        organisation_id=posting.organisation_id if posting else None,
        detail=detail or {},
    )
