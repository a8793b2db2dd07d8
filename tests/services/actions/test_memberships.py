from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from ltsa.timeline.models import Event
from services import actions
from services.models import CounsellingSession, Migrant, UnionMembership
from services.transitions import NotPossible


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def union(cast):
    return cast["sbmi.cirebon"].posting.organisation


@pytest.fixture
def offer(desk, migrant, union):
    """`offer("declined")`: she was asked for the union of Cirebon, and that was her answer."""

    def make(answer="interested", by=desk):
        return actions.offer_membership(migrant, union=union, answer=answer, by=by)

    return make


@pytest.fixture
def member(offer, desk):
    registered = actions.register_member(offer(), version=1, agreed=True, by=desk)
    return actions.join_union(
        registered,
        version=2,
        joined_on=timezone.localdate(),
        card_number="SBMI-00123",
        level="village",
        by=desk,
    )


def test_the_whole_way_from_the_offer_to_leaving(offer, desk):
    row = actions.answer_offer(offer("offered"), "interest", by=desk)
    row = actions.register_member(row, version=2, agreed=True, level="village", by=desk)
    row = actions.join_union(row, version=3, joined_on=timezone.localdate(), by=desk)
    row = actions.leave_union(row, version=4, left_on=timezone.localdate(), by=desk)
    assert row.state == "left"
    verbs = Event.objects.filter(subject=row.pk).order_by("at").values_list("verb", flat=True)
    assert [verb.partition(".")[2] for verb in verbs] == ["offer", "interest", "register", "join", "leave"]  # fmt: skip


def test_her_name_goes_nowhere_without_her_agreement(offer, desk):
    with pytest.raises(ValidationError):
        actions.register_member(offer(), version=1, agreed=False, by=desk)


def test_nobody_becomes_a_member_without_being_registered(offer, desk):
    with pytest.raises(NotPossible):
        actions.join_union(offer(), version=1, joined_on=timezone.localdate(), by=desk)


def test_no_day_lies_ahead_and_none_before_she_joined(member, desk):
    today = timezone.localdate()
    for day in (today + timedelta(days=1), today - timedelta(days=1)):
        with pytest.raises(ValidationError):
            actions.leave_union(member, version=3, left_on=day, by=desk)


def test_two_open_offers_of_one_union_are_one_too_many_but_a_no_may_be_asked_again(offer):
    first = offer("declined")
    again = offer("interested")
    assert again.pk != first.pk
    with pytest.raises(ValidationError):
        offer("offered")


def test_the_card_number_is_unreadable_in_the_table(member):
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(m)::text FROM services_unionmembership m WHERE id = %s", [member.pk])  # fmt: skip
        (row,) = cursor.fetchone()
    assert "00123" not in row


def test_the_union_sees_registered_members_among_clients_it_may_see(member, offer, cast, make_migrant, union):  # fmt: skip
    its_own = make_migrant(by="sbmi.cirebon", full_name="Wartinah Umpamasih")
    castra = cast["sbmi.cirebon"]
    known = actions.offer_membership(its_own, union=union, answer="offered", by=castra)
    assert set(UnionMembership.objects.visible_to(castra)) == {known}
    shown = UnionMembership.objects.visible_to(cast["meja.cirebon"])
    assert set(shown) == {member}


def _seen(cast, who="meja.cirebon") -> tuple:
    user = cast[who]
    return (
        set(Migrant.objects.visible_to(user).values_list("pk", flat=True)),
        set(Migrant.objects.identified_for(user).values_list("pk", flat=True)),
    )


def test_a_no_changes_nothing_else(offer, cast, desk, migrant):
    told = {"kind": "legal", "channel": "phone", "started_at": timezone.now(), "outcome": "enough"}
    before, version = _seen(cast), migrant.version
    ahead = actions.log_session(migrant=migrant, by=desk, **told)
    assert offer("declined").state == "declined"
    after = actions.log_session(migrant=migrant, by=desk, **told)
    migrant.refresh_from_db()
    assert (_seen(cast), migrant.version) == (before, version)
    fields = [f.attname for f in CounsellingSession._meta.concrete_fields if f.name not in ("id", "code", "created_at")]  # fmt: skip
    assert [getattr(ahead, name) for name in fields] == [getattr(after, name) for name in fields]
