"""Who read or changed what, for the data protection officer: ids and names of fields, never values (UU 27/2022 art 31)."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import make_aware

from ltsa.accounts.models import User
from ltsa.audit.models import Record
from ltsa.audit.names import field_name, subject_name

NEWEST_FIRST = ("-at", "-id")


def asked_person(text: str) -> User | None:
    try:
        return User.objects.filter(pk=UUID(text)).first()
    except ValueError:
        return None


def asked_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def asked_record(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def looks(
    *, person: User | None, day: date | None, subject: UUID | None = None, by: User
) -> QuerySet[Record]:
    """The records of one person, about one record, of one day in the office's time, or all that `by` may read."""
    rows = Record.objects.visible_to(by).select_related("by")
    if person is not None:
        rows = rows.filter(by=person)
    if subject is not None:
        rows = rows.about(subject)
    if day is not None and day < date.max:
        begin = make_aware(datetime.combine(day, time.min))
        rows = rows.filter(at__gte=begin, at__lt=begin + timedelta(days=1))
    return rows


def trail_rows(records) -> list[dict]:
    """Records as the page shows them."""
    return [
        {
            "at": record.at,
            "by": record.by,
            "verb": record.get_verb_display(),
            "subject_type": subject_name(record.subject_type),
            "subject": record.subject,
            "fields": ", ".join(_names(record)),
            "rows": record.rows,
            "reason": _reason(record),
            "source": " ".join(filter(None, (record.address, record.device, record.session[:6]))),
        }
        for record in records
    ]


def _reason(record: Record) -> str:
    """Why, in the list's words and her own, and the record it was for."""
    told = [record.get_why_display() if record.why else "", record.reason]
    if record.about:
        told.append(f"{subject_name(record.about_type)} {record.about}")
    return " · ".join(filter(None, told))


def _names(record: Record) -> list[str]:
    """What was shared are groups of a consent, not fields of the thing."""
    if record.verb == Record.Verb.SHARE:
        return record.fields
    return [field_name(record.subject_type, name) for name in record.fields]
