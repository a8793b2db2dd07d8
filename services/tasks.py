"""What workers do for the desk. Each task is a wake-up: what is to be done stands in the database."""

import time
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from .actions.book_batches import work_batch
from .actions.books import empty_old_books

WORK_SECONDS = 80  # below CELERY_TASK_TIME_LIMIT; whoever comes next goes on


@shared_task(name="services.work_books")
def work_books() -> None:
    """Check, save or undo the books that wait, batch by batch. Safe to repeat, and to kill."""
    until, book = time.monotonic() + WORK_SECONDS, work_batch()
    while book is not None and time.monotonic() < until:
        book = work_batch(book) or work_batch()


@shared_task(name="services.empty_old_books")
def empty_books() -> None:
    empty_old_books(timezone.now() - timedelta(days=90))
