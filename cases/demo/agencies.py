"""Which complaints of the demo are about an agency, and how many the register then counts."""

from django.db.models import Count

from ltsa.demo.stage import Chance
from ltsa.organisations.models import Agency
from services.models import Journey

from ..models import Case

ABOUT_AGENCIES = ("REK", "KRJ")
SHARE = 0.75


def name_agencies(opened: list[Case]) -> None:
    """The agency of the client's own journey, in most complaints about placement and work."""
    of_client = dict(
        Journey.objects.filter(agency__isnull=False)
        .order_by("created_at")
        .values_list("migrant", "agency")
    )
    for case in opened:
        about = (case.primary_type_id or "").startswith(ABOUT_AGENCIES)
        if about and Chance(f"agency/{case.pk}").happens(SHARE):
            case.agency_id = of_client.get(case.migrant_id)


def count_all_complaints() -> None:
    counted = (
        Case.objects.verified_complaints()
        .filter(agency__isnull=False)
        .order_by()
        .values_list("agency")
        .annotate(n=Count("pk"))
    )
    known = Agency.objects.in_bulk([pk for pk, _n in counted])
    for pk, number in counted:
        known[pk].complaints = number
    Agency.objects.bulk_update(known.values(), ["complaints"])
