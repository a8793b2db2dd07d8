"""Asking for a mediation, and ending one (UU 18/2017 art 77; Permen P2MI 23/2025; domain 3.5)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..codes import MediationState, RespondentKind
from ..disclosure import may_work, works_here
from ..mediation_law import check_law
from ..mediators import check_mediator
from ..models import Case, Mediation, Respondent
from ..transitions import MEDIABLE, UNDER_WAY, NotPossible, NotYours, lock, move
from .respondents import name_respondent


@transaction.atomic
def request_mediation(
    case: Case,
    *,
    respondent: Respondent | None = None,
    party: dict | None = None,
    mediator=None,
    mediator_name: str = "",
    mediator_office: str = "",
    companion: str = "",
    client_willing: bool,
    briefed: bool,
    respondent_willing: bool | None = None,
    by,
) -> Mediation:
    """Ask for a mediation with `respondent`, a party of the case; `party` {kind, agency, name} adds one in place.

    With neither, it is the agency that the case is about. Raises MediationBarred (by law), ValidationError keyed by
    field (a precondition), NotPossible (the case is not being worked on) and NotYours.
    """
    case = lock(case)
    if not works_here(case, by):
        raise NotYours("mediate")
    check_law(case)
    if case.state not in MEDIABLE:
        raise NotPossible(case, "mediate")
    _check_willing(client_willing, briefed, respondent_willing)
    told = {"mediator_name": mediator_name.strip(), "companion": companion.strip()}
    check_mediator(case, mediator, **told)
    row = Mediation(
        case=case,
        respondent=_respondent(case, respondent, party, by=by),
        mediator=mediator,
        mediator_office=mediator_office.strip(),
        client_willing=client_willing,
        briefed=briefed,
        respondent_willing=respondent_willing,
        requested_by=by,
        **told,
    )
    _check_first(row)
    row.save(force_insert=True)
    write_event("mediation.request", case, client=client_of(case), detail=part(row), by=by)
    record("create", row, by=by)
    return row


def _check_willing(client: bool, briefed: bool, respondent: bool | None) -> None:
    errors = {}
    if not client:
        errors["client_willing"] = _("Mediasi hanya bila klien sendiri bersedia.")
    if not briefed:
        errors["briefed"] = _(
            "Jelaskan dulu kepada klien haknya, dan bahwa ia boleh membawa pendamping."
        )
    if respondent is False:
        errors["respondent_willing"] = _(
            "Pihak yang diadukan tidak bersedia, jadi tidak ada mediasi. Tawarkan bantuan hukum atau rujukan."
        )
    if errors:
        raise ValidationError(errors)


def _respondent(case: Case, chosen: Respondent | None, party: dict | None, *, by) -> Respondent:
    if chosen is not None:
        if chosen.case_id != case.pk or chosen.removed_at is not None:
            raise ValidationError({"respondent": _("Pilih pihak dari kasus ini.")})
        return chosen
    if party is None and case.agency is None:
        raise ValidationError({"respondent": _("Pilih pihak yang diadukan.")})
    named = name_respondent(case, by=by, **(party or {"agency": case.agency}))
    if named.kind == RespondentKind.UNKNOWN:
        raise ValidationError({"kind": _("Pihak yang tidak diketahui tidak dapat diundang.")})
    return named


def _check_first(row: Mediation) -> None:
    going = Mediation.objects.filter(case=row.case, respondent=row.respondent, state__in=UNDER_WAY)
    if going.exists():
        raise ValidationError(
            {"respondent": _("Mediasi dengan pihak ini masih berjalan.")}, code="under_way"
        )


@transaction.atomic
def end_mediation(mediation: Mediation, verb: str, *, version=None, by) -> Mediation:
    """`fail`: no agreement was reached; `cancel`: it will not be held. What was promised stays owed."""
    if verb not in ("fail", "cancel"):
        raise KeyError(verb)
    check_going(mediation.case, verb, by=by)

    def change(row):
        row.ended_at = timezone.now()

    row = move(mediation, verb, by=by, change=change, version=version)
    record("change", row, fields=["state"], by=by)
    return row


def check_going(case: Case, verb: str, *, by, law: bool = False) -> Case:
    """The case, locked, when its mediation may go on now; `law`: the law is asked once more.

    Raises NotYours, NotPossible, MediationBarred.
    """
    case = lock(case)
    if not works_here(case, by):
        raise NotYours(verb)
    if law:
        check_law(case)
    if not may_work(case, by):
        raise NotPossible(case, verb)
    return case


def client_of(case: Case):
    """Whose timeline an event joins: of a restricted case nobody's (domain 4 rule 1)."""
    return None if case.restricted else case.migrant_id


def part(row) -> dict:
    return {"part": str(row.pk)}


def end_as(mediation: Mediation, verb: str) -> Mediation:
    """What follows by itself from its promises or its meeting; by nobody."""
    ended = {MediationState.KEPT, MediationState.BROKEN, MediationState.FAILED}

    def change(row):
        row.ended_at = timezone.now() if row.state in ended else None

    return move(mediation, verb, by=None, change=change)
