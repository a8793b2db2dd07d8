"""A work contract read together with the client. Only yes, no or unclear are kept, never the contract."""

from django.db import transaction

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event

from ..models import ContractCheck, Migrant


@transaction.atomic
def check_contract(migrant: Migrant, *, answers: dict, by) -> ContractCheck:
    """`answers`: {ContractItem: ContractAnswer}."""
    organisation = by.posting.organisation
    check = ContractCheck.objects.create(
        migrant=migrant, answers=answers, organisation=organisation, by=by
    )
    write_event("contract.check", check, client=migrant.pk, by=by)
    record("create", check, by=by)
    return check
