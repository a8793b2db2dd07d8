from datetime import timedelta

from django.utils import timezone

from cases import actions
from cases.models import SafetyPlan
from tests.cases.survivors import YES_RAPE, in_a_week, incident


def write(case, by, after=0):
    answers = {"dangers": ["threat"]}
    return actions.write_safety_plan(
        case, answers=answers, review_on=in_a_week(), after=after, by=by
    )


def test_a_review_stands_on_my_day_when_it_is_near_and_only_for_the_newest(as_user, told, wcc):
    plan, client, address = write(told, wcc), as_user(wcc), f"/kasus/{told.pk}/rencana-aman/"
    assert address not in client.get("/beranda/").content.decode()
    SafetyPlan.objects.filter(pk=plan.pk).update(review_on=timezone.localdate())
    day = client.get("/beranda/").content.decode()
    assert address in day
    assert "Lestari" not in day
    write(told, wcc, after=1)
    assert address not in client.get("/beranda/").content.decode()


def test_the_private_clock_is_on_the_day_of_the_worker_and_her_supervisor_alone(
    as_user, told, wcc, head
):
    incident(told, wcc, answers=YES_RAPE)
    address = f"/kasus/{told.pk}/lapor/"
    for person in (wcc, head):
        assert address in as_user(person).get("/beranda/").content.decode()
    for who in ("uptdppa.cirebon", "supervisor.cirebon", "ppdp", "admin.cirebon"):
        assert address not in as_user(who).get("/beranda/").content.decode()


def test_nothing_is_due_in_a_house_that_was_found_not_to_be_bound(as_user, told, wcc):
    incident(told, wcc, answers=YES_RAPE)
    house = told.organisation
    house.reports_violence = False
    house.save()
    assert f"/kasus/{told.pk}/lapor/" not in as_user(wcc).get("/beranda/").content.decode()


def test_what_is_past_says_so(as_user, told, wcc):
    plan = write(told, wcc)
    yesterday = timezone.localdate() - timedelta(days=1)
    SafetyPlan.objects.filter(pk=plan.pk).update(review_on=yesterday)
    assert "lewat" in as_user(wcc).get("/beranda/").content.decode()
