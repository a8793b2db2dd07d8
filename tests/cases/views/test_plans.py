from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import ActionPlan
from ltsa.audit.models import Record


def filled(client, case, **fields):
    """What the form holds, and these fields in it."""
    form = client.get(f"/kasus/{case.pk}/rencana/").context["form"]
    start = {name: form[name].value() for name in form.fields}
    told = {name: "" if value is None else value for name, value in start.items()}
    due = (timezone.localdate() + timedelta(days=3)).strftime("%d/%m/%Y")
    told = {name: due if "due_" in name and value else value for name, value in told.items()}
    return told | {"idempotency_key": form.key} | fields


def one(cast, n=0, text="Telepon P3MI."):
    return {f"text_{n}": text, f"who_{n}": str(cast["meja.cirebon"].pk), f"due_{n}": "7"}


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


@pytest.fixture
def plan(case, desk, cast):
    desk.post(f"/kasus/{case.pk}/rencana/", filled(desk, case, goal="Uang kembali.", **one(cast)))
    return ActionPlan.objects.get(case=case)


def test_a_plan_is_written_in_one_form_without_javascript(plan, cast):
    (step,) = plan.steps.all()
    assert (plan.goal, step.text, step.who) == (
        "Uang kembali.",
        "Telepon P3MI.",
        cast["meja.cirebon"],
    )
    assert step.due_on == timezone.localdate() + timedelta(days=7)


def test_more_rows_wait_folded_and_count_when_they_are_filled(case, desk, cast):
    told = filled(desk, case, goal="Uang kembali.", **one(cast), **one(cast, 9, "Langkah jauh."))
    desk.post(f"/kasus/{case.pk}/rencana/", told)
    assert ActionPlan.objects.get(case=case).steps.count() == 2


def test_nothing_typed_is_lost_when_a_row_is_not_whole(case, desk, cast):
    told = filled(desk, case, goal="Uang kembali.", text_0="Telepon P3MI.", text_8="Jauh.")
    answer = desk.post(f"/kasus/{case.pk}/rencana/", told)
    page = answer.content.decode()
    assert "Telepon P3MI." in page
    assert "Isi tanggalnya." in page
    assert '<details class="more" open>' in page
    assert not ActionPlan.objects.exists()


def test_two_clicks_make_one_plan(case, desk, cast):
    told = filled(desk, case, goal="Uang kembali.", **one(cast))
    assert [desk.post(f"/kasus/{case.pk}/rencana/", told).status_code for _ in range(2)] == [
        302
    ] * 2
    assert ActionPlan.objects.count() == 1


def test_the_supervisor_approves_and_then_it_is_written_anew(plan, case, desk, as_user):
    desk.post(f"/rencana/{plan.pk}/submit/")
    head = as_user("supervisor.cirebon")
    assert "Keputusan supervisor" in head.get(f"/rencana/{plan.pk}/").content.decode()
    head.post(f"/rencana/{plan.pk}/approve/", {"comment": "Baik."})
    plan.refresh_from_db()
    assert plan.state == "approved"
    told = filled(desk, case, goal="Uang dan ijazah kembali.")
    answer = desk.post(f"/kasus/{case.pk}/rencana/", told)
    new = ActionPlan.objects.get(case=case, number=2)
    assert answer.url == f"/rencana/{new.pk}/"
    assert new.steps.get().text == "Telepon P3MI."
    old = desk.get(f"/rencana/{plan.pk}/").content.decode()
    assert "Uang kembali." in old
    assert "Baik." in old


def test_the_writer_is_shown_no_decision_and_a_forced_one_is_on_record(plan, desk, case):
    desk.post(f"/rencana/{plan.pk}/submit/")
    assert "Keputusan supervisor" not in desk.get(f"/rencana/{plan.pk}/").content.decode()
    desk.post(f"/rencana/{plan.pk}/approve/", {"comment": ""})
    plan.refresh_from_db()
    assert plan.state == "submitted"
    assert Record.objects.filter(verb="refused", subject=case.pk).exists()


def test_to_send_back_without_a_word_is_asked_again(plan, desk, as_user):
    desk.post(f"/rencana/{plan.pk}/submit/")
    head = as_user("supervisor.cirebon")
    assert head.post(f"/rencana/{plan.pk}/send_back/", {"comment": ""}).status_code == 200
    plan.refresh_from_db()
    assert plan.state == "submitted"


def test_of_two_who_write_at_once_the_second_sees_both(plan, case, desk, as_user):
    told = filled(desk, case, goal="Versi saya.")
    other = as_user("supervisor.cirebon")
    other.post(f"/kasus/{case.pk}/rencana/", filled(other, case, goal="Versi lain."))
    page = desk.post(f"/kasus/{case.pk}/rencana/", told).content.decode()
    assert "Versi saya." in page
    assert "Versi lain." in page


def test_rule_1_a_plan_of_a_restricted_case_is_404_for_others(make_case, cast, as_user):
    head = cast["konselor.cirebon"]
    told = {"restricted": True, "types": (), "account": "", "limits_explained": True}
    secret = make_case(by="konselor.cirebon", **told)
    step = {"id": None, "text": "Rahasia.", "who": head, "due_on": timezone.localdate()}
    plan = actions.write_plan(secret, goal="Aman.", steps=[step], by=head)
    task = plan.steps.get()
    saved = actions.assess(secret, "needs_risk", answers={}, by=head)
    for who in ("meja.cirebon", "supervisor.cirebon", "wcc.cirebon"):
        for path in (
            f"rencana/{plan.pk}", f"tugas/{task.pk}", f"penilaian/{saved.pk}", f"kasus/{secret.pk}/rencana",
            f"kasus/{secret.pk}/tugas", f"kasus/{secret.pk}/penilaian/risiko",
        ):  # fmt: skip
            assert as_user(who).get(f"/{path}/").status_code == 404, (who, path)


def test_before_the_limits_are_explained_the_form_sends_there(make_case, as_user):
    secret = make_case(restricted=True, types=(), account="", by="konselor.cirebon")
    answer = as_user("konselor.cirebon").get(f"/kasus/{secret.pk}/rencana/")
    assert answer.url == f"/kasus/{secret.pk}/batas/"
