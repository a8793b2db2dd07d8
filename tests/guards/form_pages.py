"""The forms of a page as a browser would fill them in and send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote_plus

from tests.moments import typed

TYPED = {"text", "search", "email", "tel", "number", "date", "url", "password", "textarea"}
# Boxes of a table of numbers or hours; all may stay empty.
MATRIX = ("n_", "opens_", "closes_")
SOON, LATER = typed(1), typed(24)
# What a field of this name takes; any other takes some words.
SENSIBLE = {
    "birth_date": "17/08/1999", "started_at": "01/10/2026 09.00", "follow_up_on": SOON, "expires_on": SOON,
    "next_action_on": SOON, "at": f"{SOON} 09.00", "joined_on": "01/10/2026", "left_on": "01/10/2026", "given_on": "01/10/2026", "appointment": f"{SOON} 09.00", "last_contact_on": "01/10/2026",
    "starts_on": SOON, "ends_on": LATER, "on": LATER, "day": "01/10/2026", "verified_on": "01/10/2026",
    "reported_on": "01/10/2026", "happened_on": "01/10/2026", "review_on": SOON,
    "agency": "", "planned_for": SOON, "returned_on": "02/10/2026", "checked_on": "01/10/2026", "q": "", "age": "27", "nik": "3209145708990003", "phone": "081234567890", "passport": "C1234567", "minutes": "20", "family_card": "3209142501120001", "letter_on": "01/10/2026", "children": "2", "elsewhere": "",
    "meets_at": f"{SOON} 09.00", "delivered_on": "", "amount": "100", "rate": "2081,5", "rate_on": "20/11/2026",
    "email": "seseorang@contoh.test", "username": "orang.contoh", "disability": "", "from": "1/10/2026", "to": "2/10/2026",
    "until": "12/12/2026 09.00", "digest_at": "07.00", "quiet_from": "21.00", "quiet_until": "06.00", "complainant_phone": "081234567890", "opened_on": "01/10/2026", "ended_on": "02/10/2026",
}  # fmt: skip


@dataclass
class Form:
    method: str
    action: str
    typed: dict[str, str] = field(default_factory=dict)  # what a person types: name -> value now
    chosen: dict[str, list[str]] = field(default_factory=dict)  # ticked, selected or hidden
    invalid: set[str] = field(default_factory=set)

    def sensible(self) -> dict[str, list[str]]:
        """Every field as a careful person would fill it in."""
        words = {
            name: [SENSIBLE.get(name, "" if name.startswith(MATRIX) else "Contoh")]
            for name in self.typed
        }
        return words | self.chosen


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.open: Form | None = None
        self.select = self.textarea = ""

    def handle_starttag(self, tag, attrs):
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = Form(told.get("method", "get").lower(), told.get("action", ""))
            self.forms.append(self.open)
        name = told.get("name", "")
        if self.open is None or not (name or tag == "option"):
            return
        if "is-invalid" in told.get("class", "") or told.get("aria-invalid") == "true":
            self.open.invalid.add(name)
        if tag == "input":
            self._input(name, told)
        elif tag == "button":
            self.open.chosen.setdefault(name, [told.get("value", "")])
        elif tag == "textarea":
            self.open.typed[name], self.textarea = "", name
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and told.get("value"):
            self.open.chosen.setdefault(self.select, [told["value"]])

    def _input(self, name, told):
        kind = told.get("type", "text")
        if kind in TYPED:
            self.open.typed[name] = told.get("value", "")
        elif kind == "hidden":
            self.open.chosen[name] = [told.get("value", "")]
        elif kind == "radio":
            self.open.chosen.setdefault(name, [told.get("value", "")])
        elif kind == "checkbox" and name not in (
            "anonymous",
            "restricted",
            "confirmed",
            "cancelled",
        ):
            self.open.chosen.setdefault(name, [told.get("value", "on")])

    def handle_data(self, data):
        if self.textarea and self.open:
            self.open.typed[self.textarea] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = None
        elif tag == "textarea" and self.open:  # one to copy from stands in no form
            # A browser drops the line break that stands right after the tag.
            self.open.typed[self.textarea] = self.open.typed[self.textarea].removeprefix("\n")
            self.textarea = ""
        elif tag == "select":
            self.select = ""


def forms_in(answer) -> list[Form]:
    reader = _Reader()
    reader.feed(answer.content.decode())
    return reader.forms


def encoded(fields: dict[str, list[str]]) -> str:
    """application/x-www-form-urlencoded of any text, half a surrogate pair included."""
    return "&".join(
        f"{quote_plus(name)}={quote_plus(value.encode('utf-8', 'surrogatepass'))}"
        for name, values in fields.items()
        for value in values
    )
