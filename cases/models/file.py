"""Files of a case: evidence and documents, encrypted, numbered, never changed; a correction is a new version."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedBinaryField, EncryptedTextField
from ltsa.uploads import ENDINGS, PDF, PHOTO, VOICE, kind_of

from ..codes import FileKind
from ..querysets import CaseFileQuerySet
from .case import Case


@pghistory.track()
class CaseFile(models.Model):
    """What is known of a file. The name it had elsewhere is not kept: it often holds a person's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="files")
    number = models.PositiveSmallIntegerField(_("nomor"))  # in the case, in the order they came
    kind = models.CharField(_("jenis berkas"), max_length=20, choices=FileKind)
    note = EncryptedTextField(_("keterangan"), blank=True)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()  # bytes
    digest = models.CharField(max_length=64)  # SHA-256 of what is kept
    scanned_at = models.DateTimeField(
        null=True
    )  # when the scanner called it clean; empty: none was there
    thread = models.UUIDField(default=uuid.uuid4)  # the same for all versions of one file
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)  # hidden, kept
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    removed_reason = EncryptedTextField(_("alasan"), blank=True)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_file_a_number"),
            models.CheckConstraint(
                condition=models.Q(removed_at=None, removed_by=None, removed_reason="")
                | models.Q(removed_at__isnull=False, removed_by__isnull=False)
                & ~models.Q(removed_reason=""),
                name="removed_with_when_who_why",
            ),
        ]

    @property
    def name(self) -> str:
        """As it is handed out: the case's code, which for a restricted case says nothing, and a number."""
        return f"{self.case.code}-{self.number}.{ENDINGS[self.media_type]}"

    @property
    def format(self) -> str:
        """What kind of file it is, in a word."""
        return str({PHOTO: _("Foto"), PDF: "PDF", VOICE: _("Suara")}[kind_of(self.media_type)])

    @property
    def is_photo(self) -> bool:
        return kind_of(self.media_type) == PHOTO

    @property
    def is_voice(self) -> bool:
        return kind_of(self.media_type) == VOICE


class CaseFileContent(models.Model):
    """The file itself, apart, so that no list reads it by accident. Only ever added (migration)."""

    file = models.OneToOneField(
        CaseFile, on_delete=models.PROTECT, primary_key=True, related_name="content"
    )
    content = EncryptedBinaryField()
