"""What the pages of a book show: how far it is, what was found, what can be done now."""

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .actions.book_batches import REASONS
from .actions.books import to_save
from .books.mistakes import in_words
from .codes import ImportState, RowState
from .lists import client_rows
from .models import BookImport, Migrant
from .transitions import BOOK_WORK, BOOKS, possible

FIRST_WRONG = 10
TONES = {
    ImportState.CHECKED: "waiting",
    ImportState.SAVED: "good",
    ImportState.FAILED: "burning",
    ImportState.UNDONE: "neutral",
}
# Which counts a page tells, in this order.
TOLD = (
    RowState.READY, RowState.SAVED, RowState.WRONG, RowState.DOUBLE, RowState.SKIPPED, RowState.KEPT, RowState.UNDONE,
)  # fmt: skip


def name_of(book: BookImport) -> str:
    return _("Buku %(day)s") % {"day": date_format(localtime(book.created_at), "j F Y, H.i")}


def book_lines(books) -> list[dict]:
    """[{url, name, rows, state, tone}] for the list of an office's books."""
    return [
        {
            "url": reverse("services:book_detail", args=[book.pk]),
            "name": name_of(book),
            "rows": ngettext("%(n)s baris", "%(n)s baris", book.total) % {"n": number_format(book.total)},
            "by": book.by,
            "state": book.get_state_display(),
            "tone": TONES.get(book.state, "info"),
        }
        for book in books
    ]  # fmt: skip


def progress_of(book: BookImport) -> dict:
    told = {"done": number_format(book.done), "todo": number_format(book.todo)}
    return {
        "name": name_of(book),
        "state": book.get_state_display(),
        "words": _("%(done)s dari %(todo)s baris") % told,
        "done": book.done,
        "todo": max(book.todo, 1),
        "running": book.state in BOOK_WORK,
    }


def book_page(book: BookImport) -> dict:
    """The page of a book that no worker has: counts, first mistakes, what to do."""
    counts = dict(book.rows.order_by().values_list("state").annotate(n=Count("pk")))
    wrong = book.rows.filter(state="wrong").order_by("number")[:FIRST_WRONG]
    undecided = book.rows.filter(state="double", choice="").count()
    return {
        "name": name_of(book),
        "counts": [
            {"label": state.label, "value": number_format(counts[state])}
            for state in TOLD
            if counts.get(state)
        ],
        "wrong": [{"number": row.number, "mistakes": in_words(row.errors)} for row in wrong],
        "wrong_count": counts.get("wrong", 0),
        "doubles": counts.get("double", 0),
        "undecided": undecided,
        "to_save": to_save(book).count(),
        "unsaved": sum(counts.get(state, 0) for state in ("wrong", "double", "skipped")),
        "kept": counts.get("kept", 0),
        "saved": counts.get("saved", 0),
        "verbs": {one.verb for one in possible(book, BOOKS)},
        "failure": REASONS.get(book.failure, ""),
        "emptied": book.emptied_at is not None,
    }


def double_lines(rows, form, user) -> list[dict]:
    """[{row, told, found_by, client, field}]: the line beside whom it may be about."""
    seen = Migrant.objects.identified_for(user).with_place()
    clients = list(seen.filter(pk__in=[row.double_of_id for row in rows if row.double_of_id]))
    shown = dict(zip([one.pk for one in clients], client_rows(clients, user), strict=True))
    return [
        {
            "number": row.number,
            "told": _told(row),
            "found_by": row.get_found_by_display(),
            "client": shown.get(row.double_of_id),
            "same_as": row.same_as.number if row.same_as else None,
            "field": form[str(row.pk)],
        }
        for row in rows
    ]


def _told(row) -> str:
    """Name, age and village as they stand in the book."""
    columns = row.book.columns
    names = ("full_name", "birth_date", "age", "village")
    words = [row.values.get(columns.get(name, ""), "") for name in names]
    return " · ".join(word for word in words if word)
