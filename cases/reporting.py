"""Whether a house must decide about a police report of this case, and who knows of it (UU 12/2022 art 41).

Nothing here tells the police or anybody outside: it is a clock and a record for the worker and her supervisor.
"""

from ltsa.access import Permission
from ltsa.accounts.models import User

from .gbvims import SEXUAL_TYPES, SEXUAL_VIOLENCE
from .models import Case

CLOCK = "tpks_report"


def is_sexual_violence(case: Case) -> bool:
    """By the case's types, or by one act that was classified so."""
    if case.primary_type_id in SEXUAL_TYPES:
        return True
    if case.secondary_types.filter(code__in=SEXUAL_TYPES).exists():
        return True
    return case.incidents.filter(violence__in=SEXUAL_VIOLENCE).exists()


def is_bound(case: Case) -> bool:
    """The house must report, or nobody has said yet that it need not."""
    return case.organisation.reports_violence is not False


def must_decide(case: Case) -> bool:
    """Sexual violence is known, the house is bound, and nothing was decided since."""
    if not case.restricted or not is_bound(case) or not is_sexual_violence(case):
        return False
    last = case.report_decisions.first()
    if last is None:
        return True
    return case.incidents.filter(violence__in=SEXUAL_VIOLENCE, at__gt=last.at).exists()


def knowing(case: Case):
    """Who is told of the hours that run: the supervisors on its team; without an owner all of the team."""
    if case.owner_id is not None:
        return supervisors(case)
    return User.objects.filter(pk__in=case.members.filter(until=None).values("user"))


def supervisors(case: Case):
    """Those of the named team who lead the house that has the case."""
    leading = User.objects.holding(Permission.OWN_ORGANISATION_SEE).working_for(case.organisation)
    return leading.filter(pk__in=case.members.current().values("user"))


def may_see_report(case: Case, user) -> bool:
    """The assigned worker and the supervisors of her house, of a case that they see (domain 1.4 c).

    While it has no worker, whoever of its team sees it.
    """
    if not case.restricted or user.posting is None:
        return False
    leads = user.can(Permission.OWN_ORGANISATION_SEE)
    return case.organisation_id == user.posting.organisation_id and (
        leads or case.owner_id in (None, user.pk)
    )
