"""Conflict-of-interest locks: what they shut, what ends with them, what cannot be locked, and what comes back."""

import pytest
from django.core.exceptions import ValidationError

from cases.actions import accept_referral, add_step, allow_access, ask_lift, lock_out, send_referral
from cases.models import ActionStep, Case, CaseMember, ConflictLock, Referral
from cases.transitions import NotYours
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from services.actions import merge_clients, undo_merge
from services.models import AccessGrant, Migrant
from tests.moments import in_days

WHY = "Kerabat terlapor."


@pytest.fixture
def boss(cast):
    return cast["supervisor.cirebon"]


def shut(case, boss, person):
    return lock_out(case, kind="person", target=person, reason=WHY, by=boss)


def test_a_lock_denies_the_client_and_says_so_on_the_timeline_without_a_name(case, cast, boss):
    made = shut(case, boss, cast["meja.cirebon"])
    grant = AccessGrant.objects.get(subject=made.pk)
    assert grant.deny and grant.reason == "conflict" and grant.user == cast["meja.cirebon"]
    line = Event.objects.get(subject=case.pk, verb="lock.add")
    assert line.client is None and line.detail == {"part": str(made.pk), "kind": "person"}


def test_who_is_locked_out_leaves_team_and_ownership_and_her_tasks_go_on(case, cast, boss):
    desk = cast["meja.cirebon"]
    assert case.owner == desk
    step = add_step(case, text="Telepon P3MI", who=desk, due_on=in_days(30), by=desk)
    Notification.objects.create(user=desk, kind="case_moved", subject=case.pk, code=case.code)
    shut(case, boss, desk)
    case.refresh_from_db()
    assert case.owner is None
    assert not CaseMember.objects.filter(case=case, user=desk, until=None).exists()
    assert ActionStep.objects.get(pk=step.pk).who == boss
    assert not Notification.objects.filter(user=desk, subject=case.pk).exists()


def test_an_open_referral_to_a_locked_house_ends_and_its_grants_with_it(referral, cast, boss):
    wcc = cast["wcc.cirebon"]
    accept_referral(referral, by=wcc)
    case = referral.case
    lock_out(case, kind="organisation", target=wcc.posting.organisation, reason=WHY, by=boss)
    referral.refresh_from_db()
    assert referral.state == "expired"
    line = Event.objects.get(subject=referral.pk, verb="referral.expire")
    assert line.detail["why"] == "conflict"
    assert not AccessGrant.objects.current().filter(subject=referral.pk).exists()
    told = Notification.objects.filter(user=wcc, kind="referral_withdrawn").get()
    assert (told.link, told.code, told.subject) == ("/rujukan/", "", None)
    assert Notification.objects.filter(
        user=cast["meja.cirebon"], kind="referral_withdrawn", subject=referral.pk
    ).exists()


def test_nothing_is_referred_to_a_locked_house_by_form_or_by_verb(case, cast, boss, make_referral):
    house = cast["wcc.cirebon"].posting.organisation
    lock_out(case, kind="organisation", target=house, reason=WHY, by=boss)
    with pytest.raises(ValidationError) as refused:
        make_referral(case, by=cast["meja.cirebon"])
    assert list(refused.value.message_dict) == ["to"]
    assert "kunci" not in str(refused.value.messages).lower()


def test_a_draft_to_a_house_that_was_locked_meanwhile_is_not_sent(case, cast, boss, make_referral):
    draft = make_referral(case, sent=False)
    house = cast["wcc.cirebon"].posting.organisation
    lock_out(case, kind="organisation", target=house, reason=WHY, by=boss)
    with pytest.raises(ValidationError):
        send_referral(draft, by=cast["meja.cirebon"])
    assert Referral.objects.get(pk=draft.pk).state == "draft"


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_neither_oneself_nor_the_house_that_has_the_case_is_locked(kind, case, boss):
    target = boss if kind == "person" else boss.posting.organisation
    with pytest.raises(ValidationError):
        lock_out(case, kind=kind, target=target, reason=WHY, by=boss)
    assert not ConflictLock.objects.exists()


def test_a_lock_needs_a_reason_and_stands_once(case, cast, boss):
    with pytest.raises(ValidationError):
        lock_out(case, kind="person", target=cast["meja.cirebon"], reason="  ", by=boss)
    shut(case, boss, cast["meja.cirebon"])
    with pytest.raises(ValidationError):
        shut(case, boss, cast["meja.cirebon"])


def test_a_desk_officer_and_another_house_lock_nobody(case, cast, boss):
    for who in ("meja.cirebon", "wcc.cirebon"):
        with pytest.raises(NotYours):
            lock_out(case, kind="person", target=boss, reason=WHY, by=cast[who])


def test_a_lifted_lock_lets_them_near_again_but_gives_nothing_back(case, cast, boss):
    desk = cast["meja.cirebon"]
    made = shut(case, boss, desk)
    assert not Case.objects.visible_to(desk).filter(pk=case.pk).exists()
    asked = ask_lift(made, reason="Ternyata orang lain.", by=boss)
    assert not Case.objects.visible_to(desk).filter(pk=case.pk).exists()
    for nobody in (boss, desk, cast["konselor.cirebon"]):
        with pytest.raises(NotYours):
            allow_access(asked, by=nobody)
    with pytest.raises(ValidationError):
        ask_lift(made, reason="Sekali lagi.", by=boss)
    allow_access(asked, by=cast["ppdp.cirebon"])
    assert Case.objects.visible_to(desk).filter(pk=case.pk).exists()
    assert Case.objects.get(pk=case.pk).owner is None
    made.refresh_from_db()
    assert made.lift_reason == "Ternyata orang lain."
    with pytest.raises(ValidationError):
        ask_lift(made, reason="Sekali lagi.", by=boss)


def test_the_data_protection_officer_is_told_without_a_name(case, cast, boss):
    shut(case, boss, cast["meja.cirebon"])
    told = Notification.objects.get(subject=case.pk, kind="case_moved")
    assert told.link == "/privasi/jejak/"
    assert told.user.posting.role == "data_protection_officer"


def test_a_lock_goes_with_every_record_of_hers_and_leaves_those_that_are_not(
    case, cast, boss, make_migrant
):
    desk = cast["meja.cirebon"]
    other = make_migrant(full_name="Suharti Contohsary")
    seen = Migrant.objects.visible_to(desk)
    shut(case, boss, desk)
    assert seen.filter(pk=other.pk).exists()
    merge = merge_clients(other, into=case.migrant, reason="Orang yang sama", by=boss)
    assert not Migrant.objects.visible_to(desk).filter(pk=other.pk).exists()
    undo_merge(merge, by=boss)
    assert Migrant.objects.visible_to(desk).filter(pk=other.pk).exists()
    assert not Migrant.objects.visible_to(desk).filter(pk=case.migrant_id).exists()


def test_a_lock_reaches_records_that_were_merged_before_in_either_direction(
    case, cast, boss, make_migrant
):
    desk = cast["meja.cirebon"]
    other = make_migrant(full_name="Suharti Contohsary")
    merge_clients(case.migrant, into=other, reason="Orang yang sama", by=desk)
    shut(case, boss, desk)
    hers = {case.migrant_id, other.pk}
    assert not Migrant.objects.visible_to(desk).filter(pk__in=hers).exists()
