"""Special help in one tap: no type, no story, no second case for a second tap (domain 4; walk c)."""

from django.db import transaction

from services.models import Migrant

from ..models import Case
from .cases import open_case


@transaction.atomic
def ask_special_help(migrant: Migrant, *, by) -> Case:
    """A restricted case about which nothing is written yet. While hers is not handed over, a second tap finds it."""
    Migrant.objects.select_for_update(of=("self",)).get(pk=migrant.pk)
    waiting = Case.objects.filter(
        migrant=migrant,
        opened_by=by,
        organisation=by.posting.organisation_id,
        restricted=True,
        primary_type=None,
        handed_over_at=None,
    )
    return waiting.open().first() or open_case(migrant, restricted=True, reported_by="self", by=by)
