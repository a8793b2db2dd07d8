"""One line of a book into a client and a conversation, or into what is wrong with it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial

from django.utils import timezone

from ltsa.encrypted import keyed_hash

from ..codes import Channel, ClientType, Outcome, Phase, RecordConsent, SessionKind, Sex
from . import cells
from .cells import Unreadable
from .columns import SAME
from .places import Places

PHASES = {"prospective": "before", "in_service": "during", "returned": "after"}
OLDEST = 110  # years, as in services.forms.migrant
WORDS = {"nickname": 60, "passport": 20, "destination": 60, "paper_number": 40, "summary": 500}


@dataclass
class Line:
    """`person` and `session` hold fields as the actions take them; complete only when there are no `errors`."""

    person: dict = field(default_factory=dict)
    session: dict = field(default_factory=dict)
    errors: list[dict] = field(default_factory=list)  # [{field, message}]: codes, never a value


class LineReader:
    """Reads the lines of one book: `columns` is {field: header}."""

    def __init__(self, columns: dict[str, str], places: Places):
        self.columns, self.places = columns, places
        self.today, self.zone = timezone.localdate(), timezone.get_current_timezone()

    def read(self, values: dict[str, str]) -> Line:
        line = Line()
        told = {
            name: header.removeprefix(SAME) if header.startswith(SAME) else values.get(header) or ""
            for name, header in self.columns.items()
        }
        for name in [name for name, text in told.items() if text.startswith("=")]:
            line.errors.append({"field": name, "message": "formula"})
            told[name] = ""
        marked = {one["field"] for one in line.errors}

        def ask(name: str, read, *, required: bool = False):
            try:
                value = read(told.get(name, ""))
                if required and not value and name not in marked:
                    raise Unreadable("missing")
            except Unreadable as error:
                line.errors.append({"field": name, "message": error.code})
                return None
            return value

        self._person(line, ask, told)
        self._session(line, ask, told)
        return line

    def _person(self, line: Line, ask, told: dict) -> None:
        name = ask("full_name", cells.read_name)
        consent = ask("consent", partial(cells.read_code, codes=RecordConsent))
        anonymous = not name or consent == "anonymous"
        born = ask("birth_date", self._birth)
        band = ask("age", cells.read_age_band)
        if not born and not band and not {"birth_date", "age"} & _fields(line):
            line.errors.append({"field": "age", "message": "born"})
        client_type = ask("client_type", partial(cells.read_code, codes=ClientType), required=True)
        phase = ask("phase", partial(cells.read_code, codes=Phase)) or PHASES.get(client_type or "")
        if client_type and not phase and "phase" not in _fields(line):
            line.errors.append({"field": "phase", "message": "phase"})
        line.person = {
            "full_name": name,
            "anonymous": anonymous,
            "consent": "anonymous" if anonymous else "named",
            "sex": ask("sex", partial(cells.read_code, codes=Sex), required=True),
            "birth_date": born,
            "age_band": band,
            "village": ask("village", partial(self._village, told=told), required=True),
            "client_type": client_type,
            "phase": phase,
            "nik": ask("nik", cells.read_nik),
            "phone": ask("phone", cells.read_phone),
        }
        for one in ("nickname", "passport", "destination"):
            line.person[one] = ask(one, partial(cells.read_words, most=WORDS[one]))

    def _session(self, line: Line, ask, told: dict) -> None:
        day = ask("date", self._past, required=True)
        clock = ask("time", cells.read_time) or cells.clock_behind(told.get("date", ""))
        start = self._start(line, day, clock) if day else None
        outcome = ask("outcome", partial(cells.read_code, codes=Outcome)) or "enough"
        due = ask("follow_up_on", self._coming) if outcome == "follow_up" else None
        if outcome == "follow_up" and not due and "follow_up_on" not in _fields(line):
            line.errors.append({"field": "follow_up_on", "message": "follow_up"})
        line.session = {
            "started_at": start,
            "kind": ask("kind", partial(cells.read_code, codes=SessionKind), required=True),
            "channel": ask("channel", partial(cells.read_code, codes=Channel)) or "face_to_face",
            "topics": ask("topics", cells.read_topics),
            "outcome": outcome,
            "follow_up_on": due,
            "minutes": ask("minutes", cells.read_minutes),
        }
        for one in ("paper_number", "summary"):
            line.session[one] = ask(one, partial(cells.read_words, most=WORDS[one]))

    def _start(self, line: Line, day: date, clock: time | None) -> datetime:
        """At noon when the book does not tell the hour; never after now."""
        start, now = datetime.combine(day, clock or time(12), tzinfo=self.zone), timezone.now()
        if clock and start > now:
            line.errors.append({"field": "time", "message": "future"})
        return min(start, now)

    def _village(self, text: str, *, told: dict):
        return self.places.find(text, told.get("subdistrict", "")) if text.strip() else None

    def _birth(self, text: str) -> date | None:
        born = cells.read_date(text, born_by=self.today)
        if born and born > self.today:
            raise Unreadable("future")
        if born and born.year < self.today.year - OLDEST:
            raise Unreadable("old")
        return born

    def _past(self, text: str) -> date | None:
        day = cells.read_date(text)
        if day and day > self.today:
            raise Unreadable("future")
        return day

    def _coming(self, text: str) -> date | None:
        day = cells.read_date(text)
        if day and day < self.today:
            raise Unreadable("past")
        if day and day > self.today + timedelta(days=3650):
            raise Unreadable("date")
        return day


def _fields(line: Line) -> set[str]:
    return {one["field"] for one in line.errors}


def name_hash(person: dict) -> str:
    """The same folded name in the same village, without showing either; "" for somebody without a name."""
    village = person["village"].pk if person["village"] else ""
    return keyed_hash(f"{village}:{person['search_name']}" if person["search_name"] else "", "line")
