"""Which parts of a client a reader is shown. Visible is one question, shown is another.

Those who registered her, and the desk of her district, see all groups. Whoever was let in by a grant sees the groups
of that grant. A district admin sees a masked line.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ltsa import phone
from ltsa.access import Permission

from .codes import (
    Ability,
    ClientType,
    ContactWay,
    Difficulty,
    DisclosureGroup,
    Phase,
    PhoneOwner,
    PhoneSafe,
)
from .models import AccessGrant, Migrant
from .numbers import masked

# Who works on the record itself, at home or on a case's team: more than any group says. A partner who was let in by a
# referral has the groups alone, as the preview told its sender.
WHOLE = "record"
LABELLED = {
    "phone_safe": PhoneSafe,
    "phone_owner": PhoneOwner,
    "contact_way": ContactWay,
    "phase": Phase,
    "client_type": ClientType,
}
ALL_GROUPS = frozenset([*DisclosureGroup.values, WHOLE])


def shown_groups(migrant: Migrant, user) -> frozenset[str]:
    """The disclosure groups of this client that this reader is shown; one query for a stranger's client."""
    return shown_groups_of([migrant], user)[migrant.pk]


def shown_groups_of(migrants, user) -> dict:
    """{id: disclosure groups} for a list of clients; at most one query, and none when all are at home here."""
    posting = user.posting
    if posting is None or user.can(Permission.CLIENT_SEE_MASKED):
        return {row.pk: frozenset() for row in migrants}
    shown = {row.pk: ALL_GROUPS for row in migrants if is_home(row, user)}
    shown |= {row.pk: row.shown_to[user.pk] for row in migrants if user.pk in row.shown_to}
    strangers = [row.pk for row in migrants if row.pk not in shown]
    if strangers:
        grants = AccessGrant.objects.current().to(user).filter(migrant__in=strangers, deny=False)
        shown |= {pk: frozenset() for pk in strangers}
        told: dict = {pk: {} for pk in strangers}
        columns = ("migrant", "groups", "reason", "shared")
        for pk, groups, reason, shared in grants.order_by("since").values_list(*columns):
            shown[pk] |= frozenset(groups)
            if reason == AccessGrant.Reason.TEAM:
                shown[pk] |= {WHOLE}
            for fields in (shared or {}).values():
                told[pk] |= fields
        for row in migrants:
            if row.pk in told and WHOLE not in shown[row.pk]:
                row.as_shared = told[row.pk]
    return shown


def said(migrant: Migrant, name: str):
    """This field as its reader was given it: at home as it is now, through a referral as it was shared last."""
    if not migrant.as_shared:
        return getattr(migrant, name)
    value = migrant.as_shared.get(name, "")
    return (date.fromisoformat(value) if value else None) if name == "birth_date" else value


def said_name(migrant: Migrant) -> str:
    return said(migrant, "full_name") or str(migrant)


def said_label(migrant: Migrant, name: str) -> str:
    """The same of a field of codes, in words."""
    labels = dict(LABELLED[name].choices)
    return str(labels.get(said(migrant, name), ""))


def is_home(migrant: Migrant, user) -> bool:
    """Registered by the reader's organisation, or by a desk of the district that she searches.

    Here alone are shown: the code word, the answers on disability, her family and schooling.
    """
    if user.posting is None or user.can(Permission.CLIENT_SEE_MASKED):
        return False
    if migrant.registered_by_id == user.posting.organisation_id:
        return True
    return (
        migrant.of_desk
        and user.can(Permission.CLIENT_SEARCH_DISTRICT)
        and migrant.district_id == user.posting.district_id
    )


def may_edit(migrant: Migrant, user, *, groups: frozenset[str] | None = None) -> bool:
    """Whoever is shown all that the form holds; a partner who was let in by a referral changes nothing.

    `groups` are those she is shown, when they are known already.
    """
    shown = shown_groups(migrant, user) if groups is None else groups
    return user.can(Permission.CLIENT_EDIT) and shown >= {
        WHOLE,
        DisclosureGroup.IDENTITY,
        DisclosureGroup.CONTACT,
        DisclosureGroup.JOURNEY,
    }


@dataclass(frozen=True)
class ShownClient:
    """A client as one reader sees her; empty text where she did not allow it."""

    migrant: Migrant
    groups: frozenset
    home: bool
    name: str
    nickname: str
    passport_name: str
    birth_date: date | None
    age_group: str
    village: str
    languages: str
    nik: str
    family_card: str
    passport: str
    phone: str
    phone_safe: str
    phone_owner: str
    contact_way: str
    contact_hours: str
    contact_asked_on: date | None
    phase: str
    client_type: str
    destination: str
    # At home alone
    code_word: str
    education: str
    marital_status: str
    children: int | None
    heard_from: str
    abilities: list
    disability: bool | None


def show_client(migrant: Migrant, user) -> ShownClient:
    groups, home = shown_groups(migrant, user), is_home(migrant, user)
    identity, contact, journey = (group in groups for group in ("identity", "contact", "journey"))
    named = identity and WHOLE in groups
    return ShownClient(
        migrant=migrant,
        groups=groups,
        home=home,
        name=said_name(migrant) if identity else masked_name(migrant),
        nickname=migrant.nickname if named else "",
        passport_name=migrant.passport_name if named else "",
        birth_date=said(migrant, "birth_date") if identity else None,
        age_group=migrant.age_group,
        village=_place(migrant) if identity else "",
        languages=migrant.languages if named else "",
        nik=masked(migrant, "nik") if named else "",
        family_card=masked(migrant, "family_card") if named else "",
        passport=masked(migrant, "passport") if named else "",
        phone=phone.mask(said(migrant, "phone")) if contact else "",
        phone_safe=said_label(migrant, "phone_safe") if contact else "",
        phone_owner=said_label(migrant, "phone_owner") if contact else "",
        contact_way=said_label(migrant, "contact_way") if contact else "",
        contact_hours=said(migrant, "contact_hours") if contact else "",
        contact_asked_on=migrant.contact_asked_on if contact else None,
        phase=said_label(migrant, "phase") if journey else "",
        client_type=said_label(migrant, "client_type") if journey else "",
        destination=said(migrant, "destination") if journey else "",
        code_word=masked(migrant, "code_word") if home else "",
        education=migrant.get_education_display() if home else "",
        marital_status=migrant.get_marital_status_display() if home else "",
        children=migrant.children if home else None,
        heard_from=migrant.get_heard_from_display() if home else "",
        abilities=ability_rows(migrant) if home else [],
        disability=migrant.disability if home else None,
    )


def _place(migrant: Migrant) -> str:
    return migrant.as_shared.get("village") or migrant.village.full_name


def ability_rows(migrant: Migrant) -> list[tuple[str, str]]:
    """[(question, answer)] in the order they are asked."""
    answers = migrant.abilities or {}
    return [
        (str(ability.label), str(Difficulty(answers[ability]).label))
        for ability in Ability
        if ability in answers
    ]


def masked_name(migrant: Migrant) -> str:
    """ "S•••" for a reader who may know that she is there, not who she is."""
    return f"{migrant.full_name[0]}•••" if migrant.full_name else _("Tanpa nama")
