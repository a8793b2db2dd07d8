"""Who may give which role, and where (domain 4.1).

A district admin posts people in her own district, a supervisor in her own organisation. The kind of an organisation
says which roles exist in it. Nobody changes herself.
"""

from ltsa.access import Permission
from ltsa.organisations.models import Kind, Organisation

from .models import Posting, User
from .permissions import Role

ROLES_OF_KIND: dict[str, tuple[Role, ...]] = {
    Kind.GOVERNMENT: (
        Role.DESK_OFFICER,
        Role.COUNSELLOR,
        Role.COMPANION,  # the UPTD PPA (Perpres 55/2024) works as women's organisations do
        Role.SUPERVISOR,
        Role.DISTRICT_ADMIN,
    ),
    Kind.UNION: (Role.COUNSELLOR, Role.SUPERVISOR),
    Kind.WOMENS_ORGANISATION: (Role.COMPANION, Role.SUPERVISOR),
    Kind.VILLAGE: (Role.VILLAGE_VOLUNTEER,),
    Kind.OTHER: (),
}

GIVEN_BY_SUPERVISOR = {Role.DESK_OFFICER, Role.COUNSELLOR, Role.COMPANION, Role.SUPERVISOR}


def organisations_for(by: User):
    """The organisations in which `by` may post people."""
    organisations = Organisation.objects.current().exclude(kind=Kind.OTHER)
    if by.can(Permission.PEOPLE_MANAGE_DISTRICT):
        return organisations.managed_by(by)
    if by.posting and by.can(Permission.PEOPLE_MANAGE_OWN):
        return organisations.filter(pk=by.posting.organisation_id)
    return organisations.none()


def roles_for(organisation: Organisation, *, by: User) -> tuple[Role, ...]:
    """The roles that `by` may give in this organisation; () where she may post nobody."""
    roles, mine = ROLES_OF_KIND[organisation.kind], by.posting
    if mine is None:
        return ()
    if by.can(Permission.PEOPLE_MANAGE_DISTRICT):
        here = organisation.district_id and organisation.district_id == mine.district_id
        return roles if here else ()
    if by.can(Permission.PEOPLE_MANAGE_OWN) and organisation.pk == mine.organisation_id:
        return tuple(role for role in roles if role in GIVEN_BY_SUPERVISOR)
    return ()


def may_change(posting: Posting, *, by: User) -> bool:
    """Whether `by` may move or end this posting."""
    return posting.user_id != by.pk and posting.role in roles_for(posting.organisation, by=by)


def may_manage(person: User, *, by: User) -> bool:
    """Whether `by` may post, invite again, rename, disable or enable this person.

    Everything the person works at now or will must be within reach; someone without any posting belongs to
    whoever sees her (UserQuerySet.visible_to).
    """
    if person.pk == by.pk or not User.objects.visible_to(by).filter(pk=person.pk).exists():
        return False
    postings = person.postings.unended().select_related("organisation")
    return all(may_change(posting, by=by) for posting in postings)


def may_take_over(person: User, *, by: User) -> bool:
    """Whether `by` may change where this person's password links go, or take her second factor away.

    Whoever can do that can become her. So for people who reach restricted cases it stays inside their own house: a
    district admin is not on any team and must not get there through a partner's account (domain 4 rules 1 and 3).
    """
    if not may_manage(person, by=by):
        return False
    if not person.has_usable_password() or not person.can(Permission.CASE_RESTRICTED):
        return True
    hers, mine = person.posting, by.posting
    return bool(hers and mine and hers.organisation_id == mine.organisation_id)
