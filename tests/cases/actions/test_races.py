"""Two people at the same moment, each on a connection of her own: exactly one wins, and nothing is done twice."""

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from cases import actions
from cases.models import (
    ActionPlan,
    BreakGlass,
    Case,
    CaseClosing,
    CaseMember,
    CaseNote,
    Promise,
    Recovery,
    Referral,
)
from cases.transitions import NotPossible
from ltsa.accounts.models import User
from ltsa.accounts.permissions import Role
from ltsa.idempotency.actions import once
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from services.actions import create_migrant
from services.models import AccessGrant, Migrant
from tests.cases.mediations import ask, hear, in_progress, money, pay
from tests.clients import SUHARTI

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """What each call returns or raises, all of them started at the same moment."""
    start = threading.Barrier(len(calls))

    def run(call):
        start.wait()
        try:
            return call()
        except (NotPossible, Stale, ValidationError) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def refused(results) -> int:
    return sum(isinstance(result, Exception) for result in results)


def test_of_two_accepts_at_once_exactly_one_wins(cast, referral):
    people = [cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]]
    results = at_once(
        *[lambda who=who: actions.accept_referral(referral, by=who) for who in people]
    )
    assert refused(results) == 1
    # One for the house, and one for her who has it: there nobody else but the supervisor meets the client.
    grants = AccessGrant.objects.filter(subject=referral.pk)
    assert sorted(grant.user is not None for grant in grants) == [False, True]
    # One of the two sides answers for the sender's inbox, once a person.
    told = list(
        Notification.objects.filter(kind="referral_accepted").values_list("user", flat=True)
    )
    assert len(told) == len(set(told)) > 0


def test_an_answer_and_a_withdrawal_at_once_leave_one_truth(cast, referral):
    results = at_once(
        lambda: actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"]),
        lambda: actions.withdraw_referral(referral, by=cast["meja.cirebon"]),
    )
    assert refused(results) == 1
    won = next(result for result in results if not isinstance(result, Exception))
    assert Referral.objects.get(pk=referral.pk).state == won.state


def test_two_drafts_to_one_partner_at_once_make_one(case, make_referral):
    results = at_once(*[lambda: make_referral(case, sent=False)] * 2)
    assert refused(results) == 1
    assert Referral.objects.filter(case=case).count() == 1


def test_of_two_verbs_on_one_case_exactly_one_wins(cast, case):
    desk = cast["meja.cirebon"]
    results = at_once(*[lambda: actions.move_case(case, "verify", by=desk)] * 2)
    assert refused(results) == 1
    assert Case.objects.get(pk=case.pk).version == case.version + 1


def test_of_two_supervisors_who_close_at_once_exactly_one_wins(cast, case):
    desk, first, second = cast["meja.cirebon"], cast["supervisor.cirebon"], cast["konselor.cirebon"]
    second.postings.update(role=Role.SUPERVISOR)
    second = User.objects.get(pk=second.pk)
    for verb in ("verify", "start", "resolve"):
        case = actions.move_case(case, verb, by=desk)
    told = {"outcomes": ["informed"], "version": case.version}
    results = at_once(
        lambda: actions.move_case(case, "close", reason="solved", by=first, **told),
        lambda: actions.move_case(case, "close", reason="settled", by=second, **told),
    )
    assert refused(results) == 1
    lost = next(result for result in results if isinstance(result, Exception))
    assert lost.row.state == "closed"
    closing = CaseClosing.objects.get(case=case)
    now = Case.objects.get(pk=case.pk)
    assert (now.closed_by, now.closing_reason) == (closing.closed_by, closing.reason)
    assert Event.objects.filter(subject=case.pk, verb="case.close").count() == 1


@pytest.fixture
def heads(cast) -> list[User]:
    """Two supervisors of the office."""
    cast["konselor.cirebon"].postings.update(role=Role.SUPERVISOR)
    return [cast["supervisor.cirebon"], User.objects.get(username="konselor.cirebon")]


def told_of(case, verb: str) -> int:
    return Event.objects.filter(subject=case.pk, verb=verb).count()


def test_of_two_decisions_on_one_plan_exactly_one_stands(cast, case, heads):
    desk, day = cast["meja.cirebon"], timezone.localdate()
    step = {"id": None, "text": "Telepon P3MI.", "who": desk, "due_on": day}
    plan = actions.write_plan(case, goal="Uang kembali.", steps=[step], by=desk)
    plan = actions.move_plan(plan, "submit", by=desk)
    first, second = heads
    results = at_once(
        lambda: actions.move_plan(plan, "approve", by=first),
        lambda: actions.move_plan(plan, "send_back", comment="Lengkapi.", by=second),
    )
    assert refused(results) == 1
    now = ActionPlan.objects.get(pk=plan.pk)
    won = next(result for result in results if not isinstance(result, Exception))
    assert (now.state, now.decided_by, now.version) == (won.state, won.decided_by, plan.version + 1)
    assert told_of(case, "plan.approve") + told_of(case, "plan.send_back") == 1


def test_of_two_payments_of_the_whole_exactly_one_is_kept(cast, case):
    desk = cast["meja.cirebon"]
    promise = hear(
        ask(in_progress(case, by=desk), by=desk), items=[money()], by=desk
    ).promises.get()
    results = at_once(*[lambda: pay(promise, "9200", by=desk)] * 2)
    assert refused(results) == 1
    assert Promise.objects.get(pk=promise.pk).state == "kept"
    assert [row.amount for row in Recovery.objects.filter(promise=promise)] == [9200]
    assert told_of(case, "recovery.add") == 1


def test_two_halves_at_once_are_both_counted(cast, case):
    desk = cast["meja.cirebon"]
    promise = hear(
        ask(in_progress(case, by=desk), by=desk), items=[money()], by=desk
    ).promises.get()
    assert refused(at_once(*[lambda: pay(promise, "4600", by=desk)] * 2)) == 0
    assert Promise.objects.get(pk=promise.pk).state == "kept"
    assert told_of(case, "promise.pay") == 2


def test_of_two_reassignments_at_once_one_is_last_and_the_team_follows_it(cast, case, heads):
    first, second = heads
    at_once(
        lambda: actions.reassign_cases([case], to=first, note="Cuti.", by=second),
        lambda: actions.reassign_cases([case], to=second, note="Pindah.", by=first),
    )
    now = Case.objects.get(pk=case.pk)
    assert now.owner in heads
    team = CaseMember.objects.filter(case=case, until__isnull=True)
    assert [member.user for member in team] == [now.owner]


def test_of_two_decisions_on_an_emergency_request_exactly_one_stands(cast, case, heads):
    reason = "Ada ancaman, perlu nomor aman sekarang."
    glass = actions.ask_glass(code=case.code, reason=reason, by=cast["meja.cirebon"])
    first, second = heads
    results = at_once(
        lambda: actions.allow_glass(glass, by=first),
        lambda: actions.refuse_glass(glass, by=second),
    )
    assert refused(results) == 1
    won = next(result for result in results if not isinstance(result, Exception))
    now = BreakGlass.objects.get(pk=glass.pk)
    assert (now.state, now.decided_by) == (won.state, won.decided_by)
    assert told_of(case, "glass.allow") + told_of(case, "glass.refuse") == 1


def test_of_two_corrections_of_a_note_exactly_one_is_kept(cast, case, heads):
    note = actions.add_note(case, text="Ditelepon.", by=cast["meja.cirebon"])
    first, second = heads
    results = at_once(
        lambda: actions.correct_note(note, text="Ditelepon pagi.", by=first),
        lambda: actions.correct_note(note, text="Ditelepon sore.", by=second),
    )
    assert refused(results) == 1
    won = next(result for result in results if not isinstance(result, Exception))
    assert CaseNote.objects.filter(case=case).current().get() == won
    assert told_of(case, "note.correct") == 1


def test_the_same_key_at_the_same_moment_makes_one_row(cast):
    desk = cast["meja.cirebon"]
    key = str(uuid.uuid4())
    rows = at_once(
        *[
            lambda: once(
                key, SUHARTI, lambda: create_migrant(by=desk, **SUHARTI), model=Migrant, by=desk
            )
        ]
        * 4
    )
    assert len({row.pk for row in rows}) == 1
    assert Migrant.objects.count() == 1


def test_every_case_of_many_desks_at_once_has_a_number_of_its_own(make_case, make_migrant):
    client = make_migrant()
    codes = {row.code for row in at_once(*[lambda: make_case(client)] * 4)}
    assert len(codes) == 4


@pytest.mark.parametrize("turn", range(4))
def test_an_acceptance_and_the_end_of_her_consent_at_once_leave_nothing_open(cast, referral, turn):
    calls = [
        lambda: actions.accept_referral(referral, by=cast["wcc.cirebon"]),
        lambda: actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"]),
    ]
    results = at_once(*(calls[turn % 2 :] + calls[: turn % 2]))
    assert refused(results) <= 1  # the acceptance, where it came too late
    referral.refresh_from_db()
    assert referral.state == "expired"
    assert not AccessGrant.objects.current().filter(subject=referral.pk, deny=False).exists()


def test_a_refusal_and_the_end_of_her_consent_at_once_do_not_keep_it_from_ending(cast, referral):
    at_once(
        lambda: actions.decline_referral(referral, reason="full", by=cast["wcc.cirebon"]),
        lambda: actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"]),
    )
    referral.consent.refresh_from_db()
    referral.refresh_from_db()
    assert referral.consent.withdrawn_at is not None
    assert referral.state in ("declined", "expired")
