"""What a second person of grade (b) decides: who joins a team by another's hand, which lock is lifted (domain 4.1)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from .. import notices
from ..codes import RequestKind, RequestState
from ..models import AccessRequest
from ..people import able_to_join
from ..second import asked_about, may_decide
from ..transitions import NotPossible, NotYours, lock
from .locks import lift_now
from .team import bring_in


@transaction.atomic
def allow_access(asked: AccessRequest, *, by) -> AccessRequest:
    """Raises NotYours, NotPossible; ValidationError where what was asked for is not possible any more."""
    asked = _decide(asked, RequestState.ALLOWED, by=by)
    if asked.lock is not None:
        lift_now(asked.lock, reason=asked.reason, by=by)
    elif asked.person is not None:
        _check_team(asked)
        bring_in(asked.case, asked.person, by=asked.asked_by)
    notices.access_decided(asked, by=by)
    return asked


@transaction.atomic
def refuse_access(asked: AccessRequest, *, by) -> AccessRequest:
    asked = _decide(asked, RequestState.REFUSED, by=by)
    noun = "lock" if asked.kind == RequestKind.LIFT else "member"
    write_event(f"{noun}.refuse", asked.case, detail={"part": str(asked.pk)}, by=by)
    notices.access_decided(asked, by=by)
    return asked


def _decide(asked: AccessRequest, state: str, *, by) -> AccessRequest:
    """Under the case's lock, as everything that changes who is near it. Of two who decide, one does."""
    case = lock(asked.case)
    asked = lock(asked)
    asked.case = case
    if asked.state != RequestState.ASKED:
        raise NotPossible(asked, state)
    if not may_decide(case, by, to=asked_about(asked)):
        raise NotYours(state)
    asked.state, asked.decided_by, asked.decided_at = state, by, timezone.now()
    asked.save(update_fields=["state", "decided_by", "decided_at"])
    record("change", asked, fields=[f"state:{state}"], by=by)
    return asked


def _check_team(asked: AccessRequest) -> None:
    """Both may have changed since: whoever asked has left the team, or she whom it is about the house."""
    still = asked.case.members.current().filter(user=asked.asked_by_id).exists()
    if not still or not able_to_join(asked.case).filter(pk=asked.person_id).exists():
        raise ValidationError(_("Keadaannya sudah berubah. Tolak permintaan ini."))
