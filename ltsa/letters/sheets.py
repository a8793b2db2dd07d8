"""From a text with placeholders and the data of a case to a sheet, which `render_pdf` prints.

The text is parted into paragraphs, lists and tables before anything typed is filled in: no value can make a new part.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from .kinds import Kind, Placeholder
from .render import clean, unprintable

BRACES = re.compile(r"\{([^{}\n]*)\}")
FACT = re.compile(r"([^:{}]{1,40}?) : (.+)")
ITEM = re.compile(r"\d{1,2}\. (.+)")
LONGEST, LONGEST_HEADING, MOST_ROWS = 12_000, 60, 200


@dataclass(frozen=True)
class Frame:
    """What stands around the text: the office's head and hand, the number, the day."""

    head: list[str]
    number: str
    reference: str
    place_date: str
    signature: dict
    confidential: bool = False


def check_text(kind: Kind, text: str) -> None:
    """Raises ValidationError for a placeholder that this kind does not know, a table amid words, or an odd sign."""
    known = kind.named
    possible = ", ".join(f"{{{name}}}" for name in known)
    unknown = [f"{{{name}}}" for name in BRACES.findall(text) if name not in known]
    if unknown or "{" in (rest := BRACES.sub("", text)) or "}" in rest:
        what = ", ".join(dict.fromkeys(unknown)) or "{ }"
        raise ValidationError(
            _("%(what)s tidak dikenal. Yang bisa dipakai: %(possible)s")
            % {"what": what[:200], "possible": possible}
        )
    for name, one in known.items():
        mark = f"{{{name}}}"
        if one.columns and any(mark in part and part != mark for part in _parts(text)):
            raise ValidationError(
                _("%(mark)s adalah tabel: tulis sendiri, dengan baris kosong di atas dan bawahnya.")
                % {"mark": mark}
            )
    _check_signs(text)


def make_sheet(kind: Kind, *, subject: str, body: str, data: dict, frame: Frame) -> dict:
    """Raises ValidationError for data that is missing or cannot be printed; ValueError for a key nobody knows."""
    with override("id"):
        values = _read(kind, data)
        copies = [clean(str(line)) for line in data.get("tembusan", ())]
        return {
            "head": frame.head,
            "number": frame.number,
            "reference": frame.reference,
            "place_date": frame.place_date,
            "parts": _filled_parts(kind, body, values),
            "copies": copies,
            **_around(kind, _fill(subject, values), data, values, frame),
        }


def _around(kind: Kind, subject: str, data: dict, values: dict, frame: Frame) -> dict:
    if kind.is_deed:
        signatures = [
            _signature(one.role, values[one.key], stamp=one.stamp) for one in kind.signers
        ]
        return {"title": subject.upper(), "signatures": signatures}
    quality = "Rahasia" if frame.confidential else "Penting"
    facts = [
        ["Nomor", frame.number or "-"],
        ["Sifat", quality],
        ["Lampiran", clean(str(data.get("lampiran") or "-"))],
        ["Perihal", subject],
    ]
    to = [clean(str(line)) for line in data["kepada"]]
    return {"facts": facts, "to": to, "signatures": [frame.signature]}


def _signature(role: str, name: str, note: str = "", *, stamp: bool = False) -> dict:
    return {"role": role, "name": name, "note": note, "stamp": stamp}


def office_signature(title: str, name: str, note: str) -> dict:
    return _signature(title, name, note)


def _read(kind: Kind, data: dict) -> dict:
    """{key: words or rows of words}, checked."""
    extra = {"tembusan"} if kind.is_deed else {"tembusan", "kepada", "lampiran"}
    if strange := set(data) - set(kind.named) - extra:
        raise ValueError(f"A letter of kind {kind.code} knows no {', '.join(sorted(strange))}.")
    missing = [
        str(one.label)
        for key, one in kind.named.items()
        if not one.optional and data.get(key) in (None, "", [])
    ]
    if not kind.is_deed and not data.get("kepada"):
        missing.append(_("surat ini untuk siapa"))
    if missing:
        raise ValidationError(_("Belum diisi: %(what)s.") % {"what": ", ".join(missing)})
    values = {key: _value(one, data.get(key)) for key, one in kind.named.items()}
    loose = [*data.get("tembusan", ()), *data.get("kepada", ()), data.get("lampiran") or ""]
    for words in [*_all_words(values), *loose]:
        _check_signs(str(words))
    return values


def _all_words(values: dict):
    for value in values.values():
        if isinstance(value, list):
            yield from (cell for row in value for cell in row)
        else:
            yield value


def _value(one: Placeholder, value):
    if not one.columns:
        return as_words(value, long_day=one.key == "hari_tanggal")
    rows = list(value or ())
    if len(rows) > MOST_ROWS:
        raise ValidationError(
            _("Tabel ini terlalu panjang: paling banyak %(n)d baris.") % {"n": MOST_ROWS}
        )
    return [[as_words(row.get(column.key)) for column in one.columns] for row in rows]


def as_words(value, *, long_day: bool = False) -> str:
    """A date, a number or (amount, currency) as an Indonesian letter writes it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return date_format(value, "l, j F Y" if long_day else "j F Y")
    if isinstance(value, tuple):
        amount, currency = value
        return money(amount, currency)
    if isinstance(value, int | Decimal):
        return number_format(value, use_l10n=True, force_grouping=True)
    return clean(str(value))


def money(amount, currency: str) -> str:
    """Rp1.250.000; HKD 9.200,00."""
    whole = currency == "IDR" and amount == int(amount)
    written = number_format(
        amount, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True
    )
    return f"Rp{written}" if currency == "IDR" else f"{currency} {written}"


def _check_signs(text: str) -> None:
    if len(text) > LONGEST:
        raise ValidationError(_("Teks ini terlalu panjang untuk surat."))
    if odd := unprintable(text):
        raise ValidationError(
            _("Huruf ini tidak bisa dicetak: %(signs)s. Tulis dengan huruf Latin.")
            % {"signs": odd[:20]}
        )


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", clean(text)) if part.strip()]


def _filled_parts(kind: Kind, body: str, values: dict) -> list[dict]:
    parts = (_part(kind, part, values) for part in _parts(body))
    return [part for part in parts if part.get("rows", True) and part.get("text", True)]


def _part(kind: Kind, part: str, values: dict) -> dict:
    lines = [line.strip() for line in part.split("\n")]
    alone = BRACES.fullmatch(part)
    if alone and (columns := kind.named[alone[1]].columns):
        return _table(columns, values[alone[1]])
    if all(FACT.fullmatch(line) for line in lines):
        pairs = (FACT.fullmatch(line).groups() for line in lines if not _is_blank(line, values))  # type: ignore[union-attr]
        return {"kind": "facts", "rows": [[label, _fill(value, values)] for label, value in pairs]}
    if all(ITEM.fullmatch(line) for line in lines):
        items = (ITEM.fullmatch(line)[1] for line in lines)  # type: ignore[index]
        return {"kind": "list", "rows": [_fill(item, values) for item in items]}
    if len(part) <= LONGEST_HEADING and part.isupper() and not BRACES.search(part):
        return {"kind": "heading", "text": part}
    if len(lines) == 1 and _is_blank(part, values):
        return {"kind": "text", "text": ""}
    return {"kind": "text", "text": "\n".join(_fill(line, values) for line in lines)}


def _table(columns, rows: list[list[str]]) -> dict:
    heads = [{"label": "No.", "number": True, "wide": False}]
    heads += [{"label": one.label, "number": one.number, "wide": one.wide} for one in columns]
    return {
        "kind": "table",
        "columns": heads,
        "rows": [[str(number), *row] for number, row in enumerate(rows, 1)],
    }


def _is_blank(line: str, values: dict) -> bool:
    """All its placeholders stayed empty."""
    names = BRACES.findall(line)
    return bool(names) and not any(values[name] for name in names)


def _fill(text: str, values: dict) -> str:
    """An empty placeholder between commas takes its comma along: "A, {x}, B" is "A, B"."""
    for name in BRACES.findall(text):
        if not values[name]:
            text = text.replace(f", {{{name}}},", ",")
    return BRACES.sub(lambda found: str(values[found[1]]), text)
