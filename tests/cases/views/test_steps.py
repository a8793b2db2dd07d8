from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import ActionStep


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


@pytest.fixture
def step(case, cast):
    desk, due = cast["meja.cirebon"], timezone.localdate() - timedelta(days=2)
    return actions.add_step(case, text="Telepon P3MI.", who=desk, due_on=due, by=desk)


def test_a_single_task_is_added_to_its_case(case, desk, cast):
    form = desk.get(f"/kasus/{case.pk}/tugas/").context["form"]
    told = {"text": "Antar ke Disdukcapil.", "who": str(cast["meja.cirebon"].pk), "due_on": "7"}
    for _ in range(2):
        answer = desk.post(f"/kasus/{case.pk}/tugas/", told | {"idempotency_key": form.key})
        assert answer.url == f"/kasus/{case.pk}/"
    page = desk.get(f"/kasus/{case.pk}/").content.decode()
    assert page.count("Antar ke Disdukcapil.") == 1


def test_a_late_task_wears_a_badge_on_the_cases_page(case, desk, step):
    page = desk.get(f"/kasus/{case.pk}/").content.decode()
    assert "Terlambat 2 hari" in page


def test_a_task_is_finished_with_its_result(desk, step):
    desk.post(f"/tugas/{step.pk}/finish/", {"words": "Uang dikirim besok.", "version": 1})
    step.refresh_from_db()
    assert (step.state, step.result) == ("done", "Uang dikirim besok.")
    assert "Uang dikirim besok." in desk.get(f"/tugas/{step.pk}/").content.decode()


def test_a_reason_that_is_missing_is_asked_for(desk, step):
    page = desk.post(f"/tugas/{step.pk}/drop/", {"words": ""})
    assert page.status_code == 200
    assert '<details class="more" open>' in page.content.decode()


def test_a_stale_click_and_a_strange_verb_break_nothing(desk, step):
    assert desk.post(f"/tugas/{step.pk}/finish/", {"version": 9}).status_code == 302
    assert desk.post(f"/tugas/{step.pk}/fly/").status_code == 404
    assert desk.get(f"/tugas/{step.pk}/finish/").status_code == 405
    step.refresh_from_db()
    assert step.state == "open"


def test_a_frozen_task_says_why_and_is_not_finished(desk, step, as_user):
    ActionStep.objects.filter(pk=step.pk).update(frozen_at=timezone.now())
    page = desk.get(f"/tugas/{step.pk}/").content.decode()
    assert "Dibekukan" in page
    assert "Tandai selesai" not in page
    assert desk.post(f"/tugas/{step.pk}/finish/", {"version": 1}).status_code == 200
    head = as_user("supervisor.cirebon")
    head.post(f"/tugas/{step.pk}/thaw/", {"version": 1})
    step.refresh_from_db()
    assert (step.state, step.frozen_at) == ("open", None)


@pytest.mark.parametrize("day", ["01/01/0001", "31/12/9999", "31/02/2027", "besok"])
def test_a_day_of_another_age_is_refused_in_words(case, desk, cast, day):
    told = {"text": "Telepon.", "who": str(cast["meja.cirebon"].pk), "due_on": day}
    assert desk.post(f"/kasus/{case.pk}/tugas/", told).status_code == 200
    assert not ActionStep.objects.filter(case=case).exists()
