"""Journeys as one reader is shown them: the way, the sponsor and the employer stay with the house that wrote them."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.organisations.register import fresh, known_of

from .codes import Phase
from .disclosure import may_edit
from .merged import hers
from .models import Journey, Migrant

# Kept by the house that wrote them; "nonprosedural" most of all: villagers fear to be treated as criminals.
OWN_ONLY = ("scheme", "employer", "sponsor")
TONES = {Phase.BEFORE: "info", Phase.DURING: "waiting", Phase.AFTER: "good"}


@dataclass(frozen=True)
class ShownJourney:
    journey: Journey
    may_edit: bool


def journeys_of(migrant: Migrant, user):
    """Newest first; those of a record that was merged into hers too."""
    return Journey.objects.visible_to(user).filter(hers(migrant)).select_related("agency")


def shown_journeys(journeys, migrant: Migrant, user) -> list[ShownJourney]:
    edits = may_edit(migrant, user)
    return [
        ShownJourney(journey, may_edit=edits or _writes_own(journey, user)) for journey in journeys
    ]


def is_own(journey: Journey, user) -> bool:
    return journey.organisation_id == user.posting.organisation_id


def _writes_own(journey: Journey, user) -> bool:
    return is_own(journey, user) and user.can(Permission.CLIENT_EDIT)


def may_edit_journey(journey: Journey, user) -> bool:
    """What a house wrote stays to be read there; but it moves the client's phase only while it sees her."""
    if not Migrant.objects.visible_to(user).filter(pk=journey.migrant_id).exists():
        return False
    return _writes_own(journey, user) or may_edit(journey.migrant, user)


def journey_title(journey: Journey) -> str:
    parts = [journey.destination, journey.get_sector_display() if journey.sector else ""]
    return " · ".join(part for part in parts if part)


def journey_text(journey: Journey) -> str:
    """Dates, and the agency with its licence and complaints; one line, fit to be printed for her."""
    parts = [_dates(journey)]
    if journey.agency:
        known = known_of(journey.agency)
        parts.append(f"{known['name']}: {known['words']}, {known['complaints']}")
    return " · ".join(part for part in parts if part)


def journey_state(journey: Journey) -> tuple[str, str]:
    """(words, tone)"""
    if journey.cancelled:
        return _("tidak jadi"), "neutral"
    phase = Phase(journey.phase)
    words = {
        Phase.BEFORE: _("rencana"),
        Phase.DURING: _("di luar negeri"),
        Phase.AFTER: _("sudah pulang"),
    }
    return words[phase], TONES[phase]


def _dates(journey: Journey) -> str:
    left, returned = (
        date_format(day, "j M Y") if day else "" for day in (journey.left_on, journey.returned_on)
    )
    if left and returned:
        return _("%(left)s sampai %(returned)s") % {"left": left, "returned": returned}
    if returned:
        return _("pulang %(day)s") % {"day": returned}
    if left:
        return _("berangkat %(day)s") % {"day": left}
    if journey.planned_for:
        return _("rencana %(day)s") % {"day": date_format(journey.planned_for, "j M Y")}
    return _("tanggal belum dicatat")


def journey_page(journey: Journey, user) -> dict:
    """The template's context of one journey for one reader."""
    words, tone = journey_state(journey)
    own = is_own(journey, user)
    rows = [
        (_("Pekerjaan"), journey.get_sector_display() if journey.sector else ""),
        (_("Tanggal"), _dates(journey)),
        (_("Jalur"), journey.get_scheme_display() if own and journey.scheme else ""),
        (_("Pemberi kerja"), journey.employer if own else ""),
        (_("Sponsor atau perantara"), journey.sponsor if own else ""),
    ]
    return {
        "journey": journey,
        "state": words,
        "tone": tone,
        "summary": [{"term": term, "value": value} for term, value in rows if value],
        "known": known_of(journey.agency) if journey.agency else None,
        "fresh": fresh(journey.agency) if journey.agency else "",
        "may_edit": may_edit_journey(journey, user),
    }
