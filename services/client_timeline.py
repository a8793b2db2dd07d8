"""One timeline of everything that one reader may see of a client, newest first, to be narrowed to one kind."""

from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ltsa.timeline.labels import KINDS
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows

NEWEST = 200  # looked at
SHOWN = 50
LONG = 8  # from here on a reader wants to narrow it
OTHER = "lain"


def client_timeline(subjects: list, kind: str, user) -> dict:
    """{events, kinds, more} for the page; `kind` is a noun of the verbs, anything else means all."""
    events = list(Event.objects.about(*subjects).order_by("-at", "-pk")[:NEWEST])
    nouns = [_noun(event.verb) for event in events]
    kinds = list(dict.fromkeys(nouns))
    kind = kind if kind in kinds else ""
    kept = [one for one, noun in zip(events, nouns, strict=True) if not kind or noun == kind]
    return {
        "events": [row | {"when": _minute(row["when"])} for row in rows_for(kept[:SHOWN], user)],
        "kinds": _links(kinds, kind) if len(events) > LONG and len(kinds) > 1 else [],
        "more": len(kept) > SHOWN,
    }


def rows_for(events: list[Event], user) -> list[dict]:
    """As timeline_rows; but that a house for survivors had a hand in it is not told to others (domain 4 rule 4)."""
    here = user.posting.organisation_id if user.posting else None
    return [
        row | {"who": ""} if tells(event.organisation, here) else row
        for event, row in zip(events, timeline_rows(events), strict=True)
    ]


def tells(house, here) -> bool:
    return house is not None and house.pk != here and house.works_with_survivors


def _noun(verb: str) -> str:
    noun = verb.partition(".")[0]
    return noun if noun in KINDS else OTHER


def _links(kinds: list[str], chosen: str) -> list[dict]:
    """A link for each kind; the address names the kind, never a person."""
    labels = {"": _("Semua"), **{kind: KINDS.get(kind, _("Lainnya")) for kind in kinds}}
    return [
        {"label": label, "url": f"?riwayat={kind}#riwayat", "chosen": kind == chosen}
        for kind, label in labels.items()
    ]


def _minute(when) -> str:
    when = localtime(when)
    return f"{date_format(when, 'j M Y')}, {time_format(when)}"
