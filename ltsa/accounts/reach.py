"""In which organisations somebody may post people, and whose people she lists (what she may do to them: authority.py)."""

from ltsa.access import Permission
from ltsa.organisations.models import Kind, Organisation

from .models import Posting, User
from .permissions import Role


def organisations_for(by: User):
    """The organisations in which `by` may post somebody, or propose the first supervisor."""
    near = Organisation.objects.current().exclude(kind=Kind.OTHER)
    if by.posting is None:
        return near.none()
    if by.can(Permission.PEOPLE_MANAGE_DISTRICT):
        headed = Posting.objects.unended().filter(role=Role.SUPERVISOR, user__is_active=True)
        partners = near.managed_by(by).filter(
            kind__in=[Kind.UNION, Kind.WOMENS_ORGANISATION],
            pk__in=headed.values("organisation"),
        )
        return near.managed_by(by).exclude(pk__in=partners.values("pk"))
    if by.can(Permission.PEOPLE_MANAGE_OWN):
        return near.filter(pk=by.posting.organisation_id)
    return near.none()


def organisations_seen(by: User):
    """The organisations whose people `by` lists."""
    near = Organisation.objects.current()
    if by.posting is None:
        return near.none()
    if by.can(Permission.PEOPLE_MANAGE_DISTRICT):
        return near.managed_by(by)
    return near.filter(pk=by.posting.organisation_id)
