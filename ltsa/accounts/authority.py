"""Authority over people, as one table beside the table of roles (domain 4.1). What no line allows is refused.

A line says: an actor of this role may do these acts, in these places, to people of these roles, in this way. The role of
the person decides, never the kind of her organisation: a post that reaches restricted records is given, moved and ended
by that organisation's own supervisor alone. District admins, data protection officers and system administrators are made by
`manage.py add_district` and `manage.py add_person`.

A person counts as reaching restricted records when any posting of hers did, does or will, or when a team still names her;
whether she is active, disabled or between two postings makes no difference.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from ltsa.access import Permission
from ltsa.organisations.models import Kind, Organisation

from .models import PersonAct, Posting, User
from .officers import data_protection_officers
from .permissions import ROLES, Role

Act = PersonAct.Act


class Place(StrEnum):
    """Where a posting lies, seen from the actor."""

    OWN = "own"
    DISTRICT = "district"
    ELSEWHERE = "elsewhere"
    NATION = "nation"


class How(StrEnum):
    ALONE = "alone"
    CONFIRMED = "confirmed"  # the data protection officer confirms it (ltsa/accounts/proposals.py)
    WAITS = "waits"  # a second person decides, and it waits a day (ltsa/accounts/resets.py)


class Only(StrEnum):
    WITHOUT_SUPERVISOR = "without_supervisor"  # the organisation has none and will have none
    NOBODY_ELSE = "nobody_else"  # no supervisor of the organisation but the person herself


RESTRICTED = tuple(role for role, held in ROLES.items() if Permission.CASE_RESTRICTED in held)
ORDINARY = (Role.DESK_OFFICER, Role.VILLAGE_VOLUNTEER, Role.VIEWER)
OF_AN_ORGANISATION = (Role.DESK_OFFICER, *RESTRICTED)

ROLES_OF_KIND: dict[str, tuple[Role, ...]] = {
    Kind.GOVERNMENT: (
        Role.DESK_OFFICER,
        Role.COUNSELLOR,
        Role.COMPANION,  # the UPTD PPA (Perpres 55/2024) works as women's organisations do
        Role.SUPERVISOR,
        Role.VIEWER,
    ),
    Kind.UNION: (Role.COUNSELLOR, Role.SUPERVISOR),
    Kind.WOMENS_ORGANISATION: (Role.COMPANION, Role.SUPERVISOR),
    Kind.VILLAGE: (Role.VILLAGE_VOLUNTEER,),
    Kind.OTHER: (),
}

POSTING_ACTS = (Act.INVITE, Act.POST, Act.EXTEND, Act.MOVE, Act.END, Act.NAME_SUCCESSOR)
ACCOUNT_ACTS = (Act.DISABLE, Act.ENABLE, Act.REINVITE, Act.CHANGE_NAME)
RESETS = (Act.CHANGE_MAIL, Act.RESET_FACTOR)


@dataclass(frozen=True)
class Line:
    actor: Role
    acts: tuple[str, ...]
    places: tuple[Place, ...]
    roles: tuple[str, ...]
    how: How = How.ALONE
    reaching: bool = False  # also people who reach restricted records
    only: Only | None = None


AUTHORITY = (
    # An organisation's own supervisor.
    Line(
        Role.SUPERVISOR,
        POSTING_ACTS + ACCOUNT_ACTS,
        (Place.OWN,),
        OF_AN_ORGANISATION,
        reaching=True,
    ),
    Line(Role.SUPERVISOR, RESETS, (Place.OWN,), (Role.DESK_OFFICER,)),
    Line(Role.SUPERVISOR, RESETS, (Place.OWN,), OF_AN_ORGANISATION, how=How.WAITS, reaching=True),
    # A district admin: people without access to restricted records, and the proposal of a first supervisor.
    Line(
        Role.DISTRICT_ADMIN,
        POSTING_ACTS + ACCOUNT_ACTS + RESETS,
        (Place.OWN, Place.DISTRICT),
        ORDINARY,
    ),
    Line(
        Role.DISTRICT_ADMIN,
        (Act.INVITE, Act.POST),
        (Place.OWN, Place.DISTRICT),
        (Role.SUPERVISOR,),
        how=How.CONFIRMED,
        only=Only.WITHOUT_SUPERVISOR,
    ),
    # The data protection officer, where the organisation has nobody: what an office of one could not do for itself.
    Line(
        Role.DATA_PROTECTION_OFFICER,
        (Act.END, Act.DISABLE),
        (Place.OWN, Place.DISTRICT),
        RESTRICTED,
        reaching=True,
        only=Only.NOBODY_ELSE,
    ),
    Line(
        Role.DATA_PROTECTION_OFFICER,
        RESETS,
        (Place.OWN, Place.DISTRICT),
        RESTRICTED,
        how=How.WAITS,
        reaching=True,
        only=Only.NOBODY_ELSE,
    ),
)

# Upper apps say who holds restricted records by name, and who is shut out of what another may see.
HOLDERS: list[Callable[[User], bool]] = []
BARRIERS: list[Callable[[User, User], bool]] = []
# What would put the account, or the end of it, into the hands of somebody who is shut out.
BARRED = (Act.END, Act.MOVE, Act.DISABLE, Act.REINVITE, Act.NAME_SUCCESSOR, *RESETS)


def holds_restricted(find: Callable[[User], bool]) -> Callable[[User], bool]:
    """Register `find(person)`: whether a team of restricted records names this person."""
    HOLDERS.append(find)
    return find


def bars(find: Callable[[User, User], bool]) -> Callable[[User, User], bool]:
    """Register `find(by, person)`: whether `by` is shut out of something that `person` may see."""
    BARRIERS.append(find)
    return find


def on_a_team(person: User) -> bool:
    return any(find(person) for find in HOLDERS)


def reaches_restricted(person: User) -> bool:
    """Whether this person could, can or will reach restricted records."""
    return person.postings.filter(role__in=RESTRICTED).exists() or on_a_team(person)


def present_postings(person: User) -> list[Posting]:
    """What she works at now or will; without any, her last posting."""
    unended = list(person.postings.unended().with_place())
    return unended or list(person.postings.with_place().order_by("-ends_on", "-starts_on")[:1])


def place_of(organisation: Organisation, *, by: User) -> Place | None:
    mine = by.posting
    if mine is None:
        return None
    if by.can(Permission.PEOPLE_CONFIRM):
        officers = data_protection_officers(organisation.district_id)
        return Place.DISTRICT if officers.filter(pk=by.pk).exists() else Place.ELSEWHERE
    if organisation.pk == mine.organisation_id:
        return Place.OWN
    if organisation.district_id is None:
        return Place.NATION
    return Place.DISTRICT if organisation.district_id == mine.district_id else Place.ELSEWHERE


def how(
    act: str,
    *,
    by: User,
    organisation: Organisation,
    role: str,
    person: User | None = None,
    reaching: bool = False,
) -> How | None:
    """The first line that allows this act in this place on this role; None: refused."""
    place = place_of(organisation, by=by)
    if place is None or by.posting is None or not by.is_active:
        return None
    for line in AUTHORITY:
        on_her = role in line.roles and (line.reaching or not reaching)
        if line.actor == by.posting.role and act in line.acts and place in line.places and on_her:
            if line.only and _has_supervisor(organisation, besides=person):
                continue
            return line.how
    return None


def _has_supervisor(organisation: Organisation, *, besides: User | None) -> bool:
    heads = organisation.postings.unended().filter(role=Role.SUPERVISOR, user__is_active=True)
    return (heads.exclude(user=besides) if besides else heads).exists()


def ways_to_post(
    organisation: Organisation, *, by: User, person: User | None = None
) -> dict[Role, How]:
    """The roles that `by` may give there, to somebody new or to `person`, each with how."""
    act, reaching, ends = Act.INVITE, False, True
    if person is not None:
        if not _is_near(person, by=by):
            return {}
        held = _lasting(present_postings(person))
        reaching = any(one.role in RESTRICTED for one in held) or on_a_team(person)
        act, ends = Act.POST, all(how_to_end(one, by=by, act=Act.MOVE) for one in held)
    ways = {
        role: how(act, by=by, organisation=organisation, role=role, reaching=reaching)
        for role in ROLES_OF_KIND[organisation.kind]
        if ends
    }
    return {role: way for role, way in ways.items() if way is not None}


def how_to_post(organisation: Organisation, role: str, *, by: User, person: User | None = None):
    """How `by` may give this role there; None: refused."""
    return ways_to_post(organisation, by=by, person=person).get(role)  # type: ignore[call-overload]


def how_to_end(posting: Posting, *, by: User, act: str = Act.END) -> How | None:
    """How `by` may end (move, extend, or name a successor for) this posting; None: refused."""
    person = posting.user
    if person.pk == by.pk or (act in BARRED and _is_barred(by, person)):
        return None
    return how(
        act,
        by=by,
        organisation=posting.organisation,
        role=posting.role,
        person=person,
        reaching=on_a_team(person),
    )


def ways_to_change(person: User, *, by: User) -> dict[str, How]:
    """What `by` may do to the account of `person`, each with how.

    Everything she works at now or will must be within reach of `by`, and so must what she once could see.
    """
    if not _is_near(person, by=by):
        return {}
    postings, reaching, barred = (
        present_postings(person),
        reaches_restricted(person),
        _is_barred(by, person),
    )
    found: dict[str, How] = {}
    for act in ACCOUNT_ACTS + RESETS:
        # Nobody has ever signed in with it: then it is the address of an invitation.
        asked = Act.REINVITE if act in RESETS and not person.has_usable_password() else act
        ways = [
            how(
                asked,
                by=by,
                organisation=one.organisation,
                role=one.role,
                person=person,
                reaching=reaching,
            )
            for one in postings
        ]
        if ways and None not in ways and not (barred and act in BARRED):
            found[act] = How.WAITS if How.WAITS in ways else How.ALONE
    return found


def how_to_change(act: str, person: User, *, by: User) -> How | None:
    """How `by` may do this to the account of `person`; None: refused."""
    return ways_to_change(person, by=by).get(act)


def _is_near(person: User, *, by: User) -> bool:
    return person.pk != by.pk and User.objects.visible_to(by).filter(pk=person.pk).exists()


def _is_barred(by: User, person: User) -> bool:
    return any(find(by, person) for find in BARRIERS)


def _lasts(posting: Posting) -> bool:
    return posting.ends_on is None or posting.ends_on > max(timezone.localdate(), posting.starts_on)


def _lasting(postings: list[Posting]) -> list[Posting]:
    return [one for one in postings if _lasts(one)]
