from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.cards.tasks import tasks
from cases.models import ActionStep
from ltsa.accounts.models import Absence


@pytest.fixture
def add(case, cast):
    def make(days, *, to=case, who="meja.cirebon", text="Telepon P3MI.", by="meja.cirebon"):
        due = timezone.localdate() + timedelta(days=days)
        return actions.add_step(to, text=text, who=cast[who], due_on=due, by=cast[by])

    return make


def shown(user):
    return [(line.text, line.tag, line.tone) for line in tasks(user).lines]


def test_late_ones_first_then_today_then_the_next_seven_days(add, cast):
    day = timezone.localdate() + timedelta(days=7)
    for days, text in ((7, "Tujuh"), (0, "Kini"), (-3, "Telat"), (8, "Nanti")):
        add(days, text=text)
    lines = shown(cast["meja.cirebon"])
    assert lines[:2] == [("Telat", "terlambat 3 hari", "burning"), ("Kini", "hari ini", "waiting")]
    assert [line[0] for line in lines] == ["Telat", "Kini", "Tujuh"]
    assert str(day.year) in lines[2][1]


def test_tasks_of_others_finished_and_frozen_ones_are_not_there(add, cast):
    add(1, who="supervisor.cirebon")
    actions.move_step(add(1), "finish", by=cast["meja.cirebon"])
    ActionStep.objects.filter(pk=add(1).pk).update(frozen_at=timezone.now())
    assert shown(cast["meja.cirebon"]) == []
    assert len(shown(cast["supervisor.cirebon"])) == 1


def away(user, stand_in):
    today = timezone.localdate()
    Absence.objects.create(
        user=user, stand_in=stand_in, starts_on=today, ends_on=today, added_by=user
    )


def test_a_stand_in_sees_the_tasks_of_whoever_is_away(add, cast):
    add(0)
    head = cast["supervisor.cirebon"]
    assert shown(head) == []
    away(cast["meja.cirebon"], head)
    (line,) = tasks(head).lines
    assert cast["meja.cirebon"].full_name in line.hint


def test_rule_1_a_stand_in_is_let_in_to_no_restricted_case(make_case, add, cast):
    head, desk = cast["konselor.cirebon"], cast["meja.cirebon"]
    told = {"restricted": True, "types": (), "account": "", "limits_explained": True}
    secret = make_case(by="konselor.cirebon", **told)
    add(0, to=secret, who="konselor.cirebon", by="konselor.cirebon", text="Kata rahasia.")
    away(head, desk)
    assert shown(desk) == []
    (line,) = tasks(head).lines
    assert line.text == "Tugas kasus terbatas"


def test_a_day_of_review_is_one_line_and_not_two(add, case, as_user):
    add(0, text="Telepon sekarang.")
    page = as_user("meja.cirebon").get("/beranda/").content.decode()
    assert page.count(case.code) == 1


def test_whoever_works_on_no_cases_has_no_such_card(cast):
    assert tasks(cast["admin.cirebon"]) is None
