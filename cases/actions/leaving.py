"""What those who are shut out of a client had in hand: team, ownership, tasks, referrals, grants, lines of the inbox."""

from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.clocks.actions import entrust_clocks
from ltsa.notifications.models import Notification
from services.locks import shut_houses, shut_people
from services.merged import records_of
from services.models import AccessGrant

from .. import notices
from ..models import ActionStep, Case, CaseMember, Referral
from ..people import assignable
from ..transitions import UNANSWERED
from .deadlines import entrust_case_clocks
from .referral_clocks import move_referral
from .referral_ends import end_grants, ended


def leave_hand(migrant_id, *, by) -> None:
    """Inside the transaction of a lock: whoever is shut out now leaves every case of this client. Safe to repeat."""
    records = list(records_of(migrant_id).values_list("pk", flat=True))
    cases = list(Case.objects.select_for_update(of=("self",)).filter(migrant__in=records))
    shut = list(User.objects.filter(shut_people(migrant_id)).values_list("pk", flat=True))
    houses = list(shut_houses(migrant_id).values_list("pk", flat=True))
    now = timezone.now()
    _end_referrals(cases, houses)
    give_back_claims(shut, case__in=cases)
    CaseMember.objects.filter(case__in=cases, user__in=shut, until=None).update(until=now)
    _disown(cases, set(shut))
    _pass_on_steps(cases, shut, by)
    for case in cases:
        entrust_case_clocks(case, by=None)
    given = AccessGrant.objects.current().filter(migrant__in=records, deny=False)
    given.filter(organisation__in=houses).update(until=now)
    given.filter(user__in=shut).update(until=now)
    _empty_inboxes(cases, shut)


def _end_referrals(cases, houses) -> None:
    """Both sides read that it has ended, and neither reads why."""
    on_their_way = Referral.objects.open().filter(case__in=cases, to__in=houses)
    for referral in on_their_way.exclude(state="draft").select_related("case", "to", "sender"):
        end_grants(referral)
        referral = move_referral(
            referral, "expire", by=None, change=ended, detail={"why": "conflict"}
        )
        notices.referral_shut(referral)


def claims_of(people, **narrowed):
    return Referral.objects.filter(claimed_by__in=people, state__in=UNANSWERED, **narrowed)


def give_back_claims(people, **narrowed) -> None:
    """What they took and have not answered is anybody's again, and those on duty hear of it. No event: why is secret."""
    theirs = claims_of(people, **narrowed)
    for referral in theirs.select_for_update(of=("self",)).select_related("case", "to", "sender"):
        referral.claimed_by = referral.claimed_at = None
        referral.version += 1
        referral.save(update_fields=["claimed_by", "claimed_at", "version"])
        entrust_clocks(referral, owner=None, by=None)
        notices.referral_sent(referral, by=None)


def _disown(cases, shut: set) -> None:
    owned = [case for case in cases if case.owner_id in shut]
    for case in owned:
        case.owner = None
        case.version += 1
        entrust_clocks(case, owner=None, by=None)
    Case.objects.bulk_update(owned, ["owner", "version"])


def _pass_on_steps(cases, shut, by) -> None:
    """Her open tasks go to the owner, else to whoever locked her out, else to the first who may have them."""
    theirs = ActionStep.objects.filter(case__in=cases, who__in=shut).open()
    for case in [one for one in cases if one.pk in set(theirs.values_list("case", flat=True))]:
        people = list(assignable(case))
        near = [one for one in people if one.pk in (case.owner_id, by and by.pk)]
        if people:
            theirs.filter(case=case).update(who=(near or people)[0])


def _empty_inboxes(cases, shut) -> None:
    """Lines that were sent before would still tell a number, and lead to a page that is not there."""
    about = [case.pk for case in cases]
    sent = Referral.objects.filter(case__in=cases).values("pk")
    lines = Notification.objects.filter(user__in=shut)
    lines.filter(subject__in=about).delete()
    lines.filter(subject__in=sent).delete()
