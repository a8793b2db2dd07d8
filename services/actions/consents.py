"""What a client allows, refuses and takes back. Each is one transaction with its event and audit line."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record
from ltsa.clocks.actions import drop_clocks
from ltsa.timeline.actions import write_event

from ..codes import TICK, Decision, DisclosureGroup, GivenBy, Purpose, SaidBy
from ..merged import records_of
from ..models import Appointment, Consent, ConsentProof, CounsellingSession, Migrant
from ..proofs import Proof
from ..texts import VERSION
from ..withdrawing import end_all
from .follow_ups import FOLLOW_UP

CONSENT_TEXT_VERSION = VERSION
# Time-limited (domain 4): as long as the papers are kept (domain 1.5), a referral only as long as it takes.
USUAL_DAYS: dict[str, int] = {Purpose.RECORD: 5 * 365 + 1, Purpose.REFERRAL: 90}
USUAL_DAYS_ELSE = 365


def usual_end(purpose: str) -> date:
    return timezone.localdate() + timedelta(days=USUAL_DAYS.get(purpose, USUAL_DAYS_ELSE))


@transaction.atomic
def record_consent(
    migrant: Migrant,
    *,
    purpose: str = Purpose.REFERRAL,
    decision: str = "given",
    recipient=None,
    groups=(),
    method: str,
    expires_on: date,
    text_version: str = "",
    given_by: str = GivenBy.SELF,
    guardian: str = "",
    witness: str = "",
    language: str = "",
    restricted: bool = False,
    proof: Proof | None = None,
    by,
) -> Consent:
    """Her answer to one question: yes, no or later; a no is kept like a yes, and she is served all the same.

    Raises ValidationError keyed by field: a day gone by, a tick where data leave the house, a guardian without a name.
    """
    leaves = purpose == Purpose.REFERRAL and decision == Decision.GIVEN
    _check_answer(purpose, recipient, expires_on, given_by, guardian, by=by)
    if leaves and method == TICK[0]:
        raise ValidationError(
            {
                "method": _(
                    "Untuk mengirim data, persetujuan perlu tertulis, terekam, atau ada saksi."
                )
            }
        )
    if decision == Decision.REFUSED:
        _end_earlier(migrant, purpose, recipient, by=by)
    consent = Consent.objects.create(
        migrant=migrant,
        purpose=purpose,
        decision=decision,
        recipient=recipient if purpose == Purpose.REFERRAL else None,
        groups=list(groups),
        method=method,
        text_version=text_version or CONSENT_TEXT_VERSION,
        expires_on=expires_on,
        given_by=given_by,
        guardian=guardian,
        witness=witness,
        language=language,
        restricted=restricted,
        organisation=by.posting.organisation,
        recorded_by=by,
    )
    if proof is not None:
        ConsentProof.objects.create(
            consent=consent,
            content=proof.text,
            media_type=proof.media_type,
            size=proof.size,
            digest=proof.digest,
        )
    if decision == Decision.REFUSED:
        _stop(consent, by=by)
    write_event("consent.record", consent, client=migrant.pk, detail={"decision": decision}, by=by)
    record("create", consent, fields=list(groups), by=by)
    return consent


def _end_earlier(migrant, purpose, recipient, *, by) -> None:
    """A no takes back the yes that she gave here before, on whichever of her records it stands."""
    earlier = Consent.objects.valid().filter(purpose=purpose, recipient=recipient)
    earlier = earlier.filter(migrant__in=records_of(migrant.pk))
    for consent in earlier.filter(organisation=by.posting.organisation_id):
        withdraw_consent(consent, by=by)


def _check_answer(purpose, recipient, expires_on, given_by, guardian, *, by) -> None:
    errors = {}
    if expires_on < timezone.localdate():
        errors["expires_on"] = _("Tanggal berlaku sudah lewat. Pilih hari ini atau sesudahnya.")
    if purpose == Purpose.REFERRAL and recipient is None:
        errors["recipient"] = _("Pilih lembaga yang menerima data.")
    if given_by == GivenBy.GUARDIAN and not guardian.strip():
        errors["guardian"] = _("Tulis nama orang tua atau wali.")
    if given_by == GivenBy.EXCEPTION and not by.can(Permission.OWN_ORGANISATION_SEE):
        errors["given_by"] = _(
            "Pengecualian ini dicatat supervisor. Klien tetap dilayani; catat dulu “Nanti”."
        )
    if errors:
        raise ValidationError(errors)


def record_intake_consent(migrant: Migrant, *, method: str = TICK[0], by) -> Consent:
    """What she answered when she was registered: part of the registration, which writes the event and audit line."""
    consent = intake_consent(migrant, method=method, by=by)
    consent.save(force_insert=True)
    return consent


def intake_consent(
    migrant: Migrant, *, method: str = TICK[0], text_version: str = CONSENT_TEXT_VERSION, by
) -> Consent:
    """The same, not saved yet: a book of many people saves them together."""
    named = migrant.consent == "named"
    groups = (DisclosureGroup.IDENTITY, DisclosureGroup.CONTACT, DisclosureGroup.JOURNEY)
    return Consent(
        migrant=migrant,
        purpose=Purpose.RECORD,
        groups=[group.value for group in groups] if named else [],
        method=method,
        text_version=text_version,
        expires_on=usual_end(Purpose.RECORD),
        organisation=by.posting.organisation,
        recorded_by=by,
    )


def renew_intake_consent(migrant: Migrant, *, by) -> Consent:
    """She answered differently, with her name or without: the new answer ends the old one."""
    old = Consent.objects.filter(migrant=migrant, purpose=Purpose.RECORD, withdrawn_at=None)
    old.filter(organisation=by.posting.organisation_id).update(
        withdrawn_at=timezone.now(), withdrawn_by=by
    )
    return record_intake_consent(migrant, by=by)


@transaction.atomic
def withdraw_consent(consent: Consent, *, way: str = SaidBy.IN_PERSON, by) -> Consent:
    """She says stop, by whatever way: at once it ends, and everything that rests on it (UU 27/2022 art 40; rule 7)."""
    now = timezone.now()
    taken = Consent.objects.filter(pk=consent.pk, withdrawn_at=None)
    if not taken.update(withdrawn_at=now, withdrawn_by=by):
        consent.refresh_from_db(fields=["withdrawn_at", "withdrawn_by"])
        return consent
    consent.withdrawn_at, consent.withdrawn_by = now, by
    _stop(consent, by=by)
    end_all(consent, by=by)
    detail = {"way": str(way), "purpose": consent.purpose}
    write_event("consent.withdraw", consent, client=consent.migrant_id, detail=detail, by=by)
    record("change", consent, fields=["withdrawn_at"], reason=str(way), by=by)
    return consent


def _stop(consent: Consent, *, by) -> None:
    """What this house itself no longer does; with a record that was merged with hers neither."""
    hers = records_of(consent.migrant_id)
    of_her = {"migrant__in": hers, "organisation": consent.organisation_id}
    if consent.purpose == Purpose.CONTACT:
        ours = Migrant.objects.filter(pk__in=hers, registered_by=consent.organisation_id)
        ours.update(
            phone_safe="no", contact_asked_on=timezone.localdate(), version=F("version") + 1
        )
        Appointment.objects.filter(**of_her, at__gt=timezone.now(), safe_to_remind=True).update(
            safe_to_remind=False, version=F("version") + 1
        )
    if consent.purpose == Purpose.FOLLOW_UP:
        promised = CounsellingSession.objects.filter(**of_her, follow_up_on__isnull=False)
        drop_clocks(FOLLOW_UP, promised.values("pk"), by=by)
        promised.update(outcome="enough", follow_up_on=None, version=F("version") + 1)
