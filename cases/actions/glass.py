"""Reading one case in an emergency: a reason, a second person, one hour, and everybody concerned is told (rule 3)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from services.querysets.grants import shut_out

from .. import notices
from ..models import BreakGlass, Case
from ..transitions import move

OPEN_FOR = timedelta(hours=1)
SHORTEST_REASON = 20  # letters; "darurat" alone tells nobody anything
MOST_A_DAY = 5


@transaction.atomic
def ask_glass(*, code: str, reason: str, by) -> BreakGlass:
    """Ask to read the case of this code. The answer is the same whether there is such a case or not.

    Raises ValidationError for a reason that is none, and beyond five requests a day.
    """
    if len(reason.strip()) < SHORTEST_REASON:
        raise ValidationError(
            {"reason": _("Tulis apa bahayanya dan mengapa Anda perlu membaca kasus ini sekarang.")}
        )
    since = timezone.now() - timedelta(days=1)
    if BreakGlass.objects.filter(asked_by=by, asked_at__gt=since).count() >= MOST_A_DAY:
        raise ValidationError(
            _("Terlalu banyak permintaan hari ini. Telepon supervisor lembaganya.")
        )
    code = code.strip().upper()
    # Whoever is locked out of the client (conflict of interest) asks for a case that there is not.
    case = Case.objects.filter(code=code).exclude(migrant__in=shut_out(by)).first()
    glass = BreakGlass.objects.create(code=code, case=case, reason=reason, asked_by=by)
    record("create", glass, by=by)
    notices.glass_asked(glass, by=by)
    return glass


def allow_glass(glass: BreakGlass, *, note: str = "", version=None, by) -> BreakGlass:
    """The second person opens it for an hour. Raises NotPossible, NotYours, Stale; ValidationError without a case."""
    if glass.case is None:
        raise ValidationError(_("Tidak ada kasus dengan nomor ini. Tolak permintaannya."))

    def change(row):
        row.decided_by, row.decided_at, row.decision_note = by, timezone.now(), note
        row.opens_until = row.decided_at + OPEN_FOR

    with transaction.atomic():
        glass = move(glass, "allow", by=by, change=change, version=version)
        record("share", glass.case, fields=["break_glass"], by=by)
        notices.glass_opened(glass, by=by)
    return glass


def refuse_glass(glass: BreakGlass, *, note: str = "", version=None, by) -> BreakGlass:
    def change(row):
        row.decided_by, row.decided_at, row.decision_note = by, timezone.now(), note

    with transaction.atomic():
        glass = move(glass, "refuse", by=by, change=change, version=version)
        notices.glass_refused(glass, by=by)
    return glass


def end_glass(glass: BreakGlass) -> BreakGlass:
    """The hour is over: nobody could read since; now the row says so too."""
    return move(glass, "end", by=None)
