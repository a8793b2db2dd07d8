from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from ltsa.versions import Stale
from tests.cases.mediations import ask, hear, in_progress, money


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def mediation(make_case, desk):
    return ask(in_progress(make_case(), by=desk), by=desk)


def invite(mediation, *, by, meeting="clarification_1", days=3, place="Ruang Mediasi LTSA"):
    at = timezone.now() + timedelta(days=days)
    return actions.invite(mediation, meeting=meeting, meets_at=at, place=place, by=by)


def refused(mediation, **told):
    with pytest.raises(ValidationError) as refusal:
        invite(mediation, **told)
    return refusal.value.message_dict


def test_three_invitations_and_no_fourth(mediation, desk):
    assert [invite(mediation, by=desk).number for _ in range(3)] == [1, 2, 3]
    assert "keempat" in refused(mediation, by=desk)["meeting"][0]
    assert invite(mediation, meeting="clarification_2", by=desk).number == 1
    mediation.refresh_from_db()
    assert mediation.state == "invited"


@pytest.mark.parametrize(
    ("told", "field"),
    [({"days": -1}, "meets_at"), ({"days": 400}, "meets_at"), ({"place": " "}, "place")],
)
def test_a_meeting_lies_ahead_and_has_a_place(mediation, desk, told, field):
    assert field in refused(mediation, by=desk, **told)
    assert mediation.invitations.count() == 0


def test_meetings_go_forward_only(mediation, desk):
    assert "kesatu" in refused(mediation, meeting="clarification_2", by=desk)["meeting"][0]
    invite(mediation, meeting="mediation", by=desk)
    assert "meeting" in refused(mediation, meeting="clarification_1", by=desk)
    assert "meeting" in refused(mediation, meeting="tea", by=desk)


def test_the_next_meeting_waits_for_what_was_promised(mediation, desk):
    hear(mediation, meeting="clarification_1", result="committed", items=[money()], by=desk)
    assert "berjalan sampai" in refused(mediation, meeting="clarification_2", by=desk)["meeting"][0]


def test_delivery_is_proved_between_sending_and_today(mediation, desk):
    row = invite(mediation, by=desk)
    today = timezone.localdate()
    for day in (today - timedelta(days=1), today + timedelta(days=1)):
        with pytest.raises(ValidationError):
            actions.prove_delivery(row, delivered_on=day, delivered_by="post", by=desk)
    told = {"delivered_on": today, "delivered_by": "post", "version": row.version, "by": desk}
    assert actions.prove_delivery(row, **told).delivered_by == "post"
    with pytest.raises(Stale):
        actions.prove_delivery(row, **told)
