"""Against whom a case is, what she asks for, and where else it lies (domain 3.4)."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField

from ..codes import ClaimKind, ClaimState, Currency, RespondentKind, TicketSystem
from ..querysets import CasePartQuerySet
from .case import Case


@pghistory.track()
class Respondent(models.Model):
    """One party that the complaint is about; an agency of the register, or somebody by name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="respondents")
    kind = models.CharField(_("siapa"), max_length=10, choices=RespondentKind)
    agency = models.ForeignKey(
        "organisations.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("nama di daftar P3MI dan LPK"),
    )
    name = EncryptedTextField(_("nama"), blank=True)
    contact = EncryptedTextField(_("alamat atau telepon"), blank=True)
    removed_at = models.DateTimeField(null=True)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = CasePartQuerySet.as_manager()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agency__isnull=False)
                | ~models.Q(name="")
                | models.Q(kind="unknown"),
                name="respondent_has_a_name",
            )
        ]

    def __str__(self):
        return str(self.agency) if self.agency else self.name or self.get_kind_display()


@pghistory.track()
class Claim(models.Model):
    """What she asks for; money has an amount and a currency."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="claims")
    kind = models.CharField(_("tuntutan"), max_length=10, choices=ClaimKind)
    text = EncryptedTextField(_("keterangan"), blank=True)
    amount = models.DecimalField(
        _("jumlah"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("mata uang"), max_length=3, choices=Currency, blank=True)
    state = models.CharField(_("status"), max_length=8, choices=ClaimState, default=ClaimState.OPEN)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = CasePartQuerySet.as_manager()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="money", amount__gt=0) & ~models.Q(currency="")
                | ~models.Q(kind="money") & models.Q(amount=None, currency=""),
                name="money_has_amount_and_currency",
            )
        ]


@pghistory.track()
class ExternalTicket(models.Model):
    """The number under which another system keeps it; no connection, a number and its state."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tickets")
    system = models.CharField(_("sistem"), max_length=10, choices=TicketSystem)
    number = EncryptedTextField(_("nomor"))
    opened_on = models.DateField(_("tanggal"))
    note = EncryptedTextField(_("perkembangan"), blank=True)
    ended_on = models.DateField(_("selesai di sana pada"), null=True, blank=True)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = CasePartQuerySet.as_manager()

    class Meta:
        ordering = ["opened_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("opened_on")),
                name="ticket_ends_after_it_began",
            )
        ]
