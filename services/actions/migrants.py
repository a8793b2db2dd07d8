"""What can be done to clients. Each is one transaction with its event and audit line."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa import phone as phones
from ltsa.audit.actions import record
from ltsa.audit.reasons import RevealReason
from ltsa.codes import random_code
from ltsa.encrypted import keyed_hash
from ltsa.names import fold
from ltsa.nik import normalise
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..codes import Difficulty, age_band_of, age_on
from ..models import Migrant, Relationship
from ..numbers import MASKS
from ..reveal_ties import ties_of
from .consents import record_intake_consent, renew_intake_consent
from .journeys import note_destination

NAMES = ("full_name", "nickname", "passport_name")
# How she may be reached. Asked anew each time: the day of the last answer stands beside it (domain 4).
CONTACT = ("phone_safe", "phone_owner", "contact_way", "contact_hours", "code_word")
DISABLED_FROM = Difficulty.MUCH  # Washington Group: "a lot of difficulty" in at least one
# A number may be needed for these although none of her records is about it.
WITHOUT_RECORD = (RevealReason.EMERGENCY, RevealReason.REGISTER, RevealReason.OTHER)
# What the rest of a row follows from: an edit of some fields must know these too.
KEPT = ("anonymous", *NAMES, "birth_date", "age_band")


@transaction.atomic
def create_migrant(
    *,
    represents: Migrant | None = None,
    tie: dict | None = None,
    consent_method: str = "tick",
    by,
    **fields,
) -> Migrant:
    """Register a client at the officer's desk. `fields` are the model's; unknown age band comes from the birth date.

    An anonymous client keeps no name and no number of a paper, whatever was typed. A relative is tied to the migrant
    she `represents`; `tie` is {relation, letter_of_authority, letter_on}. Her consent to be recorded becomes a record.
    """
    posting = by.posting
    if any(fields.get(name) for name in CONTACT):
        fields["contact_asked_on"] = timezone.localdate()
    migrant = Migrant(
        code=random_code("K"),
        registered_by=posting.organisation,
        service_point=posting.service_point,
        district_id=posting.district_id,
        of_desk=posting.organisation.runs_desks,
        created_by=by,
        **person_fields(fields),
    )
    migrant.save(force_insert=True)
    record_intake_consent(migrant, method=consent_method, by=by)
    note_destination(migrant, by=by)
    if represents is not None:
        Relationship.objects.create(relative=migrant, migrant=represents, **(tie or {}))
        write_event("client.relative", represents, client=represents.pk, by=by)
    write_event("client.register", migrant, client=migrant.pk, by=by)
    record("create", migrant, fields=sorted(name for name, value in fields.items() if value), by=by)
    return migrant


@transaction.atomic
def edit_migrant(
    migrant: Migrant, *, version: int, contact_asked: bool = False, by, **fields
) -> Migrant:
    """Change what was told. Raises ltsa.versions.Stale when someone else saved since `version` was read.

    `contact_asked`: she was asked again how she may be reached, and the answer was the same.
    """
    if contact_asked or any(
        name in fields and fields[name] != getattr(migrant, name) for name in CONTACT
    ):
        fields["contact_asked_on"] = timezone.localdate()
    kept, consent = {name: getattr(migrant, name) for name in KEPT}, migrant.consent
    migrant = update_row(migrant, version=version, **person_fields(kept | fields))
    if migrant.consent != consent:
        renew_intake_consent(migrant, by=by)
    write_event("client.edit", migrant, client=migrant.pk, detail={"fields": sorted(fields)}, by=by)
    record("change", migrant, fields=sorted(fields), by=by)
    return migrant


@transaction.atomic
def edit_relationship(tie: Relationship, *, version: int, by, **told) -> Relationship:
    """How a relative and the migrant are related, and her letter of authority. Raises ltsa.versions.Stale."""
    tie = update_row(tie, version=version, **told)
    write_event("client.letter", tie.migrant, client=tie.migrant_id, by=by)
    record("change", tie.relative, fields=sorted(told), by=by)
    return tie


def person_fields(fields: dict) -> dict:
    """The fields with what follows from them: age band, hashes for exact search, the folded name."""
    fields = dict(fields)
    if fields.get("anonymous"):
        fields |= dict.fromkeys((*NAMES, "nik", "family_card", "passport"), "")
        fields["consent"] = "anonymous"
    if fields.get("birth_date"):
        fields["age_band"] = age_band_of(age_on(timezone.localdate(), fields["birth_date"]))
    if any(name in fields for name in NAMES):
        fields["search_name"] = _searched(fields)
    for name in ("nik", "family_card"):
        if name in fields:
            fields[name] = normalise(fields[name] or "")
            fields[f"{name}_hash"] = keyed_hash(fields[name], name)
    if "passport" in fields:
        fields["passport"] = (fields["passport"] or "").replace(" ", "").upper()
        fields["passport_hash"] = keyed_hash(fields["passport"], "passport")
    if "phone" in fields:
        fields["phone"] = phones.normalise(fields["phone"] or "")
        fields["phone_hash"] = keyed_hash(fields["phone"], "phone")
        fields["phone_tail_hash"] = keyed_hash(fields["phone"][-4:], "phone_tail")
    if "abilities" in fields:
        fields["disability"] = disabled(fields["abilities"])
    return fields


def _searched(fields: dict) -> str:
    """Every name she goes by in one folded text, a word once; one sign can fold into many, so it is cut."""
    every = " ".join(fields.get(name) or "" for name in NAMES)
    return " ".join(sorted(set(fold(every).split())))[:200] if every.strip() else ""


def disabled(abilities: dict | None) -> bool | None:
    """Whether an answer counts as a disability; None when nobody asked."""
    return any(value >= DISABLED_FROM for value in abilities.values()) if abilities else None


def reveal_number(
    migrant: Migrant, *, field: str, why: str, words: str = "", about=None, by
) -> str:
    """A number (services.numbers) or the code word in full, against a reason of the list and the record it is for.

    Raises ValidationError, TooManyReveals.
    """
    known = ties_of(migrant, by)
    if about is not None and about not in known:
        raise ValidationError({"about": _("Pilih dari daftar.")})
    if about is None and known and why not in WITHOUT_RECORD:
        raise ValidationError({"about": _("Pilih untuk urusan yang mana nomor ini diperlukan.")})
    record("reveal", migrant, fields=[field], reason=words, why=why, about=about, by=by)
    return {name: getattr(migrant, name) for name in MASKS}[field]
