"""Who is told what happened: recipients by permission, never the one who did it, never anything personal."""

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.notifications.actions import notify

from .models import Case, Referral


def _answerers(organisation):
    """Those of an organisation who may answer referrals; for a desk that is served too, its supervisor."""
    return User.objects.holding(Permission.REFERRAL_ANSWER).working_for(organisation)


def _senders(referral: Referral):
    """The officer who sent it, the case's owner and its team, as long as they work for the sender."""
    people = {referral.created_by_id, referral.case.owner_id} - {None}
    members = referral.case.members.filter(until__isnull=True).values_list("user", flat=True)
    working = User.objects.holding(Permission.REFERRAL_SEND).working_for(referral.sender)
    return working.filter(pk__in=people | set(members))


def _tell(people, kind: str, referral: Referral, *, by, due_at=None) -> None:
    notify(
        people.exclude(pk=by.pk) if by else people,
        kind,
        subject=referral.pk,
        link=f"/rujukan/{referral.pk}/",
        code=referral.code,
        due_at=due_at,
        emergency=referral.priority == "emergency" and due_at is not None,
    )


def referral_sent(referral: Referral, *, by) -> None:
    _tell(_answerers(referral.to), "referral_received", referral, by=by, due_at=referral.due_at)


def referral_answered(referral: Referral, kind: str, *, by) -> None:
    _tell(_senders(referral), kind, referral, by=by)


def referral_note(referral: Referral, *, to_recipient: bool, by) -> None:
    people = _answerers(referral.to) if to_recipient else _senders(referral)
    _tell(people, "referral_question", referral, by=by)


def referral_ended(referral: Referral, *, by=None) -> None:
    """Withdrawn, completed or expired: the recipient is told; when nobody did it, the sender too."""
    _tell(_answerers(referral.to), "referral_withdrawn", referral, by=by)
    if by is None:
        _tell(_senders(referral), "referral_withdrawn", referral, by=None)


def case_handed_over(case: Case, team, *, by) -> None:
    people = User.objects.filter(pk__in=[person.pk for person in team]).exclude(pk=by.pk)
    notify(people, "case_handed_over", subject=case.pk, link=f"/kasus/{case.pk}/", code=case.code)


def case_taken_back(case: Case, team, keepers, *, by) -> None:
    """Those who had it are told that it is gone, without a way back to it; those at home find it there."""
    had = User.objects.filter(pk__in=[person.pk for person in team]).exclude(pk=by.pk)
    notify(had, "case_moved", subject=case.pk, link="/kasus/", code=case.code)
    case_handed_over(case, keepers, by=by)
