"""What was done to people, and what waits for a second person (domain 4.1)."""

import uuid

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import AccountResetQuerySet, PersonActQuerySet, SupervisorProposalQuerySet
from .person import User


class PersonAct(models.Model):
    """One act on a person or her posting: the ledger that the second person is judged by (domain 4.1).

    Only ever added to, with the server's time, so that nobody can post herself back to an earlier day.
    """

    class Act(models.TextChoices):
        INVITE = "invite", _("mengundang")
        POST = "post", _("memberi tugas")
        EXTEND = "extend", _("memperpanjang tugas")
        MOVE = "move", _("memindahkan")
        END = "end", _("mengakhiri tugas")
        DISABLE = "disable", _("menonaktifkan akun")
        ENABLE = "enable", _("mengaktifkan akun")
        REINVITE = "reinvite", _("mengirim undangan lagi")
        CHANGE_NAME = "change_name", _("mengubah nama")
        CHANGE_MAIL = "change_mail", _("mengubah surel")
        RESET_FACTOR = "reset_factor", _("melepas pengaman kedua")
        NAME_SUCCESSOR = "successor", _("menunjuk pengganti")

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="acts_on_her")
    act = models.CharField(max_length=16, choices=Act)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = PersonActQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["person", "by"]),
            models.Index(fields=["organisation", "-at"]),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]


class AccountReset(models.Model):
    """A new mail address or a lifted second factor for somebody who reaches restricted records.

    It is asked by one, decided by a second person, and takes effect 24 hours after it was asked (domain 4.1).
    """

    class Kind(models.TextChoices):
        MAIL = "mail", _("surel baru")
        SECOND_FACTOR = "second_factor", _("lepas pengaman kedua")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="resets")
    kind = models.CharField(max_length=16, choices=Kind)
    address = models.EmailField(blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    stopped_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    stopped_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    objects = AccountResetQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(stopped_at=None, done_at=None),
                name="one_open_reset_of_a_kind",
            ),
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("asked_by")),
                name="nobody_decides_her_own_reset",
            ),
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("person")),
                name="nobody_decides_on_herself",
            ),
            models.CheckConstraint(
                condition=models.Q(done_at=None) | models.Q(decided_at__isnull=False),
                name="no_reset_without_a_decision",
            ),
        ]


class SupervisorProposal(models.Model):
    """The first supervisor of an organisation, named by the district admin, until the data protection officer confirms."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="proposals")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    service_point = models.ForeignKey(
        "organisations.ServicePoint", on_delete=models.PROTECT, null=True, related_name="+"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    decree = models.CharField(max_length=80, blank=True)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    accepted = models.BooleanField(null=True)

    objects = SupervisorProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(decided_at=None),
                name="one_open_proposal_an_organisation",
            ),
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("proposed_by")),
                name="nobody_confirms_her_own_proposal",
            ),
        ]
