"""How many verified complaints an agency has: the register, a lower floor, is told the number and nothing else."""

from ltsa.organisations.actions import count_complaints
from ltsa.organisations.models import Agency

from ..models import Case


def recount_complaints(case: Case) -> None:
    """Called in the transaction that moved the case. The agency's row is locked: two at once count one after another."""
    if case.agency_id is None:
        return
    agency = Agency.objects.select_for_update().get(pk=case.agency_id)
    count_complaints(agency, Case.objects.filter(agency=agency).verified_complaints().count())
