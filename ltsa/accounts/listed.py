"""A partner's supervisors are told when another district lists it in its directory, or no longer does."""

from ltsa.access import Permission
from ltsa.notifications.actions import notify
from ltsa.organisations.told import LISTED_ELSEWHERE

from .models import User


def tell_supervisors(organisation) -> None:
    heads = User.objects.holding(Permission.PEOPLE_MANAGE_OWN).working_for(organisation)
    link = f"/kelola/lembaga/{organisation.pk}/"
    notify(heads, "directory_changed", subject=organisation.pk, link=link)


LISTED_ELSEWHERE.append(tell_supervisors)
