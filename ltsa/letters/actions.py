"""What can be done with letters: make one, void it, change a district's standard text."""

import hashlib
import secrets

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ltsa.audit.actions import record
from ltsa.codes import random_code
from ltsa.organisations.models import Letterhead
from ltsa.versions import Stale

from .kinds import KINDS, Kind
from .models import Letter, LetterText
from .render import clean, render_pdf
from .sheets import Frame, check_text, make_sheet, office_signature

ABOVE_ALL = 100_000  # more ordinary letters than an office writes in a year
MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@transaction.atomic
def make_letter(kind: str, *, subject, organisation, data: dict, restricted: bool, by) -> Letter:
    """Number, print and keep a letter about the case or referral `subject`; kinds.py says what `data` holds.

    Nothing is kept, and no number taken, when it raises ValidationError.
    """
    shape, today = KINDS[kind], timezone.localdate()
    district = organisation.district_id or by.posting.district_id
    text = LetterText.objects.newest(district, kind)
    head = Letterhead.objects.filter(organisation=organisation).first()
    serial = _serial(organisation, today.year, restricted=restricted)
    frame = _frame(organisation, head, serial, today, by=by, restricted=restricted)
    title, body = words_of(shape, text)
    sheet = make_sheet(shape, subject=title, body=body, data=data, frame=frame)
    content = render_pdf(sheet)
    letter = Letter.objects.create(
        kind=kind,
        number=frame.number,
        serial=serial,
        year=today.year,
        reference=frame.reference,
        organisation=organisation,
        district_id=district,
        subject=subject,
        restricted=restricted,
        text=text,
        content=content,
        sheet=sheet,
        digest=hashlib.sha256(content).hexdigest(),
        by=by,
    )
    record("create", letter, fields=[kind], by=by)
    return letter


@transaction.atomic
def void_letter(letter: Letter, *, reason: str, by) -> Letter:
    """It keeps its number and is not to be used any more. Raises ValidationError without a reason, or a second time."""
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis mengapa surat ini dibatalkan.")})
    voided = {"void_at": timezone.now(), "void_by": by, "void_reason": reason.strip()}
    if not Letter.objects.filter(pk=letter.pk, void_at=None).update(**voided):
        raise ValidationError(_("Surat ini sudah dibatalkan."))
    record("change", letter, fields=["void"], by=by)
    for name, value in voided.items():
        setattr(letter, name, value)
    return letter


def write_text(kind: str, *, version: int, subject: str, body: str, by) -> LetterText:
    """A new version of the district's text. Raises Stale, and ValidationError that lists the placeholders there are."""
    shape, errors = KINDS[kind], {}
    for name, text in (("subject", subject), ("body", body)):
        try:
            check_text(shape, text)
        except ValidationError as error:
            errors[name] = error
    if errors:
        raise ValidationError(errors)
    return _add(kind, version=version, by=by, subject=clean(subject).strip(), body=clean(body))


def use_shipped_text(kind: str, *, version: int, by) -> LetterText:
    """From now on the text that is shipped; the older versions stay to be read. Raises Stale."""
    return _add(kind, version=version, by=by, shipped=True)


def words_of(kind: Kind, text: LetterText | None) -> tuple[str, str]:
    """(subject, body) that count now."""
    if text is None or text.shipped:
        return kind.subject, kind.body
    return text.subject, text.body


def _add(kind: str, *, version: int, by, **words) -> LetterText:
    district = by.posting.district_id
    now = LetterText.objects.newest(district, kind)
    if (now.version if now else 0) != version:
        raise Stale(now or LetterText(kind=kind, version=0))
    if now and all(getattr(now, name) == value for name, value in words.items()):
        return now
    try:
        with transaction.atomic():
            text = LetterText.objects.create(
                district_id=district, kind=kind, version=version + 1, by=by, **words
            )
            record("change", by.posting.organisation, fields=["letter_text", kind], by=by)
    except IntegrityError as error:
        raise Stale(LetterText.objects.newest(district, kind)) from error
    return text


def _serial(organisation, year: int, *, restricted: bool) -> int:
    """In order and without gaps; of a restricted letter at random above, so that no list of the others has a hole.

    The counter's row is locked until the caller's transaction ends.
    """
    last = _count(organisation, year, 0 if restricted else 1)
    if not restricted:
        return last
    taken = Letter.objects.filter(organisation=organisation, year=year)
    while True:
        serial = ABOVE_ALL + secrets.randbelow(9 * ABOVE_ALL)
        if not taken.filter(serial=serial).exists():
            return serial


def _count(organisation, year: int, step: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO letters_letternumber (organisation_id, year, last) VALUES (%s, %s, %s) "
            "ON CONFLICT (organisation_id, year) DO UPDATE SET last = letters_letternumber.last + %s RETURNING last",
            [organisation.pk, year, step, step],
        )
        return cursor.fetchone()[0]


def example_frame(organisation, *, by) -> Frame:
    """As the next letter of this office would be, without taking a number."""
    head = Letterhead.objects.filter(organisation=organisation).first()
    return _frame(organisation, head, 0, timezone.localdate(), by=by, restricted=False)


def _frame(organisation, head: Letterhead | None, serial: int, today, *, by, restricted: bool) -> Frame:  # fmt: skip
    """A survivor's paper is signed with the officer's code (domain 4 rule 12)."""
    codes = (head.letter_code, head.office_code) if head else ("", "")
    number = [codes[0], f"{serial:04d}", codes[1], MONTHS[today.month - 1], str(today.year)]
    place = organisation.district.name if organisation.district else ""
    with override("id"):
        day = date_format(today, "j F Y")
    return Frame(
        head=_head(organisation, head),
        number="/".join(part for part in number if part),
        reference=random_code("S"),
        place_date=f"{place}, {day}" if place else day,
        signature=_signature(head, by, restricted),
        confidential=restricted,
    )


def _head(organisation, head: Letterhead | None) -> list[str]:
    lines = (
        head.lines
        if head and head.lines.strip()
        else f"{organisation.name}\n{organisation.address}"
    )
    return [line.strip() for line in clean(lines).split("\n") if line.strip()]


def _signature(head: Letterhead | None, by, restricted: bool) -> dict:
    if restricted:
        return office_signature(
            head.signatory_title if head else "", "", f"Kode petugas {by.staff_code}"
        )
    if head is None or not head.signatory_name:
        return office_signature(head.signatory_title if head else "", "", "")
    note = f"NIP {head.signatory_number}" if head.signatory_number else ""
    return office_signature(head.signatory_title, head.signatory_name, note)
