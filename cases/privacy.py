from django.db.models import Q

from ltsa.privacy.sockets import finds_code, finds_work

from .models import Case


@finds_code
def case_of(code: str, district):
    found = Case.objects.filter(code=code, **({"district": district} if district else {}))
    return found.values_list("pk", flat=True).first()


@finds_work
def on_her_case(person, ids, day) -> set:
    """Clients of whose case she is the worker or one of the team."""
    hers = Q(owner=person) | Q(members__user=person)
    return set(Case.objects.filter(hers, migrant__in=ids).values_list("migrant", flat=True))
