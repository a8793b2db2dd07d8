"""Rule 3: nobody of the technical side reads content; an emergency needs a reason, a second person, and lasts an hour."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.actions import allow_glass, ask_glass, end_glass, refuse_glass
from cases.models import BreakGlass, Case
from cases.tasks import end_glasses
from cases.transitions import NotPossible, NotYours
from ltsa.accounts.models import PersonAct, Posting, User
from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event

REASON = "Klien tidak dapat dihubungi dan ada ancaman hari ini."


@pytest.fixture
def case(make_case, cast):
    """A restricted case of the women's centre."""
    return make_case(restricted=True, types=(), account="", by="wcc.cirebon")


def test_rule_3_a_reason_and_a_second_person_open_it_for_one_hour(case, cast):
    glass = ask_glass(code=case.code, reason=REASON, by=cast["sistem"])
    assert not BreakGlass.objects.open_for(cast["sistem"]).exists()
    glass = allow_glass(glass, by=cast["supervisor.wcc.cirebon"])
    seen = BreakGlass.objects.open_for
    assert seen(cast["sistem"]).exists()
    assert not seen(cast["sistem"], now=timezone.now() + timedelta(minutes=61)).exists()
    assert not Case.objects.visible_to(cast["sistem"]).exists()


def test_rule_3_the_owner_the_team_the_supervisor_and_the_data_protection_officer_are_told(
    case, cast
):
    glass = ask_glass(code=case.code, reason=REASON, by=cast["sistem"])
    with pytest.raises(NotYours):  # where the house has a second person, she decides
        allow_glass(glass, by=cast["ppdp"])
    allow_glass(glass, by=cast["supervisor.wcc.cirebon"])
    told = Notification.objects.filter(kind="glass_opened").values_list("user__username", flat=True)
    assert set(told) == {"sistem", "wcc.cirebon", "ppdp.cirebon"}
    asked = Notification.objects.filter(kind="glass_asked").values_list("user__username", flat=True)
    assert set(asked) == {"supervisor.wcc.cirebon", "ppdp.cirebon"}
    assert Event.objects.about(case.pk).filter(verb="glass.allow").exists()
    assert Record.objects.filter(subject=case.pk, fields=["break_glass"]).exists()


def test_rule_3_nobody_allows_her_own_request(case, cast):
    glass = ask_glass(code=case.code, reason=REASON, by=cast["supervisor.wcc.cirebon"])
    with pytest.raises(NotYours):
        allow_glass(glass, by=cast["supervisor.wcc.cirebon"])
    with pytest.raises(IntegrityError), transaction.atomic():
        BreakGlass.objects.filter(pk=glass.pk).update(decided_by=cast["supervisor.wcc.cirebon"])


def test_rule_3_of_two_whom_one_made_the_second_does_not_allow(case, cast):
    """C4: a head asks, a head whom she invited allows; and the other way round."""
    head = cast["supervisor.wcc.cirebon"]
    puppets = [User.objects.create_user(f"boneka{n}", full_name="Boneka") for n in (1, 2)]
    for one in puppets:
        Posting.objects.create(
            user=one,
            role="supervisor",
            organisation=head.posting.organisation,
            starts_on=timezone.localdate() - timedelta(days=100),
            posted_by=head,
        )
        PersonAct.objects.create(act="invite", person=one, by=head)
    Posting.objects.filter(user__in=puppets).update(posted_at=timezone.now() - timedelta(days=100))
    glass = ask_glass(code=case.code, reason=REASON, by=head)
    with pytest.raises(NotYours):
        allow_glass(glass, by=puppets[0])
    with pytest.raises(NotYours):
        allow_glass(ask_glass(code=case.code, reason=REASON, by=puppets[0]), by=head)
    assert allow_glass(glass, by=cast["ppdp.cirebon"]).state == "open"


def test_rule_3_whoever_came_yesterday_does_not_allow(case, cast):
    head = cast["supervisor.wcc.cirebon"]
    Posting.objects.filter(user=head).update(posted_at=timezone.now() - timedelta(days=1))
    glass = ask_glass(code=case.code, reason=REASON, by=cast["sistem"])
    with pytest.raises(NotYours):
        allow_glass(glass, by=head)
    assert allow_glass(glass, by=cast["ppdp.cirebon"]).state == "open"


def test_rule_3_whoever_may_not_allow_cannot(case, cast):
    glass = ask_glass(code=case.code, reason=REASON, by=cast["sistem"])
    with pytest.raises(NotYours):
        allow_glass(glass, by=cast["meja.cirebon"])


def test_the_supervisor_of_another_house_does_not_see_the_request(case, cast):
    ask_glass(code=case.code, reason=REASON, by=cast["sistem"])
    assert not BreakGlass.objects.visible_to(cast["supervisor.cirebon"]).exists()


def test_asking_for_a_case_that_there_is_not_says_nothing(cast):
    glass = ask_glass(code="LTSA-3209-2026-TIDAKADA", reason=REASON, by=cast["sistem"])
    assert glass.state == "asked"
    with pytest.raises(ValidationError):
        allow_glass(glass, by=cast["ppdp"])
    assert refuse_glass(glass, by=cast["ppdp"]).state == "refused"


def test_a_word_is_no_reason(case, cast):
    with pytest.raises(ValidationError):
        ask_glass(code=case.code, reason="darurat", by=cast["sistem"])


def test_a_sixth_request_in_a_day_is_refused(case, cast):
    for _n in range(5):
        ask_glass(code=case.code, reason=REASON, by=cast["sistem"])
    with pytest.raises(ValidationError):
        ask_glass(code=case.code, reason=REASON, by=cast["sistem"])


def test_when_the_hour_is_over_the_row_says_so(case, cast):
    glass = allow_glass(
        ask_glass(code=case.code, reason=REASON, by=cast["sistem"]),
        by=cast["supervisor.wcc.cirebon"],
    )
    end_glasses()
    glass.refresh_from_db()
    assert glass.state == "open"
    BreakGlass.objects.filter(pk=glass.pk).update(opens_until=timezone.now())
    end_glasses()
    glass.refresh_from_db()
    assert glass.state == "ended"
    with pytest.raises(NotPossible):
        end_glass(glass)
