"""Which parts of a client a reader is shown. Visible is one question, shown is another.

Those who registered her, and the desk of her district, see all groups. Whoever was let in by a grant sees the groups
of that grant. A district admin sees a masked line.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ltsa import nik, phone
from ltsa.access import Permission

from .codes import DisclosureGroup
from .models import AccessGrant, Migrant

ALL_GROUPS = frozenset(DisclosureGroup.values)


def shown_groups(migrant: Migrant, user) -> frozenset[str]:
    """The disclosure groups of this client that this reader is shown; one query for a stranger's client."""
    return shown_groups_of([migrant], user)[migrant.pk]


def shown_groups_of(migrants, user) -> dict:
    """{id: disclosure groups} for a list of clients with their `registered_by`; at most one query."""
    posting = user.posting
    if posting is None or user.can(Permission.CLIENT_SEE_MASKED):
        return {row.pk: frozenset() for row in migrants}
    shown = {row.pk: ALL_GROUPS for row in migrants if _is_home(row, user)}
    strangers = [row.pk for row in migrants if row.pk not in shown]
    if strangers:
        grants = AccessGrant.objects.current().to(user).filter(migrant__in=strangers, deny=False)
        shown |= {pk: frozenset() for pk in strangers}
        for pk, groups in grants.values_list("migrant", "groups"):
            shown[pk] |= frozenset(groups)
    return shown


def _is_home(migrant: Migrant, user) -> bool:
    """Registered by the reader's organisation, or by a desk of the district that she searches."""
    if migrant.registered_by_id == user.posting.organisation_id:
        return True
    return (
        migrant.registered_by.runs_desks
        and user.can(Permission.CLIENT_SEARCH_DISTRICT)
        and migrant.district_id == user.posting.district_id
    )


def may_edit(migrant: Migrant, user, *, groups: frozenset[str] | None = None) -> bool:
    """Whoever is shown all that the form holds; a partner who was let in to a part of it changes nothing.

    `groups` are those she is shown, when they are known already.
    """
    shown = shown_groups(migrant, user) if groups is None else groups
    return user.can(Permission.CLIENT_EDIT) and shown >= {
        DisclosureGroup.IDENTITY,
        DisclosureGroup.CONTACT,
        DisclosureGroup.JOURNEY,
    }


@dataclass(frozen=True)
class ShownClient:
    """A client as one reader sees her; empty text where she did not allow it."""

    migrant: Migrant
    name: str
    birth_date: object
    age_group: str
    village: str
    nik: str
    passport: str
    phone: str
    phone_safe: str
    phase: str
    client_type: str
    destination: str
    groups: frozenset


def show_client(migrant: Migrant, user) -> ShownClient:
    groups = shown_groups(migrant, user)
    identity, contact, journey = (group in groups for group in ("identity", "contact", "journey"))
    return ShownClient(
        migrant=migrant,
        name=str(migrant) if identity else masked_name(migrant),
        birth_date=migrant.birth_date if identity else None,
        age_group=migrant.age_group,
        village=migrant.village.full_name if identity else "",
        nik=nik.mask(migrant.nik) if identity and migrant.nik else "",
        passport=phone.mask(migrant.passport) if identity and migrant.passport else "",
        phone=phone.mask(migrant.phone) if contact and migrant.phone else "",
        phone_safe=migrant.get_phone_safe_display() if contact else "",
        phase=migrant.get_phase_display() if journey else "",
        client_type=migrant.get_client_type_display() if journey else "",
        destination=migrant.destination if journey else "",
        groups=groups,
    )


def masked_name(migrant: Migrant) -> str:
    """ "S•••" for a reader who may know that she is there, not who she is."""
    return f"{migrant.full_name[0]}•••" if migrant.full_name else _("Tanpa nama")
