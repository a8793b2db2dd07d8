"""What somebody leaves behind here when she goes: open cases, and tasks in the cases of others."""

from django.utils.translation import gettext_lazy as _

from ltsa.accounts.leaving import left_behind

from .actions.leaving import claims_of, give_back_claims
from .actions.reassigning import hand_on_cases, hand_on_steps, open_cases_of, open_steps_of
from .actions.team import leave_teams
from .models import CaseMember


@left_behind(_("kasus terbuka"), hand_on=hand_on_cases)
def open_cases(user, organisation) -> int:
    return sum(not case.restricted for case in open_cases_of(user, organisation))


@left_behind(_("kasus terbatas (menunggu timnya)"), hand_on=leave_teams, heir=False)
def restricted_cases(user, organisation) -> int:
    teams = CaseMember.objects.filter(user=user, until=None, case__restricted=True)
    return teams.filter(case__organisation=organisation).count()


@left_behind(_("tugas terbuka"), hand_on=hand_on_steps)
def open_steps(user, organisation) -> int:
    return open_steps_of(user, organisation).count()


def _give_back(user, organisation, *, to, note, by) -> None:
    """Not to whoever goes on with her cases: those on duty take it."""
    give_back_claims([user], to=organisation)


@left_behind(_("rujukan yang diambil"), hand_on=_give_back)
def claimed(user, organisation) -> int:
    return claims_of([user], to=organisation).count()
