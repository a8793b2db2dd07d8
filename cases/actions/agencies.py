"""How many verified complaints an agency has: the register, a lower floor, is told the number and nothing else."""

from ltsa.organisations.actions import count_complaints
from ltsa.organisations.models import Agency

from ..models import Case


def recount_complaints(case: Case) -> None:
    """Called in the transaction that moved the case. The agency's row is locked: two at once count one after another."""
    recount_agencies(case.agency_id)


def recount_agencies(*ids) -> None:
    """The same for some agencies, locked in one order so that two cases cannot wait for each other."""
    wanted = [pk for pk in ids if pk is not None]
    if not wanted:
        return
    for agency in Agency.objects.select_for_update().filter(pk__in=wanted).order_by("pk"):
        count_complaints(agency, Case.objects.filter(agency=agency).verified_complaints().count())
