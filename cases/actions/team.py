"""The named team of a case: who joins, who leaves, and who takes on a restricted case that nobody has (domain 4 rule 1).

Nobody is on a team because of her role. Every change is a line that the team reads, and is told to it.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.accounts.second_person import may_give_access
from ltsa.audit.actions import record
from ltsa.clocks.actions import start_clock, stop_clock
from ltsa.timeline.actions import write_event
from services.codes import DisclosureGroup
from services.models import AccessGrant

from .. import notices
from ..codes import CaseState, RequestKind
from ..codes.clock import CaseClock
from ..models import AccessRequest, ActionStep, Case, CaseMember
from ..people import able_to_join, nameable
from ..transitions import NotPossible, NotYours, lock
from .deadlines import entrust_case_clocks
from .reporting import tend_report_clock


def form_team(case: Case, people, *, new: bool = False, by) -> list:
    """These come onto it, by name, and see its client; who was not there before is given back. `new`: nobody was."""
    there = set() if new else set(case.members.current().values_list("user", flat=True))
    joined = [person for person in people if person.pk not in there]
    CaseMember.objects.bulk_create(
        CaseMember(case=case, user=person, added_by=by) for person in joined
    )
    if case.restricted or case.organisation.works_with_survivors:
        let_in(case, joined)
    return joined


def let_in(case: Case, people) -> None:
    """By name: of a house for survivors nobody else meets its clients. Once is enough."""
    there = AccessGrant.objects.current().filter(subject=case.pk, deny=False, user__isnull=False)
    known, groups = set(there.values_list("user", flat=True)), _groups_known(case)
    AccessGrant.objects.bulk_create(
        AccessGrant(
            migrant_id=case.migrant_id,
            user=person,
            reason="team",
            groups=groups,
            subject=case.pk,
        )
        for person in people
        if person.pk not in known
    )


def _groups_known(case: Case) -> list[str]:
    """All of a client who is at home there or was handed over; of another's client no more than the house was told.

    Else whoever was let in to one group would open a case of her own and read the rest (rule 6).
    """
    house, client = case.organisation, case.migrant
    at_desk = client.of_desk and house.runs_desks and client.district_id == case.district_id
    if client.registered_by_id == house.pk or case.hand_over_consent_id or at_desk:
        return DisclosureGroup.values
    people = house.postings.current().values("user")
    told = AccessGrant.objects.current().filter(migrant=client, deny=False)
    told = told.filter(Q(organisation=house) | Q(user__in=people))
    held = {group for groups in told.values_list("groups", flat=True) for group in groups}
    return [group for group in DisclosureGroup.values if group in held]


def end_team(case: Case, *, besides=()) -> list:
    """All of it leave, or all but these; who left is given back."""
    now, kept = timezone.now(), [person.pk for person in besides]
    leaving = case.members.current().exclude(user__in=kept)
    people = [member.user for member in leaving]
    gone = [person.pk for person in people]
    case.members.filter(until=None, user__in=gone).update(until=now)
    grants = AccessGrant.objects.filter(subject=case.pk, user__in=gone, deny=False, reason="team")
    grants.filter(until=None).update(until=now)
    return people


def tend_waiting(case: Case, *, gone=None, by) -> bool:
    """Whether the case waits for somebody: then a clock runs, and whoever may take it on is told."""
    if not case.restricted:
        return False
    if not Case.objects.waiting().filter(pk=case.pk).exists():
        stop_clock(CaseClock.TAKE_ON, case, by=by)
        return False
    start_clock(
        CaseClock.TAKE_ON,
        case,
        organisation=case.organisation,
        private=True,
        priority=case.priority,
        by=by,
    )
    notices.case_waits(case, gone=gone, by=by)
    return True


def _settle(case: Case, verb: str, people, *, gone=None, by) -> None:
    """After its team has changed: whose it is, its clocks, the lines, and who is told."""
    team = set(case.members.current().values_list("user", flat=True))
    if case.owner_id not in team:
        case.owner = None
    case.version += 1
    case.save(update_fields=["owner", "version"])
    entrust_case_clocks(case, by=by)
    tend_report_clock(case, by=by)
    for person in people:
        write_event(f"member.{verb}", case, detail={"person": person.staff_code}, by=by)
    record("change", case, fields=["members"], by=by)
    notices.case_left(case)
    if not tend_waiting(case, gone=gone, by=by):
        notices.team_changed(case, by=by)


def leave_teams(user: User, organisation, *, to=None, note: str = "", by) -> None:
    """She leaves the house: she is on no team of it any more, and nobody inherits a restricted case (domain 4.1)."""
    hers = CaseMember.objects.filter(user=user, until=None, case__restricted=True)
    cases = Case.objects.filter(pk__in=hers.values("case"), organisation=organisation)
    for case in cases.select_for_update(of=("self",)).order_by("pk"):
        kept = [member.user for member in case.members.current() if member.user_id != user.pk]
        end_team(case, besides=kept)
        _settle(case, "leave", [user], gone=user, by=by)


@transaction.atomic
def take_on_case(case: Case, *, by) -> Case:
    """ "Saya tangani": she joins its team and has it. Of two at once one does. Raises NotYours, NotPossible."""
    case = lock(case)
    if not by.can(Permission.CASE_RESTRICTED) or not case.restricted:
        raise NotYours("take_on")
    if not Case.objects.visible_to(by).filter(pk=case.pk).exists():
        if not Case.objects.waiting().filter(pk=case.pk).exists():
            raise NotPossible(case, "take_on")
        if not Case.objects.waiting_for(by).filter(pk=case.pk).exists():
            raise NotYours("take_on")
    elif case.owner_id is not None or case.state == CaseState.CLOSED:
        raise NotPossible(case, "take_on")
    return _entrust(case, by, by=by)


@transaction.atomic
def name_worker(case: Case, *, to: User, by) -> Case:
    """The data protection officer names somebody of the house. Raises NotYours, NotPossible, ValidationError {to}."""
    case = lock(case)
    if not by.can(Permission.AUDIT_SEE):
        raise NotYours("name_worker")
    if not Case.objects.waiting().filter(pk=case.pk).exists():
        raise NotPossible(case, "name_worker")
    if not Case.objects.waiting_for(by).filter(pk=case.pk).exists():
        raise NotYours("name_worker")
    if to is None or not nameable(case, by=by).filter(pk=to.pk).exists():
        raise ValidationError({"to": _("Orang ini tidak dapat ditunjuk untuk kasus ini.")})
    return _entrust(case, to, by=by)


def _entrust(case: Case, person: User, *, by) -> Case:
    """Whoever stands on the team and cannot work on it any more leaves it; open tasks of those who left are hers."""
    if Case.objects.waiting().filter(pk=case.pk).exists():
        end_team(case)
    joined = form_team(case, [person], by=by)
    case.owner = person
    case.save(update_fields=["owner"])
    team = case.members.current().values("user")
    ActionStep.objects.open().filter(case=case).exclude(who__in=team).update(who=person)
    _settle(case, "take_on", [person], by=by)
    if joined and person.pk != by.pk:
        notices.case_handed_over(case, [person], by=by)
    return case


def _team_of(case: Case, verb: str, by) -> Case:
    """The restricted case, locked, that she sees and whose team she is of."""
    case = lock(case)
    seen = Case.objects.visible_to(by).filter(pk=case.pk, restricted=True)
    if not seen.exists() or not case.members.current().filter(user=by).exists():
        raise NotYours(verb)
    if case.state == CaseState.CLOSED:
        raise NotPossible(case, verb)
    return case


@transaction.atomic
def add_member(case: Case, *, person: User, by) -> CaseMember | AccessRequest:
    """One of the team adds a colleague; where she may not give access to her, somebody else decides.

    Raises NotYours, NotPossible, ValidationError {person}.
    """
    case = _team_of(case, "add_member", by)
    if person is None or not able_to_join(case).filter(pk=person.pk).exists():
        raise ValidationError({"person": _("Orang ini tidak dapat ditambahkan ke tim ini.")})
    if may_give_access(by, to=person):
        bring_in(case, person, by=by)
        return case.members.get(user=person, until=None)
    waiting = AccessRequest.objects.waiting().filter(case=case, kind=RequestKind.JOIN)
    if waiting.filter(person=person).exists():
        raise ValidationError({"person": _("Sudah diminta. Tunggu keputusan orang kedua.")})
    asked = AccessRequest.objects.create(
        kind=RequestKind.JOIN, case=case, person=person, asked_by=by
    )
    write_event("member.ask", case, detail={"person": person.staff_code}, by=by)
    record("create", asked, by=by)
    notices.access_asked(asked, by=by)
    return asked


def bring_in(case: Case, person: User, *, by) -> None:
    form_team(case, [person], by=by)
    _settle(case, "join", [person], by=by)


@transaction.atomic
def remove_member(case: Case, *, person: User, by) -> Case:
    """Herself; or by who has the case, or leads the house and is of its team. The last to go leaves it waiting."""
    case = _team_of(case, "remove_member", by)
    leads = by.can(Permission.OWN_ORGANISATION_SEE) or case.owner_id == by.pk
    if person.pk != by.pk and not leads:
        raise NotYours("remove_member")
    kept = [one.user for one in case.members.current() if one.user_id != person.pk]
    if len(kept) == case.members.current().count():
        raise NotPossible(case, "remove_member")
    end_team(case, besides=kept)
    _settle(case, "leave", [person], by=by)
    return case
