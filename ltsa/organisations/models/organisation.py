"""Who works under the one roof: offices, unions, women's organisations, villages, and what each of them offers."""

import uuid

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import DESK_KINDS, OrganisationQuerySet, ServicePointQuerySet
from .codes import DisabilityAccess, Kind, Language

# Whoever writes it decides where guest links go: only what the data protection officer confirmed, as it is applied.
ADDRESS_WAS_CONFIRMED = """
    IF NEW.email <> (CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.email END) AND NOT EXISTS (
        SELECT 1 FROM organisations_addresschange
        WHERE organisation_id = NEW.id AND address = NEW.email AND confirmed_at IS NOT NULL
            AND applied_at IS NULL AND refused_at IS NULL AND cancelled_at IS NULL
    ) THEN
        RAISE EXCEPTION 'address of organisation % was not confirmed', NEW.id;
    END IF;
    RETURN NEW;
"""


@pghistory.track()
class Organisation(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("nama lembaga"), max_length=160)
    kind = models.CharField(_("jenis"), max_length=24, choices=Kind)
    district = models.ForeignKey(
        "areas.Area",
        on_delete=models.PROTECT,
        verbose_name=_("kabupaten"),
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Kosong untuk lembaga tingkat nasional."),
    )
    is_women_crisis_centre = models.BooleanField(
        _("menangani kekerasan terhadap perempuan"), default=False
    )
    # Whether UU 12/2022 art 41 binds it to report sexual violence within 3x24 hours; null until counsel has said so.
    reports_violence = models.BooleanField(
        _("wajib lapor kekerasan seksual (UU 12/2022 pasal 41)"), null=True, blank=True
    )
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    phone_24h = models.CharField(_("telepon 24 jam"), max_length=40, blank=True)
    address = models.TextField(_("alamat"), blank=True)
    hours = models.CharField(_("jam layanan"), max_length=120, blank=True)
    email = models.EmailField(_("surel lembaga"), blank=True)
    note = models.CharField(_("catatan"), max_length=200, blank=True)
    focal_person = models.CharField(_("petugas penghubung"), max_length=120, blank=True)
    languages = ArrayField(
        models.CharField(max_length=3, choices=Language),
        default=list,
        blank=True,
        verbose_name=_("bahasa"),
    )
    disability_access = ArrayField(
        models.CharField(max_length=16, choices=DisabilityAccess),
        default=list,
        blank=True,
        verbose_name=_("kemudahan bagi penyandang disabilitas"),
    )
    is_confirmed = models.BooleanField(_("kemitraan sudah dikonfirmasi"), default=True)
    verified_on = models.DateField(_("terakhir diperiksa"), null=True, blank=True)
    ended_on = models.DateField(_("berakhir"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], name="one_name_per_district")
        ]
        triggers = [
            pgtrigger.Trigger(
                name="address_was_confirmed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("email"),
                func=ADDRESS_WAS_CONFIRMED,
            )
        ]

    def __str__(self):
        return self.name

    @property
    def runs_desks(self) -> bool:
        """The same question as ltsa.organisations.querysets.runs_desks, for one row."""
        return self.kind in DESK_KINDS and not self.is_women_crisis_centre

    @property
    def works_with_survivors(self) -> bool:
        """Its name beside a client's would tell what happened to her (services.querysets.parts asks it of rows)."""
        return self.kind == Kind.WOMENS_ORGANISATION or self.is_women_crisis_centre


@pghistory.track()
class ServicePoint(models.Model):
    """A place where people are served: an LTSA desk, an MRC corner, a partner's office, a village post."""

    class Type(models.TextChoices):
        OFFICE = "office", _("Kantor LTSA")
        DESK = "desk", _("Loket")
        MRC = "mrc", _("Pojok MRC")
        PARTNER = "partner", _("Kantor mitra")
        VILLAGE_POST = "village_post", _("Titik Layanan Desa")

    class Desk(models.TextChoices):
        """The desks of PP 59/2021 art 31(1), and the MRC corner."""

        KTK = "KTK", _("Ketenagakerjaan")
        ADU = "ADU", _("Pengaduan dan informasi")
        DKC = "DKC", _("Kependudukan dan catatan sipil")
        KES = "KES", _("Kesehatan")
        IMI = "IMI", _("Keimigrasian")
        POL = "POL", _("Kepolisian")
        BNK = "BNK", _("Perbankan")
        JSK = "JSK", _("Jaminan sosial")
        MRC = "MRC", _("Pojok MRC")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="service_points",
        verbose_name=_("lembaga"),
    )
    name = models.CharField(_("nama"), max_length=160)
    type = models.CharField(_("jenis"), max_length=16, choices=Type)
    desk = models.CharField(_("loket"), max_length=3, choices=Desk, blank=True)
    area = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, verbose_name=_("wilayah"), related_name="+"
    )
    address = models.TextField(_("alamat"), blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    hours = models.CharField(_("jam layanan"), max_length=120, blank=True)
    verified_on = models.DateField(_("terakhir diperiksa"), null=True, blank=True)
    opened_on = models.DateField(_("dibuka"), null=True, blank=True)
    closed_on = models.DateField(_("ditutup"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ServicePointQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "area", "name"], name="one_point_name_per_area"
            )
        ]

    def __str__(self):
        return self.name


class Agreement(models.Model):
    """A data-sharing agreement (PKS/MoU) with a partner (UU 27/2022; domain 1.5)."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="agreements"
    )
    number = models.CharField(_("nomor"), max_length=80)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("berakhir"), null=True, blank=True)

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="agreement_ends_after_start",
            )
        ]

    def __str__(self):
        return self.number


class Holiday(models.Model):
    """A day without service in a district; the nation's holidays come from lokal-id."""

    district = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, verbose_name=_("kabupaten"), related_name="+"
    )
    on = models.DateField(_("tanggal"))
    name = models.CharField(_("nama hari libur"), max_length=120)

    class Meta:
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["district", "on"], name="one_holiday_a_day")]

    def __str__(self):
        return self.name


class Letterhead(models.Model):
    """What stands above and below an organisation's letters."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="letterhead"
    )
    lines = models.TextField(_("kop surat"), help_text=_("Satu baris per baris kop."))
    signatory_name = models.CharField(_("nama penanda tangan"), max_length=120, blank=True)
    signatory_title = models.CharField(_("jabatan"), max_length=120, blank=True)
    signatory_number = models.CharField(_("NIP"), max_length=30, blank=True)
    letter_code = models.CharField(_("kode surat"), max_length=20, blank=True)
    office_code = models.CharField(_("kode kantor"), max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self):
        return str(self.organisation)
