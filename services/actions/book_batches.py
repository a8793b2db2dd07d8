"""The work on a book, batch by batch: the lines' states and what was made of them are one transaction.

So a worker that is killed takes one uncommitted batch with it and nothing else; the next one goes on behind the last
committed line, and every line is done exactly once.
"""

import logging
from datetime import timedelta
from traceback import format_tb
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission

from ..codes import ImportState
from ..models import BookImport
from ..transitions import BOOK_WORK, BOOKS, move
from .book_checking import check_lines
from .book_saving import save_lines
from .book_undoing import undo_lines

log = logging.getLogger(__name__)

RESUME_AFTER = timedelta(seconds=20)  # a batch takes one or two
STEPS = {"checked": check_lines, "saved": save_lines, "undone": undo_lines}
REASONS = {
    "no_right": _("Petugas yang memulai tidak lagi bertugas di kantor ini. Mulai lagi dengan akun lain."),
    "broken": _("Ada gangguan pada buku ini. Coba lagi; bila terulang, hubungi admin sistem."),
}  # fmt: skip


def work_batch(book_id: UUID | None = None) -> UUID | None:
    """One batch of this book, or of one that waits; its id while there is more to do, None when nothing is.

    Two workers never have the same book: the row is locked for the time of a batch, and a book that is being worked on
    is left alone until its worker has been silent for RESUME_AFTER.
    """
    with transaction.atomic():
        book = _claim(book_id)
        if book is None:
            return None
        verb = BOOK_WORK[ImportState(book.state)]
        try:
            with transaction.atomic():
                count = _work(book, verb)
        except (OperationalError, InterfaceError):
            raise  # the database's trouble passes, and the book is taken up again
        except Exception as error:
            # Where, and never the words: an error quotes what it stumbled over, a name or a NIK.
            where = "".join(format_tb(error.__traceback__))
            log.error("book %s stopped by %s\n%s", book.pk, type(error).__name__, where)
            _stop(book, "broken")
            return None
        if count is None:
            _stop(book, "no_right")
            return None
        BookImport.objects.filter(pk=book.pk).update(
            done=book.done + count, worked_at=timezone.now()
        )
        if count:
            return book.pk
        saved_at = timezone.now() if verb == "saved" else book.saved_at
        move(book, BOOKS, verb, noun="book", by=book.by, saved_at=saved_at)
        return None


def _claim(book_id: UUID | None) -> BookImport | None:
    waiting = BookImport.objects.filter(state__in=BOOK_WORK)
    if book_id is not None:
        waiting = waiting.filter(pk=book_id)
    else:
        silent = Q(worked_at=None) | Q(worked_at__lt=timezone.now() - RESUME_AFTER)
        waiting = waiting.filter(silent).order_by("created_at")
    return (
        waiting.select_for_update(skip_locked=True, of=("self",))
        .select_related("by", "organisation")
        .first()
    )


def _work(book: BookImport, verb: str) -> int | None:
    """How many lines were worked; None when whoever started it has no longer the right to."""
    posting = book.by.posting
    here = posting is not None and posting.organisation_id == book.organisation_id
    if not here or not book.by.is_active or not book.by.can(Permission.CLIENT_IMPORT):
        return None
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '60s'")
    return STEPS[verb](book)


def _stop(book: BookImport, failure: str) -> None:
    move(book, BOOKS, "fail", noun="book", by=book.by, failure=failure)
