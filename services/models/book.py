"""An office's own Excel book on its way in: read once into encrypted rows, the file itself is not kept."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedJSONField

from ..codes import FoundBy, ImportState, RowChoice, RowState
from ..querysets import BookQuerySet
from .migrant import Migrant
from .session import CounsellingSession


class ColumnMapping(models.Model):
    """Which column of its book an office means by what; remembered for the next time."""

    organisation = models.OneToOneField(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    columns = models.JSONField(default=dict)  # {field: header of the book}


class BookImport(models.Model):
    """One book: checked as a dry run, then saved, then perhaps undone. Counts tell how far it is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.WAITING)
    columns = models.JSONField(default=dict)  # {field: header}
    headers = models.JSONField(default=list)
    total = models.PositiveIntegerField(default=0)
    todo = models.PositiveIntegerField(default=0)  # rows of the running step
    done = models.PositiveIntegerField(default=0)  # of these, worked
    failure = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    service_point = models.ForeignKey(
        "organisations.ServicePoint", on_delete=models.PROTECT, null=True, related_name="+"
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    worked_at = models.DateTimeField(null=True)  # when a worker last took a batch
    saved_at = models.DateTimeField(null=True)
    emptied_at = models.DateTimeField(null=True)  # when the lines' values were thrown away
    version = models.PositiveIntegerField(default=1)

    objects = BookQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]


class BookRow(models.Model):
    """One line of the book, with what is wrong with it and what became of it."""

    book = models.ForeignKey(BookImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("baris"))
    values = EncryptedJSONField()  # {header: text}
    state = models.CharField(max_length=10, choices=RowState, default=RowState.UNCHECKED)
    errors = models.JSONField(default=list)  # [{field, message}]: codes, never a value
    # Keyed hashes: the same person on two lines of the book.
    nik_hash = models.CharField(max_length=64, blank=True)
    name_hash = models.CharField(max_length=64, blank=True)  # of the folded name and the village
    found_by = models.CharField(max_length=8, choices=FoundBy, blank=True)
    double_of = models.ForeignKey(Migrant, on_delete=models.SET_NULL, null=True, related_name="+")
    same_as = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    choice = models.CharField(max_length=8, choices=RowChoice, blank=True)
    made_client = models.BooleanField(default=False)  # she was registered with this line
    migrant = models.ForeignKey(Migrant, on_delete=models.SET_NULL, null=True, related_name="+")
    session = models.ForeignKey(
        CounsellingSession, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="one_row_a_line")]
        indexes = [
            models.Index(fields=["book", "state", "number"]),
            models.Index(
                fields=["book", "nik_hash"], condition=~models.Q(nik_hash=""), name="book_by_nik"
            ),
            models.Index(
                fields=["book", "name_hash"], condition=~models.Q(name_hash=""), name="book_by_name"
            ),
        ]
