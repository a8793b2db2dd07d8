"""Cases and tasks go from one colleague to another, with a note of what is under way (domain 10: desk rotation)."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ltsa.access import Permission
from ltsa.accounts.models import User
from ltsa.audit.actions import record
from ltsa.clocks.actions import entrust_clocks
from ltsa.timeline.actions import write_event
from services.models import AccessGrant
from services.querysets.grants import shut_out

from .. import notices
from ..disclosure import needs_limits
from ..models import ActionStep, Case, CaseMember, CaseNote
from ..people import assignable
from ..transitions import OPEN_CASE, lock
from .deadlines import entrust_case_clocks, tend_tasks
from .team import end_team, form_team

RESTRICTED, CONFLICT, SAME = "restricted", "conflict", "same"


@dataclass
class Preview:
    """What would move, and what would not and why (a code of above); nothing has moved yet."""

    able: list[Case] = field(default_factory=list)
    unable: list[tuple[Case, str]] = field(default_factory=list)


def preview_reassigning(cases, to: User) -> Preview:
    """Which of these cases `to` can take over: of the same house, allowed to, not shut out.

    A restricted case goes to somebody who is on its team by name, and to nobody else (domain 4 rule 1).
    """
    cases = list(cases)
    clients = [case.migrant_id for case in cases]
    shut = set(
        AccessGrant.objects.current()
        .against(to)
        .filter(migrant__in=clients)
        .values_list("migrant", flat=True)
    )
    hers = CaseMember.objects.filter(user=to, until=None, case__in=[one.pk for one in cases])
    named, found = set(hers.values_list("case", flat=True)), Preview()
    for case in cases:
        why = _why_not(case, to, shut, named)
        if why:
            found.unable.append((case, why))
        else:
            found.able.append(case)
    return found


def _why_not(case: Case, to: User, shut: set, named: set) -> str:
    if case.migrant_id in shut:
        return CONFLICT
    if case.restricted and not (case.pk in named and to.can(Permission.CASE_RESTRICTED)):
        return RESTRICTED
    return SAME if case.owner_id == to.pk else ""


@transaction.atomic
def reassign_cases(cases, *, to: User, note: str = "", by) -> int:
    """Give these cases, which one sees, to a colleague; what she cannot take stays. How many moved.

    Raises ValidationError when `to` does not work on cases of the house.
    """
    house = by.posting.organisation
    able = User.objects.filter(
        pk__in=User.objects.holding(Permission.CASE_WORK).working_for(house).values("pk")
    )
    if not able.filter(pk=to.pk).exists():
        raise ValidationError({"to": _("Pilih rekan selembaga yang menangani kasus.")})
    # Nobody reassigns what she does not see: nor a case whose client she is shut out of.
    seen = Case.objects.visible_to(by).filter(organisation=house)
    there = seen.filter(pk__in=[case.pk for case in cases])
    # As they stand now, held until the end: a case that has just become restricted, or went elsewhere, stays.
    held = there.select_for_update(of=("self",)).order_by("pk")
    moved = [_move(case, to, note, by) for case in preview_reassigning(held, to).able]
    if moved:
        notices.cases_entrusted(to, moved, by=by)
    return len(moved)


def _move(case: Case, to: User | None, note: str, by) -> Case:
    """Owner, team, open tasks and clocks; her note stands in the case."""
    case = lock(case)
    before = case.owner_id
    if before and before != getattr(to, "pk", None):
        end_team(
            case, besides=[one.user for one in case.members.current() if one.user_id != before]
        )
    if to is not None:
        form_team(case, [to], by=by)
        ActionStep.objects.filter(case=case, state="open", who=before).update(who=to)
    case.owner = to
    case.version += 1
    case.save()
    entrust_clocks(case, owner=to, by=by)
    entrust_case_clocks(case, by=by)
    # One note goes into many cases: into none of which the limits of confidentiality were not explained.
    if note.strip() and not needs_limits(case):
        CaseNote.objects.create(case=case, text=note, by=by)
    client = None if case.restricted else case.migrant_id
    own = {"own": True} if before == by.pk else {}
    write_event("reassign.case", case, client=client, detail=own, by=by)
    record("change", case, fields=["owner"], by=by)
    if case.restricted:
        notices.case_left(case)
        notices.team_changed(case, by=by)
    return case


def hand_on_cases(user: User, organisation, *, to: User | None, note: str, by) -> None:
    """She leaves the house: ordinary cases that `to` may take go to her; the rest waits without owner.

    Of restricted ones nobody is a successor (actions/team.py). And whoever is shut out of a client gives none of
    hers to anybody.
    """
    held = [case for case in open_cases_of(user, organisation) if not case.restricted]
    mine = Case.objects.filter(pk__in=[case.pk for case in held]).exclude(migrant__in=shut_out(by))
    able = preview_reassigning(mine, to).able if to is not None else []
    moved = [_move(case, to, note, by) for case in able]
    for case in held:
        if case not in able:
            _move(case, None, note, by)
    if to is not None and moved:
        notices.cases_entrusted(to, moved, by=by)


def open_cases_of(user: User, organisation) -> list[Case]:
    """Where she is the owner, or one of the team with open tasks; asked by the system, not by a reader."""
    return list(Case.objects.filter(owner=user, organisation=organisation, state__in=OPEN_CASE))


def hand_on_steps(user: User, organisation, *, to: User | None, note: str, by) -> None:
    """Tasks in cases of others: to whoever goes on, else to the owner of the case."""
    steps = open_steps_of(user, organisation).exclude(case__migrant__in=shut_out(by))
    for step in steps.select_related("case"):
        heir = _heir(step.case, to)
        if heir is not None:
            ActionStep.objects.filter(pk=step.pk).update(who=heir)
            tend_tasks(step.case, by=by)
            write_event("reassign.step", step.case, client=step.case.migrant_id, by=by)


def _heir(case: Case, to: User | None) -> User | None:
    """The owner, else `to`; nobody who does not see the case."""
    near = [person for person in (case.owner, to) if person is not None]
    seeing = set(assignable(case).filter(pk__in=[person.pk for person in near]))
    return next((person for person in near if person in seeing), None)


def open_steps_of(user: User, organisation):
    steps = ActionStep.objects.open().filter(who=user, case__organisation=organisation)
    return steps.exclude(case__owner=user)
