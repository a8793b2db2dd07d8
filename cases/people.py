"""Who may be given a task of a case: the people of its house who see it and work on cases."""

from django.db.models import Q

from ltsa.access import Permission
from ltsa.accounts.models import Posting, User
from services.models import AccessGrant

from .models import Case


def assignable(case: Case):
    """Of a restricted case its named team alone; nobody who is shut out from the client."""
    people = User.objects.holding(Permission.CASE_WORK).working_for(case.organisation)
    team = Q(pk__in=case.members.filter(until__isnull=True).values("user"))
    if case.restricted:
        people = people.filter(team, pk__in=User.objects.holding(Permission.CASE_RESTRICTED))
    else:
        heads = User.objects.holding(Permission.OWN_ORGANISATION_SEE)
        near = team | Q(pk=case.owner_id) | Q(pk__in=heads)
        if case.service_point_id:
            here = Posting.objects.current().filter(service_point=case.service_point_id)
            near |= Q(pk__in=here.values("user"))
        people = people.filter(near)
    shut_out = AccessGrant.objects.current().filter(migrant=case.migrant_id, deny=True)
    return people.exclude(pk__in=shut_out.exclude(user=None).values("user")).order_by("full_name")
