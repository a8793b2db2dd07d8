"""Partners of another district in this one's directory: listed by its admin, taken off by her or by the partner itself."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.audit.actions import record

from ..models import Organisation, ServedDistrict
from ..told import listed_elsewhere


@transaction.atomic
def serve_district(organisation: Organisation, *, by) -> ServedDistrict:
    """It can be referred to from the district of `by` too; twice is one. No right over it follows."""
    district = by.posting.district_id
    if not by.can(Permission.MASTER_DATA_MANAGE) or not district:
        raise PermissionDenied
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if not Organisation.objects.listable_in(district).filter(pk=organisation.pk).exists():
        raise ValidationError(
            {"organisation": _("Pilih mitra kabupaten lain yang kemitraannya sudah dikonfirmasi.")}
        )
    row, created = ServedDistrict.objects.get_or_create(
        organisation=organisation, district_id=district, ended_at=None
    )
    if created:
        record("change", organisation, fields=["districts"], by=by)
        listed_elsewhere(organisation)
    return row


@transaction.atomic
def stop_serving(row: ServedDistrict, *, by) -> ServedDistrict:
    """What is open goes on; nothing new is sent. Twice is once."""
    ours = by.can(Permission.MASTER_DATA_MANAGE) and by.posting.district_id == row.district_id
    hers = by.can(Permission.DIRECTORY_OWN) and by.posting.organisation_id == row.organisation_id
    if not (ours or hers):
        raise PermissionDenied
    row = ServedDistrict.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.ended_at is None:
        row.ended_at = timezone.now()
        row.save(update_fields=["ended_at"])
        record("change", row.organisation, fields=["districts"], by=by)
        listed_elsewhere(row.organisation)
    return row
