"""What can be done to clients. Each is one transaction with its event and audit line."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa import phone as phones
from ltsa.audit.actions import record
from ltsa.codes import random_code
from ltsa.encrypted import keyed_hash
from ltsa.nik import normalise
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..codes import age_band_of, age_on
from ..models import Migrant, Relationship
from ..names import fold

# What the rest of a row follows from: an edit of some fields must know these too.
KEPT = ("anonymous", "full_name", "nickname", "birth_date", "age_band")


@transaction.atomic
def create_migrant(*, represents: Migrant | None = None, by, **fields) -> Migrant:
    """Register a client at the officer's desk. `fields` are the model's; unknown age band comes from the birth date.

    An anonymous client keeps no name, NIK or passport, whatever was typed.
    """
    posting = by.posting
    migrant = Migrant(
        code=random_code("K"),
        registered_by=posting.organisation,
        service_point=posting.service_point,
        district_id=posting.district_id,
        of_desk=posting.organisation.runs_desks,
        created_by=by,
        **_person(fields),
    )
    migrant.save(force_insert=True)
    if represents is not None:
        Relationship.objects.create(relative=migrant, migrant=represents)
    write_event("client.register", migrant, client=migrant.pk, by=by)
    record("create", migrant, fields=sorted(name for name, value in fields.items() if value), by=by)
    return migrant


@transaction.atomic
def edit_migrant(migrant: Migrant, *, version: int, by, **fields) -> Migrant:
    """Change what was told. Raises ltsa.versions.Stale when someone else saved since `version` was read."""
    kept = {name: getattr(migrant, name) for name in KEPT}
    migrant = update_row(migrant, version=version, **_person(kept | fields))
    write_event("client.edit", migrant, client=migrant.pk, detail={"fields": sorted(fields)}, by=by)
    record("change", migrant, fields=sorted(fields), by=by)
    return migrant


def _person(fields: dict) -> dict:
    """The fields with what follows from them: age band, hashes for exact search, the folded name."""
    fields = dict(fields)
    if fields.get("anonymous"):
        fields |= {"full_name": "", "nickname": "", "nik": "", "passport": ""}
        fields["consent"] = "anonymous"
    if fields.get("birth_date"):
        fields["age_band"] = age_band_of(age_on(timezone.localdate(), fields["birth_date"]))
    if "full_name" in fields or "nickname" in fields:
        both = f"{fields.get('full_name', '')} {fields.get('nickname', '')}"
        fields["search_name"] = (
            fold(both)[:200] if both.strip() else ""
        )  # one sign can fold into many
    if "nik" in fields:
        fields["nik"] = normalise(fields["nik"] or "")
        fields["nik_hash"] = keyed_hash(fields["nik"], "nik")
    if "passport" in fields:
        fields["passport"] = (fields["passport"] or "").replace(" ", "").upper()
        fields["passport_hash"] = keyed_hash(fields["passport"], "passport")
    if "phone" in fields:
        fields["phone"] = phones.normalise(fields["phone"] or "")
        fields["phone_hash"] = keyed_hash(fields["phone"], "phone")
        fields["phone_tail_hash"] = keyed_hash(fields["phone"][-4:], "phone_tail")
    return fields


def reveal_number(migrant: Migrant, *, field: str, reason: str, by) -> str:
    """The full NIK, passport or phone, against a reason that is kept. Raises ValidationError without one."""
    if not reason.strip():
        raise ValidationError(
            {"reason": _("Tulis alasan singkat, misalnya: mengisi formulir BPJS.")}
        )
    record("reveal", migrant, fields=[field], reason=reason, by=by)
    return {"nik": migrant.nik, "passport": migrant.passport, "phone": migrant.phone}[field]
