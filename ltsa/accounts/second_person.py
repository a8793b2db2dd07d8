"""Who counts as a second person, in two grades (domain 4.1). Asked here by closing, plans, break-glass, locks, teams, resets.

(a) *Approving*: neither the worker nor somebody whom the worker invited; no waiting.
(b) *Giving access*: neither of the two made, extended or reset the other, and she who gives has been in post for
SECOND_PERSON_DAYS by the server's time. Where an organisation has nobody such, the data protection officer decides.
"""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ltsa.access import Permission

from .models import PersonAct, Posting, User
from .officers import data_protection_officers

Act = PersonAct.Act
# Whoever did one of these to somebody has her account, or her days in post, in hand.
MAKING = (
    Act.INVITE,
    Act.POST,
    Act.EXTEND,
    Act.MOVE,
    Act.REINVITE,
    Act.CHANGE_MAIL,
    Act.RESET_FACTOR,
)


def may_approve(person: User, *, worker_ids) -> bool:
    """Grade (a): whether `person` may approve the work of these people (ids; None among them is nobody)."""
    workers = {pk for pk in worker_ids if pk is not None}
    if not workers or person.pk in workers:
        return False
    return not PersonAct.objects.filter(act=Act.INVITE, by__in=workers, person=person).exists()


def approvers(people, *, worker_ids):
    """Grade (a) as a narrowing of a queryset of people."""
    workers = {pk for pk in worker_ids if pk is not None}
    invited = PersonAct.objects.filter(act=Act.INVITE, by__in=workers, person=OuterRef("pk"))
    return people.exclude(pk__in=workers).exclude(Exists(invited))


def may_give_access(giver: User, *, to: User) -> bool:
    """Grade (b): whether `giver` may open something to `to`, or confirm what `to` asked for."""
    people = User.objects.filter(pk=giver.pk)
    return giver.pk != to.pk and narrow_to_givers(people, to=to).exists()


def givers(organisation, *, to: User, holding: Permission):
    """The people of this organisation with this permission who may give access to `to`."""
    people = User.objects.filter(
        pk__in=User.objects.holding(holding).working_for(organisation).values("pk")
    )
    return narrow_to_givers(people, to=to)


def deciders(organisation, *, to: User, holding: Permission):
    """Those of `givers`; where there is nobody, the data protection officer."""
    able = givers(organisation, to=to, holding=holding)
    if able.exists():
        return able
    return data_protection_officers(organisation.district_id).exclude(pk=to.pk)


def narrow_to_givers(people, *, to: User):
    """Of these people those who are long enough in post and have no hand in each other's account."""
    now = timezone.now()
    since = now - timedelta(days=settings.SECOND_PERSON_DAYS)
    settled = Posting.objects.current().filter(
        user=OuterRef("pk"), posted_at__lte=since, starts_on__lte=timezone.localdate(since)
    )
    made = PersonAct.objects.filter(act__in=MAKING).filter(
        Q(by=to, person=OuterRef("pk")) | Q(by=OuterRef("pk"), person=to)
    )
    return people.exclude(pk=to.pk).filter(Exists(settled)).exclude(Exists(made))
