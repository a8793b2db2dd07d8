"""The administrative areas of Indonesia, from province to village, under their Kemendagri codes.

An area is never deleted: when a decree drops or renames one, records of people still point at it.
"""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Left
from django.utils.translation import gettext_lazy as _

from ltsa.areas.querysets import AreaQuerySet

DISTRICT_CODE_LENGTH = 5


class Area(models.Model):
    """A province, regency or city, sub-district, or village.

    The code is the one of Kepmendagri: ``32``, ``32.09``, ``32.09.01``, ``32.09.01.2001``.
    """

    class Level(models.TextChoices):
        PROVINCE = "province", _("Provinsi")
        REGENCY = "regency", _("Kabupaten/Kota")
        SUBDISTRICT = "subdistrict", _("Kecamatan")
        VILLAGE = "village", _("Desa/Kelurahan")

    class Kind(models.TextChoices):
        """What the law calls the area; the English code keeps these words, no others are exact."""

        PROVINSI = "provinsi", "Provinsi"
        KABUPATEN = "kabupaten", "Kabupaten"
        KOTA = "kota", "Kota"
        KECAMATAN = "kecamatan", "Kecamatan"
        DISTRIK = "distrik", "Distrik"
        KELURAHAN = "kelurahan", "Kelurahan"
        DESA = "desa", "Desa"
        DESA_ADAT = "desa_adat", "Desa adat"

    code = models.CharField(_("kode"), max_length=13, primary_key=True)
    name = models.CharField(_("nama"), max_length=80)
    level = models.CharField(_("tingkat"), max_length=11, choices=Level.choices)
    kind = models.CharField(_("jenis"), max_length=9, choices=Kind.choices)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("induk"),
    )
    source = models.CharField(_("sumber"), max_length=200)
    as_of = models.DateField(_("per tanggal"))

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("wilayah")
        verbose_name_plural = _("wilayah")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="areas_code_fits_level_and_parent",
                # Without the test for null the comparison is unknown, and unknown passes a check.
                condition=(
                    Q(level="province", code__regex=r"^[0-9]{2}$", parent__isnull=True)
                    | Q(parent__isnull=False)
                    & (
                        Q(
                            level="regency",
                            code__regex=r"^[0-9]{2}\.[0-9]{2}$",
                            parent=Left("code", 2),
                        )
                        | Q(
                            level="subdistrict",
                            code__regex=r"^([0-9]{2}\.){2}[0-9]{2}$",
                            parent=Left("code", 5),
                        )
                        | Q(
                            level="village",
                            code__regex=r"^([0-9]{2}\.){3}[0-9]{4}$",
                            parent=Left("code", 8),
                        )
                    )
                ),
            ),
            models.CheckConstraint(
                name="areas_kind_fits_level",
                condition=(
                    Q(level="province", kind="provinsi")
                    | Q(level="regency", kind__in=["kabupaten", "kota"])
                    | Q(level="subdistrict", kind__in=["kecamatan", "distrik"])
                    | Q(level="village", kind__in=["kelurahan", "desa", "desa_adat"])
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    @property
    def short_name(self) -> str:
        """The name as an officer writes it: ``Desa Gebang Kulon``, ``Kec. Gebang``, ``Kab. Cirebon``."""
        match self.kind:
            case Area.Kind.KABUPATEN:
                return f"Kab. {self.name.removeprefix('Kabupaten ')}"
            case Area.Kind.KECAMATAN:
                return f"Kec. {self.name}"
            case Area.Kind.DISTRIK:
                return f"Distrik {self.name}"
            case Area.Kind.KELURAHAN:
                return f"Kel. {self.name}"
            case Area.Kind.DESA | Area.Kind.DESA_ADAT:
                return f"Desa {self.name}"
            case _:
                return self.name

    @property
    def full_name(self) -> str:
        """``Desa Gebang Kulon, Kec. Gebang, Kab. Cirebon``; one query a level without with_parents()."""
        top = self.level in (Area.Level.PROVINCE, Area.Level.REGENCY)
        if top or self.parent is None:
            return self.short_name
        return f"{self.short_name}, {self.parent.full_name}"

    @property
    def district_code(self) -> str | None:
        """The code of the regency or city that the area lies in; None for a province."""
        if self.level == Area.Level.PROVINCE:
            return None
        return self.code[:DISTRICT_CODE_LENGTH]

    @property
    def district(self) -> "Area | None":
        """The regency or city that the area lies in, itself included; None for a province."""
        if self.level == Area.Level.REGENCY:
            return self
        return self.parent.district if self.parent else None
