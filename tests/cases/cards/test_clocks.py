from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.cards.clocks import deadlines
from ltsa.clocks.models import Clock


def lines_of(user):
    card = deadlines(user)
    return card.lines if card else []


def late(row, days=1):
    now = timezone.now()
    told = {"started_at": now - timedelta(days=days + 5), "due_at": now - timedelta(days=days)}
    Clock.objects.filter(subject=row.pk).update(**told)


@pytest.fixture
def waiting(case, cast):
    def since(days):
        row = case
        for verb in ("verify", "start", "wait_for_client"):
            row = actions.move_case(row, verb, by=cast["meja.cirebon"])
        start = timezone.now() - timedelta(days=days)
        told = {"started_at": start, "due_at": start + timedelta(days=60)}
        Clock.objects.filter(subject=row.pk, kind="waiting_for_client").update(**told)
        return row

    return since


def test_nothing_due_is_no_card(make_case, cast):
    make_case(priority="normal")
    assert deadlines(cast["meja.cirebon"]) is None


def test_what_is_late_stands_on_the_day_of_its_owner_and_of_her_supervisor_alone(case, cast):
    late(case)
    for who in ("meja.cirebon", "supervisor.cirebon"):
        (line,) = lines_of(cast[who])
        assert (line.text, line.tone) == (case.code, "burning")
        assert str(case.pk) in line.url
    assert lines_of(cast["wcc.cirebon"]) == []
    assert lines_of(cast["admin.cirebon"]) == []


def test_a_restricted_case_stands_on_nobodys_day_but_its_teams(make_case, cast):
    case = make_case(types=["GBV02"], by="konselor.cirebon", limits_explained=True)
    late(case)
    assert [line.text for line in lines_of(cast["konselor.cirebon"])] == [case.code]
    assert lines_of(cast["meja.cirebon"]) == []


@pytest.mark.parametrize(("days", "reason"), [(31, "30 hari"), (61, "60 hari")])
def test_a_client_long_waited_for_may_be_proposed_for_closing(waiting, cast, days, reason):
    case = waiting(days)
    (line,) = lines_of(cast["meja.cirebon"])
    assert line.hint.startswith("Boleh diajukan untuk ditutup")
    assert reason in line.hint
    assert str(case.pk) in line.url


def test_one_waited_for_a_week_is_not(waiting, cast):
    waiting(7)
    assert lines_of(cast["meja.cirebon"]) == []


def test_what_was_asked_for_is_not_proposed_again(waiting, cast):
    case = waiting(31)
    type(case).objects.filter(pk=case.pk).update(closing_asked_by=cast["meja.cirebon"])
    assert lines_of(cast["meja.cirebon"]) == []


def test_the_late_task_of_a_colleague_is_told_to_who_leads(case, cast):
    desk = cast["meja.cirebon"]
    day = timezone.localdate() + timedelta(days=2)
    task = actions.add_step(case, text="Minta slip gaji", who=desk, due_on=day, by=desk)
    late(task)
    (line,) = lines_of(cast["supervisor.cirebon"])
    assert str(task.pk) in line.url
    assert "slip" not in line.text + line.hint


def test_the_partners_day_tells_a_referral_she_claimed(referral, cast, as_user):
    referral = actions.claim_referral(referral, by=cast["wcc.cirebon"])
    late(referral)
    assert [line.text for line in lines_of(cast["wcc.cirebon"])] == [referral.code]
    page = as_user("wcc.cirebon").get(f"/rujukan/{referral.pk}/").content.decode()
    assert "Jawaban rujukan" in page


def test_pages_show_what_ticks(case, make_referral, as_user):
    sent = make_referral(case, priority="emergency")
    page = as_user("meja.cirebon").get(f"/kasus/{case.pk}/").content.decode()
    assert "Verifikasi kasus baru" in page
    assert f"Jawaban rujukan {sent.code}" in page
    assert (
        "telepon lembaga tujuan dulu"
        in as_user("meja.cirebon").get(f"/rujukan/{sent.pk}/").content.decode()
    )
    assert (
        "telepon lembaga tujuan dulu"
        not in as_user("wcc.cirebon").get(f"/rujukan/{sent.pk}/").content.decode()
    )
