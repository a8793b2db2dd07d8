"""What a client allows and takes back. Each is one transaction with its audit line."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record

from ..models import Consent, Migrant

CONSENT_TEXT_VERSION = "2026-11"  # of the scripts in services/texts.py


@transaction.atomic
def record_consent(
    migrant: Migrant,
    *,
    recipient,
    groups,
    method: str,
    expires_on: date,
    text_version: str = "",
    by,
) -> Consent:
    """She allows these groups to go to this recipient until a day. Raises ValidationError for a day gone by."""
    if expires_on < timezone.localdate():
        raise ValidationError(
            {"expires_on": _("Tanggal berlaku sudah lewat. Pilih hari ini atau sesudahnya.")}
        )
    consent = Consent.objects.create(
        migrant=migrant,
        recipient=recipient,
        groups=list(groups),
        method=method,
        text_version=text_version or CONSENT_TEXT_VERSION,
        expires_on=expires_on,
        organisation=by.posting.organisation,
        recorded_by=by,
    )
    record("create", consent, fields=list(groups), by=by)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by) -> Consent:
    """She says stop. Called by cases.actions.withdraw_consent, which also ends what rested on it."""
    if consent.withdrawn_at is None:
        consent.withdrawn_at = timezone.now()
        consent.save(update_fields=["withdrawn_at"])
        record("change", consent, fields=["withdrawn_at"], by=by)
    return consent
