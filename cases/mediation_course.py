"""Which meeting comes next: first clarification, second clarification, mediation (Permen P2MI 23/2025; domain 1.3).

An office may begin with a mediation where both sides want one. Nothing goes back, and while a promise of an earlier meeting
runs, the next one waits for its day.
"""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .codes import HearingResult, Meeting
from .models import Mediation

ORDER = list(Meeting.values)
MOST_INVITATIONS = 3
# The commitment of a second clarification is due within so many days (Permen P2MI 23/2025).
SECOND_COMMITMENT = timedelta(days=7)
LONGEST_PROMISE = timedelta(days=5 * 366)
FARTHEST_MEETING = timedelta(days=366)
CLARIFICATIONS = (Meeting.FIRST_CLARIFICATION, Meeting.SECOND_CLARIFICATION)
# What may come out of which meeting.
RESULTS = {
    Meeting.FIRST_CLARIFICATION: ("committed", "continue", "no_agreement", "absent"),
    Meeting.SECOND_CLARIFICATION: ("committed", "continue", "no_agreement", "absent"),
    Meeting.MEDIATION: ("agreed", "partly_agreed", "continue", "no_agreement", "absent"),
}
# Results that bring promises, and those with which a meeting is over.
WITH_PROMISES = (HearingResult.COMMITTED, HearingResult.AGREED, HearingResult.PARTLY_AGREED)
OVER = (*WITH_PROMISES, HearingResult.NO_AGREEMENT)


def next_meetings(mediation: Mediation) -> list[str]:
    """The meetings that may be called or held now, in their order."""
    held = list(mediation.hearings.values_list("meeting", "result"))
    invited = set(mediation.invitations.values_list("meeting", flat=True))
    owed = mediation.promises.owed().exists()
    return meetings_after(held, invited, owed=owed)


def meetings_after(held: list[tuple[str, str]], invited: set[str], *, owed: bool) -> list[str]:
    """The same from what was read: [(meeting, result)] in the order they were held, meetings invited to, a promise runs."""
    if owed:
        return []
    over = [ORDER.index(meeting) for meeting, result in held if result in OVER]
    tried = [ORDER.index(meeting) for meeting, _result in held]
    tried += [ORDER.index(meeting) for meeting in invited]
    first = max([max(over, default=-1) + 1, *tried])
    # The second clarification follows a first one; the mediation may be the first of all.
    possible = range(first, len(ORDER))
    return [ORDER[n] for n in possible if n != 1 or tried]


def check_meeting(mediation: Mediation, meeting: str) -> None:
    if meeting not in Meeting.values:
        raise ValidationError({"meeting": _("Pilih pertemuan yang mana.")})
    if meeting in next_meetings(mediation):
        return
    running = mediation.promises.owed().first()
    if running is not None:
        told = _("Janji dari pertemuan sebelumnya masih berjalan sampai %(day)s.")
        words = told % {"day": date_format(running.due_on, "j F Y")}
    elif meeting == Meeting.SECOND_CLARIFICATION:
        words = _("Klarifikasi kedua hanya sesudah klarifikasi kesatu.")
    else:
        words = _("Pertemuan ini sudah lewat. Pilih pertemuan berikutnya.")
    raise ValidationError({"meeting": ValidationError(words, "order")})


def latest_due(meeting: str, held_at):
    """The last day on which what is promised there may be due."""
    second = meeting == Meeting.SECOND_CLARIFICATION
    return timezone.localdate(held_at) + (SECOND_COMMITMENT if second else LONGEST_PROMISE)
