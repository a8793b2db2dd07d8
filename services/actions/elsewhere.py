"""The neutral question whether a person is known in another house; each one is written down, and there is a limit."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.audit.actions import record
from ltsa.audit.models import Record

from ..elsewhere import known_elsewhere

SEARCH = "search_elsewhere"  # what the audit trail calls it
MOST = 20
SPAN = timedelta(hours=1)


class TooMany(Exception):
    """The hour's questions are used up; `until` is when the next may be asked."""

    def __init__(self, until: datetime):
        super().__init__("Too many questions in this hour.")
        self.until = until


def ask_elsewhere(data: dict, *, by) -> bool:
    """Whether the person of `data` is known where `by` may not look. Raises TooMany.

    The question is kept with the names of the fields that were asked, whatever the answer. One person's questions wait
    for each other, so that the limit holds for requests at the same moment too.
    """
    with transaction.atomic():
        User.objects.select_for_update().get(pk=by.pk)
        asked = Record.objects.filter(by=by, subject_type=SEARCH, at__gt=timezone.now() - SPAN)
        times = list(asked.order_by("-at").values_list("at", flat=True)[:MOST])
        if len(times) >= MOST:
            raise TooMany(times[-1] + SPAN)
        record("search", SEARCH, fields=sorted(name for name, told in data.items() if told), by=by)
    return known_elsewhere(data, by)
