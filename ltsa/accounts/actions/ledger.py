"""The ledger of acts on people: written with every act, told to whoever must know, read by the second person."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse

from ltsa.access import Permission
from ltsa.notifications.actions import notify
from ltsa.organisations.models import Organisation

from ..models import PersonAct, User
from ..officers import data_protection_officers

Act = PersonAct.Act


def still_acting(by: User, *organisations: Organisation) -> User:
    """Lock these organisations in one order and give back the actor as she stands now.

    Two supervisors who end each other at once are one after the other, and the second is no supervisor any more.
    Inside a transaction. Raises PermissionDenied for an actor who has no posting or is disabled by now.
    """
    here = [by.posting.organisation_id] if by.posting else []
    pks = sorted({*here, *(one.pk for one in organisations)})
    list(Organisation.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk"))
    actor = User.objects.filter(pk=by.pk, is_active=True).first()
    if actor is None or actor.posting is None:
        raise PermissionDenied
    return actor


def write_act(
    act: str, person: User, *, organisation: Organisation | None = None, by: User | None
) -> PersonAct:
    """Write it down, and tell the supervisors of the organisation; inside the transaction of the act."""
    organisation = organisation or organisation_of(person)
    row = PersonAct.objects.create(act=act, person=person, organisation=organisation, by=by)
    if organisation is not None:
        tell_supervisors(organisation, besides=[person.pk, by.pk if by else None])
    return row


def organisation_of(person: User) -> Organisation | None:
    """Where she works or will, else where she worked last."""
    posting = person.postings.unended().with_place().order_by("starts_on").first()
    posting = posting or person.postings.with_place().order_by("-ends_on").first()
    return posting.organisation if posting else None


def supervisors_of(organisation: Organisation):
    return User.objects.holding(Permission.PEOPLE_MANAGE_OWN).working_for(organisation)


def tell_supervisors(organisation: Organisation, *, besides=()) -> None:
    """One neutral line: something was done to people of their organisation; where it has none, to the officer."""
    people = supervisors_of(organisation)
    if not people.exists():
        people = data_protection_officers(organisation.district_id)
    notify(
        people.exclude(pk__in=[pk for pk in besides if pk]), "account", link=reverse("people:acts")
    )
