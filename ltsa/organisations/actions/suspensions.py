"""The access of a house stops for a while: 72 hours by the district's admin, longer or again by consent (domain 4.1).

It opens nothing: whoever stops a house's access reads none of what it keeps.
"""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.notifications.actions import notify

from ..models import Organisation, Suspension
from ..officers import heads_of, officers_for
from ..querysets import officer_postings
from ..told import access_suspended
from .telling import tell_heads

LONGEST_ALONE = 72  # hours
AGAIN = timedelta(days=14)  # since the last one ended: sooner only with consent, asked beforehand
LONGEST_CONSENT = timedelta(days=30)


def may_suspend(organisation: Organisation, *, by) -> bool:
    """A house of her district that is not her own."""
    if by.posting is None or not by.can(Permission.PEOPLE_MANAGE_DISTRICT):
        return False
    managed = Organisation.objects.managed_by(by).exclude(pk=by.posting.organisation_id)
    return managed.filter(pk=organisation.pk).exists()


def needs_consent(organisation: Organisation) -> bool:
    return organisation.suspensions.ended_since(timezone.now() - AGAIN).exists()


@transaction.atomic
def suspend_organisation(organisation: Organisation, *, hours: int, reason: str, by) -> Suspension:
    """Now, for at most 72 hours; within 14 days of the last one it waits for the data protection officer.

    Raises PermissionDenied, and ValidationError {hours, reason}.
    """
    if not may_suspend(organisation, by=by):
        raise PermissionDenied
    if not 1 <= hours <= LONGEST_ALONE:
        raise ValidationError({"hours": _("Isi antara 1 dan 72 jam.")})
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis alasannya.")})
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    rows = organisation.suspensions
    if rows.in_force().exists() or rows.waiting().exists():
        raise ValidationError(_("Akses lembaga ini sudah ditangguhkan, atau sudah dimintakan."))
    if officer_postings(Organisation).filter(organisation=organisation).exists():
        text = _(
            "Pejabat pelindungan data pribadi bekerja di lembaga ini. Aksesnya tidak dapat ditangguhkan."
        )
        raise ValidationError(text)
    made = Suspension(organisation=organisation, by=by, hours=hours, reason=reason.strip()[:300])
    if needs_consent(organisation):
        made.save(force_insert=True)
        record("change", organisation, fields=["suspension_asked"], reason=made.reason, by=by)
        _tell_officers(made, by=by)
        return made
    now = timezone.now()
    return _start(made, now, now + timedelta(hours=hours), by=by)


def _start(made: Suspension, since: datetime, until: datetime, *, by) -> Suspension:
    organisation = made.organisation
    made.starts_at, made.ends_at = since, until
    made.save()
    record("change", organisation, fields=["suspension"], reason=made.reason, by=by)
    tell_heads(organisation, heads_of(organisation), halted=True)
    _tell_officers(made, by=by)
    access_suspended(organisation)
    return made


@transaction.atomic
def consent_suspension(suspension: Suspension, *, until: datetime, by) -> Suspension:
    """The data protection officer: one that waits begins now, one that runs lasts longer. At most 30 days from now.

    Raises PermissionDenied, and ValidationError {until}.
    """
    suspension = _locked(suspension)
    if not _guards(suspension, by=by) or by.pk == suspension.by_id:
        raise PermissionDenied
    now = timezone.now()
    if not now < until <= now + LONGEST_CONSENT:
        raise ValidationError({"until": _("Paling lama 30 hari dari sekarang.")})
    suspension.consented_by, suspension.consented_at = by, now
    if suspension.starts_at is None:
        suspension = _start(suspension, now, until, by=by)
    else:
        suspension.ends_at = until
        suspension.save()
        organisation = suspension.organisation
        record("change", organisation, fields=["suspension_ends"], by=by)
        tell_heads(organisation, heads_of(organisation), halted=True)
    _tell_admin(suspension)
    return suspension


@transaction.atomic
def refuse_suspension(suspension: Suspension, *, by) -> Suspension:
    """One that waits for consent does not begin. Raises PermissionDenied, ValidationError."""
    suspension = _locked(suspension)
    if not _guards(suspension, by=by):
        raise PermissionDenied
    if suspension.starts_at is not None:
        return lift_suspension(suspension, by=by)
    suspension.refused_by, suspension.refused_at = by, timezone.now()
    suspension.save()
    record("change", suspension.organisation, fields=["suspension_refused"], by=by)
    _tell_admin(suspension)
    return suspension


@transaction.atomic
def lift_suspension(suspension: Suspension, *, by) -> Suspension:
    """It ends now; by the admin of the district or the data protection officer. Raises PermissionDenied, ValidationError."""
    suspension = _locked(suspension)
    organisation = suspension.organisation
    if not (may_suspend(organisation, by=by) or _guards(suspension, by=by)):
        raise PermissionDenied
    ran = suspension.starts_at is not None
    suspension.lifted_by, suspension.lifted_at = by, timezone.now()
    suspension.save()
    record("change", organisation, fields=["suspension_lifted"], by=by)
    if ran:
        tell_heads(organisation, heads_of(organisation), halted=False)
    _tell_officers(suspension, by=by)
    if by.pk != suspension.by_id:
        _tell_admin(suspension)
    return suspension


def _guards(suspension: Suspension, *, by) -> bool:
    return Organisation.objects.guarded_by(by).filter(pk=suspension.organisation_id).exists()


def _locked(suspension: Suspension) -> Suspension:
    """Of two who decide at once the second meets what the first decided."""
    Organisation.objects.select_for_update(of=("self",)).get(pk=suspension.organisation_id)
    row = Suspension.objects.select_related("organisation").get(pk=suspension.pk)
    over = row.ends_at is not None and row.ends_at <= timezone.now()
    if over or row.refused_at is not None or row.lifted_at is not None:
        raise ValidationError(_("Penangguhan ini sudah selesai. Muat ulang halaman."))
    return row


def _tell_officers(suspension: Suspension, *, by) -> None:
    people = officers_for(suspension.organisation).exclude(pk=by.pk)
    link = f"/privasi/penangguhan/{suspension.pk}/"
    notify(people, "organisation", subject=suspension.pk, link=link, emergency=True)


def _tell_admin(suspension: Suspension) -> None:
    link = f"/kelola/lembaga/{suspension.organisation_id}/"
    notify([suspension.by], "organisation", subject=suspension.pk, link=link)
