"""Clarification and mediation, what was promised there, and what came of it (UU 18/2017 art 77; domain 3.5)."""

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.encrypted import EncryptedTextField

from ..codes import (
    Advice,
    Currency,
    DeliveryWay,
    HearingResult,
    MediationState,
    Meeting,
    PromiseKind,
    PromiseState,
)
from ..querysets import CasePartQuerySet, MediationPartQuerySet, PromiseQuerySet
from .case import Case
from .complaint import Claim, Respondent


@pghistory.track()
class Mediation(models.Model):
    """From the request to the kept or broken agreement. What the law forbids is refused before a row exists."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="mediations")
    respondent = models.ForeignKey(Respondent, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        _("status"), max_length=16, choices=MediationState, default=MediationState.REQUESTED
    )
    # The mediator is not the client's companion: an officer of the portal, or somebody of another office by name.
    mediator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    mediator_name = models.CharField(_("nama mediator"), max_length=120, blank=True)
    mediator_office = models.CharField(_("lembaga mediator"), max_length=160, blank=True)
    companion = models.CharField(_("pendamping klien"), max_length=120, blank=True)
    client_willing = models.BooleanField(_("klien bersedia"))
    respondent_willing = models.BooleanField(_("pihak diadukan bersedia"), null=True)
    briefed = models.BooleanField(_("klien tahu haknya dan boleh didampingi"))
    advice = ArrayField(models.CharField(max_length=10, choices=Advice), default=list, blank=True)
    ended_at = models.DateTimeField(null=True)
    requested_at = models.DateTimeField(default=timezone.now)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = CasePartQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "respondent"],
                condition=models.Q(state__in=["requested", "invited", "hearing"]),
                name="one_mediation_under_way",
            ),
            models.CheckConstraint(
                condition=models.Q(client_willing=True, briefed=True),
                name="she_wants_it_and_knows_her_rights",
            ),
            models.CheckConstraint(
                condition=models.Q(mediator__isnull=False) | ~models.Q(mediator_name=""),
                name="mediation_has_a_mediator",
            ),
        ]


class Invitation(models.Model):
    """One written invitation of the respondent: the first, second or third to this meeting."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mediation = models.ForeignKey(Mediation, on_delete=models.PROTECT, related_name="invitations")
    meeting = models.CharField(_("untuk"), max_length=16, choices=Meeting)
    number = models.PositiveSmallIntegerField(_("undangan ke-"))
    meets_at = models.DateTimeField(_("waktu pertemuan"))
    place = models.CharField(_("tempat"), max_length=200)
    online = models.BooleanField(_("daring"), default=False)
    letter = models.UUIDField(null=True)  # ltsa.letters
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    delivered_on = models.DateField(_("sampai pada"), null=True, blank=True)
    delivered_by = models.CharField(_("cara antar"), max_length=8, choices=DeliveryWay, blank=True)
    proof = models.UUIDField(null=True)  # a CaseFile
    version = models.PositiveIntegerField(default=1)

    objects = MediationPartQuerySet.as_manager()

    class Meta:
        ordering = ["sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["mediation", "meeting", "number"], name="one_invitation_a_number"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=3), name="three_invitations"
            ),
            models.CheckConstraint(
                condition=models.Q(meets_at__gt=models.F("sent_at")),
                name="invited_before_it_happens",
            ),
        ]


class Hearing(models.Model):
    """One meeting that took place: who came, what each said, what came out (berita acara)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mediation = models.ForeignKey(Mediation, on_delete=models.PROTECT, related_name="hearings")
    meeting = models.CharField(_("pertemuan"), max_length=16, choices=Meeting)
    number = models.PositiveSmallIntegerField(_("sidang ke-"))
    held_at = models.DateTimeField(_("waktu"))
    place = models.CharField(_("tempat"), max_length=200)
    online = models.BooleanField(_("daring"), default=False)
    client_came = models.BooleanField(_("klien hadir"))
    respondent_came = models.BooleanField(_("pihak diadukan hadir"))
    present = EncryptedTextField(_("yang hadir"), blank=True)
    client_position = EncryptedTextField(_("sikap klien"), blank=True)
    respondent_position = EncryptedTextField(_("sikap pihak diadukan"), blank=True)
    result = models.CharField(_("hasil"), max_length=16, choices=HearingResult)
    copy_given = models.BooleanField(_("salinan diberikan kepada para pihak"), default=False)
    signed = models.BooleanField(_("ditandatangani para pihak"), default=False)
    minutes = models.UUIDField(null=True)  # ltsa.letters
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = MediationPartQuerySet.as_manager()

    class Meta:
        ordering = ["held_at", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["mediation", "meeting", "number"], name="one_hearing_a_number"
            ),
        ]


@pghistory.track()
class Promise(models.Model):
    """What the respondent owes after a clarification or an agreement: what, how much, until when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mediation = models.ForeignKey(Mediation, on_delete=models.PROTECT, related_name="promises")
    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="promises")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(_("apa"), max_length=10, choices=PromiseKind)
    text = EncryptedTextField(_("keterangan"), blank=True)
    amount = models.DecimalField(
        _("jumlah"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("mata uang"), max_length=3, choices=Currency, blank=True)
    due_on = models.DateField(_("paling lambat"))
    state = models.CharField(
        _("status"), max_length=8, choices=PromiseState, default=PromiseState.OPEN
    )
    version = models.PositiveIntegerField(default=1)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="money", amount__gt=0) & ~models.Q(currency="")
                | ~models.Q(kind="money") & models.Q(amount=None, currency=""),
                name="promised_money_has_amount_and_currency",
            ),
            models.UniqueConstraint(fields=["hearing", "number"], name="one_promise_a_number"),
        ]


@pghistory.track()
class Recovery(models.Model):
    """What she really got: money in its own currency and in rupiah by a rate with its date, or a thing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recoveries")
    promise = models.ForeignKey(
        Promise, on_delete=models.PROTECT, null=True, blank=True, related_name="recoveries"
    )
    claim = models.ForeignKey(
        Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="recoveries"
    )
    kind = models.CharField(_("apa"), max_length=10, choices=PromiseKind)
    text = EncryptedTextField(_("keterangan"), blank=True)
    amount = models.DecimalField(
        _("jumlah"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("mata uang"), max_length=3, choices=Currency, blank=True)
    rate = models.DecimalField(_("kurs"), max_digits=15, decimal_places=4, null=True, blank=True)
    rate_on = models.DateField(_("kurs tanggal"), null=True, blank=True)
    rate_source = models.CharField(_("sumber kurs"), max_length=80, blank=True)
    rupiah = models.DecimalField(max_digits=18, decimal_places=2, null=True, editable=False)
    received_on = models.DateField(_("diterima pada"))
    proof = models.UUIDField(null=True)  # a CaseFile
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    void_reason = models.CharField(_("alasan dibatalkan"), max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = CasePartQuerySet.as_manager()

    class Meta:
        ordering = ["received_on", "at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind="money",
                    amount__gt=0,
                    rate__gt=0,
                    rate_on__isnull=False,
                    rupiah__isnull=False,
                )
                & ~models.Q(currency="")
                | ~models.Q(kind="money") & models.Q(amount=None, currency="", rate=None),
                name="recovered_money_has_rate_and_date",
            ),
            models.CheckConstraint(
                condition=models.Q(voided_at=None) | ~models.Q(void_reason=""),
                name="voided_recovery_has_reason",
            ),
        ]
