"""Whose hands a client is in, where being a client is the secret itself (domain 4 rule 1).

In an organisation for survivors not everybody who is posted there sees everybody who came: only whoever registered
her, wrote a session, an appointment or a course with her, or was let in by name (the team of her case, a referral that
was accepted), and the supervisor. The same holds at the MRC corner for clients who have a restricted case.
"""

from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Q

from ltsa.access import Permission

from .grants import granted, is_closed_to

WRITTEN = {"CounsellingSession": "by", "Appointment": "by", "PsychosocialCourse": "counsellor"}


def in_hand(user, prefix: str = "") -> Q:
    """Clients on whom this person worked in her present house; whom a grant lets in by name is asked beside it."""
    return reduce(or_, hands(user, prefix))


def hands(user, prefix: str = "") -> list[Q]:
    """The same, one reason each: a list asks each of them apart (decision 7)."""
    here = user.posting.organisation_id
    column = prefix.removesuffix("__") if prefix else "pk"
    found = [Q(**{f"{prefix}created_by": user, f"{prefix}registered_by": here})]
    for model, who in WRITTEN.items():
        rows = apps.get_model("services", model).objects.filter(**{who: user}, organisation=here)
        found.append(Q(**{f"{column}__in": rows.exclude(migrant=None).values("migrant")}))
    return found


def _secluded(prefix: str = "") -> Q:
    """Clients of an MRC corner who have a restricted case."""
    points = apps.get_model("organisations", "ServicePoint").objects.filter(type="mrc")
    return Q(**{f"{prefix}shielded": True, f"{prefix}service_point__in": points.values("pk")})


def of_desks(user, prefix: str = "") -> Q:
    """Clients of the desks of her district; not those whom a corner keeps to itself."""
    near = Q(**{f"{prefix}of_desk": True, f"{prefix}district": user.posting.district_id})
    return near & ~_secluded(prefix)


def at_home(user, prefix: str = "") -> Q:
    """Clients of this reader's own house whom she may meet there."""
    home = Q(**{f"{prefix}registered_by": user.posting.organisation_id})
    if is_closed_to(user):
        return home & in_hand(user, prefix)
    if user.posting.organisation.runs_desks and not user.can(Permission.OWN_ORGANISATION_SEE):
        return home & (~_secluded(prefix) | in_hand(user, prefix))
    return home


def written_here(user) -> Q:
    """Rows that her house wrote about clients whom she may meet; those without a client are the house's."""
    here = Q(organisation=user.posting.organisation_id)
    if is_closed_to(user):
        return here & met(user)
    if user.posting.organisation.runs_desks and not user.can(Permission.OWN_ORGANISATION_SEE):
        return here & (Q(migrant=None) | ~_secluded("migrant__") | met(user))
    return here


def met(user, prefix: str = "migrant__") -> Q:
    """Clients in her hands, or to whom she was let in by name."""
    column = prefix.removesuffix("__") if prefix else "pk"
    return in_hand(user, prefix) | Q(**{f"{column}__in": granted(user, deny=False)})
