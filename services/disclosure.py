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
from .querysets import DESK_KINDS

ALL_GROUPS = frozenset(DisclosureGroup.values)


def shown_groups(migrant: Migrant, user) -> frozenset[str]:
    """The disclosure groups of this client that this reader is shown; one query for a stranger's client."""
    posting = user.posting
    if posting is None or user.can(Permission.CLIENT_SEE_MASKED):
        return frozenset()
    if migrant.registered_by_id == posting.organisation_id:
        return ALL_GROUPS
    at_a_desk = migrant.registered_by.kind in DESK_KINDS
    if (
        at_a_desk
        and user.can(Permission.CLIENT_SEARCH_DISTRICT)
        and migrant.district_id == posting.district_id
    ):
        return ALL_GROUPS
    grants = AccessGrant.objects.current().to(user).filter(migrant=migrant, deny=False)
    return frozenset(group for groups in grants.values_list("groups", flat=True) for group in groups)


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
