"""What an office does with its Excel book. Each only writes rows: a worker does the work (actions/book_batches.py)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record

from ..books.cells import ROUNDED
from ..books.columns import unlike
from ..models import BookImport, BookRow, ColumnMapping
from ..transitions import BOOKS, NotPossible, check, move

AT_ONCE = 1_000


@transaction.atomic
def receive_book(sheet, *, by) -> BookImport:
    """Keep the lines of an ltsa.sheets.Sheet, encrypted; the file itself is not kept."""
    posting = by.posting
    book = BookImport.objects.create(
        headers=unlike(sheet.headers, empty=_("Kolom")),
        total=len(sheet.rows),
        organisation=posting.organisation,
        service_point=posting.service_point,
        district_id=posting.district_id,
        by=by,
    )
    rows = (
        BookRow(book=book, number=row.number, values=_told(book.headers, row)) for row in sheet.rows
    )
    BookRow.objects.bulk_create(rows, batch_size=AT_ONCE)
    record("create", book, by=by)
    return book


def _told(headers: list[str], row) -> dict[str, str]:
    cells = [
        ROUNDED + text if place in row.rounded else text for place, text in enumerate(row.cells)
    ]
    return {header: text for header, text in zip(headers, cells, strict=True) if text}


@transaction.atomic
def map_book(book: BookImport, *, columns: dict[str, str], by) -> BookImport:
    """Say which column means what ({field: header}), and let it be checked. Raises NotPossible once it was saved."""
    if book.rows.filter(session__isnull=False).exists():
        raise NotPossible(book, "map")
    book.rows.update(
        state="unchecked", errors=[], choice="", found_by="", double_of=None, same_as=None,
        nik_hash="", name_hash="",
    )  # fmt: skip
    ColumnMapping.objects.update_or_create(
        organisation=book.organisation, defaults={"columns": columns}
    )
    record("change", book, fields=["columns"], by=by)
    return _start(book, "map", book.total, columns=columns, by=by)


@transaction.atomic
def choose_doubles(book: BookImport, *, choices: dict[int, str], by) -> BookImport:
    """{line's id: what to do with it}, for the lines that may be about somebody known."""
    book = move(book, BOOKS, "choose", noun="book", by=by)
    for choice in set(choices.values()):
        of_this = [pk for pk, one in choices.items() if one == choice]
        book.rows.filter(pk__in=of_this, state="double").update(choice=choice)
    return book


@transaction.atomic
def choose_undecided(book: BookImport, *, choice: str, by) -> BookImport:
    """One answer for every line that has none yet."""
    book = move(book, BOOKS, "choose", noun="book", by=by)
    book.rows.filter(state="double", choice="").update(choice=choice)
    return book


@transaction.atomic
def save_book(book: BookImport, *, by) -> BookImport:
    """Let what is ready be saved. Raises ValidationError when nothing is, NotPossible."""
    todo = to_save(book).count()
    if not todo:
        raise ValidationError(_("Belum ada baris yang siap disimpan."))
    record("change", book, fields=["save"], by=by)
    return _start(book, "save", todo, by=by)


def to_save(book: BookImport):
    chosen = Q(state="double", choice__in=["existing", "new"])
    return book.rows.filter(Q(state="ready") | chosen)


@transaction.atomic
def undo_book(book: BookImport, *, by) -> BookImport:
    """Take back all that it brought and nobody has used since."""
    record("change", book, fields=["undo"], by=by)
    return _start(book, "undo", book.rows.filter(state="saved").count(), by=by)


def _start(book: BookImport, verb: str, todo: int, *, by, **changes) -> BookImport:
    """A worker goes on as whoever asked for it last; `worked_at` None wakes one at once."""
    changes |= {"todo": todo, "done": 0, "worked_at": None, "failure": ""}
    book = move(book, BOOKS, verb, noun="book", by=by, **changes)
    book.by = by
    book.save(update_fields=["by"])
    return book


@transaction.atomic
def discard_book(book: BookImport, *, by) -> None:
    """Throw away a book of which nothing was saved. Raises NotPossible."""
    book = BookImport.objects.select_for_update(of=("self",)).get(pk=book.pk)
    check(book, BOOKS, "discard")
    if book.rows.filter(session__isnull=False).exists():
        raise NotPossible(book, "discard")
    record("change", book, fields=["discard"], by=by)
    book.delete()


@transaction.atomic
def empty_old_books(before) -> None:
    """Throw away what the lines held of books saved before that day, and whole books that were never saved."""
    old = BookImport.objects.filter(emptied_at=None, saved_at__lt=before)
    BookRow.objects.filter(book__in=old).update(values={}, errors=[], nik_hash="", name_hash="")
    old.update(emptied_at=timezone.now())
    never = BookImport.objects.filter(saved_at=None, created_at__lt=before)
    never.filter(
        ~Exists(BookRow.objects.filter(book=OuterRef("pk"), session__isnull=False))
    ).delete()
