"""The whole demo is loaded once for this file, inside one transaction that is taken back at its end."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from cases.codes import CaseState, ReferralState
from cases.demo.opening import cases
from cases.demo.sending import referrals
from cases.demo.story import Story
from cases.models import Case, Referral
from ltsa.areas.loading import PILOT_DISTRICTS
from ltsa.demo.loading import load_demo
from ltsa.demo.stage import Stage
from ltsa.notifications.models import Notification
from ltsa.timeline.models import Event
from services.demo.people import clients
from services.demo.sessions import first_and_later_sessions
from services.models import AttendanceCount, CounsellingSession, Migrant
from services.search import find_clients
from villages.models import VillageProfile, VillageRequest


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        written = load_demo()
        yield written
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def ids(rows) -> list:
    return sorted(row.pk for row in rows)


def test_counts_are_those_of_two_years_in_four_districts(demo):
    assert demo["klien"] == Migrant.objects.count() - demo["data ganda"] == 2000
    assert 3000 < demo["konseling perorangan"] < 4500
    assert 230 <= demo["kasus"] <= 280
    assert 190 <= demo["rujukan"] <= 260
    assert VillageProfile.objects.count() == 36
    for code in PILOT_DISTRICTS:
        assert Migrant.objects.filter(district=code).count() >= 400
        assert Case.objects.filter(district=code).count() >= 25


def test_most_are_women():
    women = Migrant.objects.filter(sex="female").count()
    assert 0.72 < women / 2000 < 0.9


def test_every_state_is_there():
    assert set(Case.objects.values_list("state", flat=True)) == set(CaseState.values)
    assert set(Referral.objects.values_list("state", flat=True)) == set(ReferralState.values)


def test_this_month_and_two_years_ago_have_data():
    month = timezone.localdate().replace(day=1)
    assert CounsellingSession.objects.filter(started_at__date__gte=month).exists()
    oldest = CounsellingSession.objects.order_by("started_at").first()
    assert timezone.now() - oldest.started_at > timedelta(days=690)


def test_nothing_lies_in_the_future():
    now = timezone.now()
    assert not Migrant.objects.filter(created_at__gt=now).exists()
    assert not CounsellingSession.objects.filter(started_at__gt=now).exists()
    assert not Event.objects.filter(at__gt=now).exists()
    assert not Referral.objects.filter(answered_at__gt=now).exists()


@pytest.mark.parametrize("hour", [time(0, 4), time(8, 2), time(23, 58)])
def test_nothing_lies_in_the_future_at_any_hour_of_the_day(hour):
    yesterday = timezone.localdate() - timedelta(days=1)
    now = timezone.make_aware(datetime.combine(yesterday, hour))
    stage = Stage(now)
    people, people_rows = clients(stage)
    talks, talk_rows = first_and_later_sessions(people, stage)
    assert max(person.created_at for person in people) <= now
    assert max(talk.created_at for talk in talks) <= now
    assert max(row.at for row in [*people_rows, *talk_rows]) <= now
    assert all(talk.started_at <= talk.created_at for talk in talks)


def test_numbers_can_belong_to_nobody():
    for row in Migrant.objects.exclude(nik="").only("nik", "village"):
        assert re.fullmatch(r"\d{12}99\d{2}", row.nik)
    phones = {row.phone for row in Migrant.objects.exclude(phone="").only("phone")}
    assert all(re.fullmatch(r"\+628120000\d{4}", number) for number in phones)
    assert all(row.passport[0] == "Z" for row in Migrant.objects.exclude(passport=""))


def test_every_name_says_that_it_is_invented():
    invented = "Contoh|Umpama|Misal|Andai|Reka|Karang|Ibarat|Kias|Gambar|Dongeng"
    for name in Migrant.objects.exclude(full_name="").values_list("full_name", flat=True):
        assert re.search(invented, name), name


def test_search_finds_a_client_by_number_and_by_misspelt_name(cast):
    visible = Migrant.objects.identified_for(cast.meja_cirebon)
    one = visible.exclude(nik="").exclude(phone="").first()
    assert one in find_clients(visible, one.nik)
    assert one in find_clients(visible, one.phone)
    assert one in find_clients(visible, one.phone[-4:])
    assert one in find_clients(visible, f"  {one.full_name.upper()} ")


def test_nobody_is_mailed():
    assert not Notification.objects.pending().exists()
    assert Notification.objects.filter(state="sent").count() > 50


def test_the_story_of_the_desk_of_cirebon(cast):
    desk, today = cast.meja_cirebon, timezone.localdate()
    assert CounsellingSession.objects.follow_ups_of(desk, until=today).count() >= 2
    yesterday = timezone.now() - timedelta(days=2)
    answered = Referral.objects.outgoing(desk).filter(state="accepted", answered_at__gt=yesterday)
    assert answered.exists()
    assert desk.notifications.filter(kind="referral_accepted", read_at=None).exists()
    assert VillageRequest.objects.visible_to(desk).waiting().count() == 2


def test_the_story_of_the_crisis_centre(cast):
    waiting = Referral.objects.incoming(cast.wcc_cirebon).unanswered()
    assert waiting.count() == 3
    urgent = waiting.get(priority="urgent")
    assert timezone.localdate(urgent.due_at) == timezone.localdate()
    assert urgent.due_at > timezone.now()


def test_every_district_has_overdue_referrals(cast):
    for slug in ("cirebon", "tulungagung", "blitar", "lampungtimur"):
        assert Referral.objects.visible_to(cast[f"admin.{slug}"]).overdue().count() >= 2


def test_restricted_cases_are_seen_by_their_team_alone(cast):
    handed = Case.objects.filter(restricted=True, handed_over_at__isnull=False)
    assert handed.count() >= 8
    for case in handed.select_related("opened_by"):
        assert case not in Case.objects.visible_to(case.opened_by)
        member = case.members.filter(until=None).first().user
        assert case in Case.objects.visible_to(member)
    assert not Case.objects.visible_to(cast.admin_cirebon).filter(restricted=True).exists()


def test_what_is_alive_rests_on_a_consent_that_is():
    for referral in Referral.objects.open().exclude(state="draft").select_related("consent"):
        assert referral.consent.is_valid


def test_every_referral_that_was_sent_keeps_what_went_first():
    sent = Referral.objects.exclude(sent_at=None)
    assert sent.exclude(shares__number=1).count() == 0
    one = sent.first()
    assert one.shares.get().snapshot == one.snapshot


def test_answers_take_hours_not_months():
    hours = sorted(
        (row.answered_at - row.sent_at).total_seconds() / 3600
        for row in Referral.objects.filter(answered_at__isnull=False)
    )
    assert 10 < hours[len(hours) // 2] < 60


def test_a_group_has_counts_or_names_never_both():
    counted = set(AttendanceCount.objects.values_list("session", flat=True))
    groups = CounsellingSession.objects.filter(mode="group")
    named = set(groups.filter(attendances__isnull=False).values_list("pk", flat=True))
    assert not counted & named
    assert len(counted) > 150
    assert len(named) > 20


def test_a_second_load_would_give_the_same_ids():
    stage = Stage()
    people, _ = clients(stage)
    talks, _ = first_and_later_sessions(people, stage)
    opened, _ = cases(stage)
    story = Story(opened, stage).tell()
    others, _ = referrals(opened, stage, without=story.taken)
    assert set(ids(people)) <= set(ids(Migrant.objects.only("pk")))
    mine = CounsellingSession.objects.filter(mode="individual").only("pk")
    assert set(ids(talks)) <= set(ids(mine))
    assert ids(opened) == ids(Case.objects.only("pk"))
    drawn = Referral.objects.filter(links=None)  # what went by a guest link is made, not drawn
    assert ids(story.sent + others) == ids(drawn.only("pk"))


def test_loading_again_does_nothing(capsys):
    before = [model.objects.count() for model in (Migrant, Case, Referral, Event, Notification)]
    call_command("demo")
    assert "sudah ada" in capsys.readouterr().out
    after = [model.objects.count() for model in (Migrant, Case, Referral, Event, Notification)]
    assert before == after


def test_without_demo_there_are_no_demo_accounts(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("demo")
