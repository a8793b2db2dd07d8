"""Letters that went out, with their numbers, and the standard texts of a district. Nothing here is overwritten."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField

from .kinds import CHOICES
from .querysets import LetterQuerySet, LetterTextQuerySet

ONLY_VOIDED = """
IF OLD.void_at IS NOT NULL OR
   to_jsonb(NEW) - '{void_at,void_by_id,void_reason}'::text[] IS DISTINCT FROM
   to_jsonb(OLD) - '{void_at,void_by_id,void_reason}'::text[] THEN
  RAISE EXCEPTION 'pgtrigger: a letter is never changed, only voided once';
END IF;
RETURN NEW;
"""


class LetterText(models.Model):
    """One version of a district's text of a kind; `shipped`: from here on the text of kinds.py counts again."""

    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=CHOICES)
    version = models.PositiveIntegerField()
    shipped = models.BooleanField(default=False)
    subject = models.CharField(_("perihal atau judul"), max_length=120, blank=True)
    body = models.TextField(_("isi surat"), blank=True)
    since = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = LetterTextQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "kind", "version"], name="one_letter_text_a_version"
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]


class LetterNumber(models.Model):
    """The last number that an office gave to a letter in a year."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"], name="one_letter_counter_a_year"
            )
        ]


class Letter(models.Model):
    """A letter as it was made. It is never changed; a wrong one is voided and keeps its number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("jenis surat"), max_length=20, choices=CHOICES)
    number = models.CharField(_("nomor surat"), max_length=80)
    serial = models.PositiveIntegerField()  # its place in the office's year
    year = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=12, unique=True)  # in the QR and the name of the file
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    district = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, null=True, related_name="+"
    )
    subject = models.UUIDField()  # the case or referral
    restricted = models.BooleanField(default=False)
    text = models.ForeignKey(LetterText, on_delete=models.PROTECT, null=True, related_name="+")
    content = EncryptedBinaryField()  # the PDF
    sheet = EncryptedJSONField()  # what was printed, for working copies
    digest = models.CharField(max_length=64)  # SHA-256 of the PDF
    made_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    void_at = models.DateTimeField(null=True)
    void_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    void_reason = EncryptedTextField(blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["subject", "-made_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "serial"], name="one_letter_a_number"
            ),
            models.CheckConstraint(
                condition=Q(void_at=None, void_by=None) | Q(void_at__isnull=False, void_by__isnull=False),
                name="voided_by_someone",
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="only_voided", when=pgtrigger.Before, operation=pgtrigger.Update, func=ONLY_VOIDED
            ),
        ]  # fmt: skip

    @property
    def is_void(self) -> bool:
        return self.void_at is not None

    @property
    def file_name(self) -> str:
        return f"{self.reference}.pdf"
