"""The person who is served. Numbers are encrypted; names stay searchable inside the district."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedJSONField, EncryptedTextField
from ltsa.reading import note_person

from ..codes import (
    AgeBand,
    ClientType,
    ContactWay,
    Education,
    HeardFrom,
    MaritalStatus,
    Phase,
    PhoneOwner,
    PhoneSafe,
    RecordConsent,
    Relation,
    Sex,
    age_band_of,
    age_on,
)
from ..querysets import MergeQuerySet, MigrantQuerySet


@pghistory.track()
class Migrant(models.Model):
    """UU 18/2017 art 1: whoever will work, works or has worked abroad, and her family."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(_("kode klien"), max_length=20, unique=True, editable=False)
    full_name = models.CharField(_("nama lengkap"), max_length=120, blank=True)
    nickname = models.CharField(_("nama panggilan"), max_length=60, blank=True)
    passport_name = models.CharField(_("nama di paspor"), max_length=120, blank=True)
    search_name = models.CharField(max_length=200, blank=True, editable=False)
    anonymous = models.BooleanField(_("tanpa nama"), default=False)
    sex = models.CharField(_("jenis kelamin"), max_length=12, choices=Sex)
    birth_date = models.DateField(_("tanggal lahir"), null=True, blank=True)
    age_band = models.CharField(_("kelompok umur"), max_length=6, choices=AgeBand)
    village = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, related_name="+", verbose_name=_("desa")
    )
    client_type = models.CharField(_("jenis klien"), max_length=12, choices=ClientType)
    phase = models.CharField(_("tahap migrasi"), max_length=8, choices=Phase)
    consent = models.CharField(_("persetujuan data"), max_length=10, choices=RecordConsent)
    nik = EncryptedTextField(_("NIK"), blank=True)
    nik_hash = models.CharField(max_length=64, blank=True, editable=False)
    passport = EncryptedTextField(_("nomor paspor"), blank=True)
    passport_hash = models.CharField(max_length=64, blank=True, editable=False)
    family_card = EncryptedTextField(_("nomor KK"), blank=True)
    family_card_hash = models.CharField(max_length=64, blank=True, editable=False)
    phone = EncryptedTextField(_("nomor HP"), blank=True)
    phone_hash = models.CharField(max_length=64, blank=True, editable=False)
    phone_tail_hash = models.CharField(max_length=64, blank=True, editable=False)
    phone_safe = models.CharField(_("aman dihubungi?"), max_length=4, choices=PhoneSafe, blank=True)
    phone_owner = models.CharField(_("HP milik"), max_length=10, choices=PhoneOwner, blank=True)
    contact_way = models.CharField(
        _("cara menghubungi"), max_length=16, choices=ContactWay, blank=True
    )
    contact_hours = models.CharField(_("jam yang aman"), max_length=60, blank=True)
    code_word = EncryptedTextField(_("kata sandi"), blank=True)
    contact_asked_on = models.DateField(_("terakhir ditanya"), null=True, blank=True)
    education = models.CharField(_("pendidikan"), max_length=8, choices=Education, blank=True)
    marital_status = models.CharField(
        _("status kawin"), max_length=8, choices=MaritalStatus, blank=True
    )
    children = models.PositiveSmallIntegerField(_("jumlah anak"), null=True, blank=True)
    languages = models.CharField(_("bahasa sehari-hari"), max_length=80, blank=True)
    heard_from = models.CharField(
        _("tahu layanan ini dari"), max_length=8, choices=HeardFrom, blank=True
    )
    # {Ability: Difficulty}; whether any answer is a disability stands beside it, for the figures.
    abilities = EncryptedJSONField(_("kesulitan sehari-hari"), null=True, blank=True)
    disability = models.BooleanField(_("penyandang disabilitas"), null=True, editable=False)
    destination = models.CharField(_("negara tujuan"), max_length=60, blank=True)
    # Whether the desks of her district find her: registered by a house that runs desks (organisations.runs_desks).
    # Written by triggers (migration of_desk), so it stays true however a row comes in or a house changes.
    of_desk = models.BooleanField(default=False, editable=False)
    # She has a restricted case somewhere: no other house is told that she is known (domain 4 rule 10). Set by cases.
    shielded = models.BooleanField(default=False, editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="merged"
    )
    registered_by = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    service_point = models.ForeignKey(
        "organisations.ServicePoint", on_delete=models.PROTECT, related_name="+", null=True
    )
    district = models.ForeignKey("areas.Area", on_delete=models.PROTECT, related_name="+")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = MigrantQuerySet.as_manager()
    # {reader: disclosure groups}, kept by a page that asks it of one row again and again (services.client_page).
    shown_to: dict = {}
    # {field: value} as it was shared with the house that reads this row, where a referral let it in (services.disclosure).
    as_shared: dict = {}

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(anonymous=True, full_name="", nik="", passport="")
                | (models.Q(anonymous=False) & ~models.Q(full_name="")),
                name="named_or_anonymous",
            ),
            models.CheckConstraint(
                condition=models.Q(anonymous=False) | models.Q(consent="anonymous"),
                name="anonymous_by_consent",
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="not_merged_into_herself"
            ),
        ]
        indexes = [
            models.Index(fields=["district", "-created_at", "-id"]),
            models.Index(
                fields=["district", "-created_at", "-id"],
                condition=models.Q(of_desk=True, merged_into__isnull=True),
                name="desk_list",
            ),
            models.Index(fields=["registered_by", "-created_at", "-id"]),
            # The list of whoever sees her own clients alone, in an organisation for survivors.
            models.Index(fields=["created_by", "-created_at", "-id"], name="by_who_registered"),
            models.Index(fields=["nik_hash"], condition=~models.Q(nik_hash=""), name="by_nik"),
            models.Index(
                fields=["passport_hash"], condition=~models.Q(passport_hash=""), name="by_passport"
            ),
            models.Index(
                fields=["phone_hash"], condition=~models.Q(phone_hash=""), name="by_phone"
            ),
            models.Index(
                fields=["phone_tail_hash"],
                condition=~models.Q(phone_tail_hash=""),
                name="by_phone_tail",
            ),
            models.Index(
                fields=["family_card_hash"],
                condition=~models.Q(family_card_hash=""),
                name="by_family_card",
            ),
            GinIndex(
                fields=["district", "registered_by", "search_name"],
                opclasses=["varchar_ops", "uuid_ops", "gin_trgm_ops"],
                name="by_name",
            ),
        ]

    def __str__(self):
        return self.full_name or gettext("Tanpa nama")

    @classmethod
    def from_db(cls, db, field_names, values):
        """Whoever is loaded was read: counted here, so that no list can forget it (ltsa/audit/traces.py)."""
        row = super().from_db(db, field_names, values)
        note_person(row.pk)
        return row

    @property
    def age_group(self) -> str:
        """The age band today: from the birth date when it is known, else as it was told."""
        if self.birth_date is None:
            return self.age_band
        return age_band_of(age_on(timezone.localdate(), self.birth_date))


class Relationship(models.Model):
    """A family member who comes for a migrant (domain 3.1)."""

    relative = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="represents")
    migrant = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="relatives")
    relation = models.CharField(_("hubungan"), max_length=8, choices=Relation, blank=True)
    letter_of_authority = models.BooleanField(_("surat kuasa ada"), default=False)
    letter_on = models.DateField(_("tanggal surat kuasa"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["relative", "migrant"], name="related_once"),
            models.CheckConstraint(
                condition=~models.Q(relative=models.F("migrant")), name="not_her_own_relative"
            ),
        ]


class Merge(models.Model):
    """Two records of one person became one: no row moves, so it can be undone for 30 days."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    duplicate = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="merges")
    into = models.ForeignKey(Migrant, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("alasan"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["duplicate"],
                condition=models.Q(undone_at__isnull=True),
                name="merged_once",
            ),
            models.CheckConstraint(
                condition=models.Q(undone_at=None, undone_by=None)
                | models.Q(undone_at__isnull=False, undone_by__isnull=False),
                name="undone_with_who",
            ),
        ]
