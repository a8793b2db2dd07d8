"""Two people at the same moment, each on a connection of her own: exactly one wins, and nothing is done twice."""

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from cases import actions
from cases.models import Case, CaseClosing, Referral
from cases.transitions import NotPossible
from ltsa.accounts.models import User
from ltsa.accounts.permissions import Role
from ltsa.idempotency.actions import once
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from services.actions import create_migrant
from services.models import AccessGrant, Migrant

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """What each call returns or raises, all of them started at the same moment."""
    start = threading.Barrier(len(calls))

    def run(call):
        start.wait()
        try:
            return call()
        except (NotPossible, ValidationError) as refusal:
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
    assert AccessGrant.objects.filter(subject=referral.pk).count() == 1
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


def test_the_same_key_at_the_same_moment_makes_one_row(cast):
    desk = cast["meja.cirebon"]
    told = {
        "full_name": "Suharti Contohsari",
        "sex": "female",
        "age_band": "25-35",
        "village_id": "32.09.30.2007",
        "client_type": "prospective",
        "phase": "before",
        "consent": "named",
    }
    key = str(uuid.uuid4())
    rows = at_once(
        *[lambda: once(key, told, lambda: create_migrant(by=desk, **told), model=Migrant, by=desk)]
        * 4
    )
    assert len({row.pk for row in rows}) == 1
    assert Migrant.objects.count() == 1


def test_case_numbers_come_without_gaps_from_many_desks_at_once(make_case, make_migrant):
    client = make_migrant()
    codes = sorted(row.code for row in at_once(*[lambda: make_case(client)] * 4))
    assert [int(code[-4:]) for code in codes] == list(
        range(int(codes[0][-4:]), int(codes[0][-4:]) + 4)
    )
