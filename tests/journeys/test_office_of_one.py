"""An office of one and an office of two: nothing is stuck, and somebody outside sees and answers for what was done alone."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from cases.models import Case, CaseClosing
from ltsa.accounts.actions.resets import carry_out_due
from ltsa.accounts.models import AccountReset, User
from ltsa.notifications.models import Notification


@pytest.fixture
def alone(cast):
    """KPI Blitar: one companion, no supervisor; Blitar has no officer of its own, so the nation's stands in."""
    return cast["kpi.blitar"]


def test_she_closes_alone_with_a_reason_and_the_officer_sees_it(
    alone, as_user, make_case, make_migrant, cast
):
    case = make_case(make_migrant(by=alone), by=alone)
    Case.objects.filter(pk=case.pk).update(
        state="resolved", outcomes=["informed"], state_since=timezone.now()
    )
    client = as_user(alone)
    case.refresh_from_db()
    told = {"reason": "solved", "outcomes": case.outcomes, "version": case.version}
    client.post(f"/kasus/{case.pk}/tutup/", told)
    assert Case.objects.get(pk=case.pk).state == "resolved"  # without saying why
    told |= {"alone_because": "Tidak ada supervisor di lembaga kami."}
    client.post(f"/kasus/{case.pk}/tutup/", told)
    assert Case.objects.get(pk=case.pk).state == "closed"
    assert CaseClosing.objects.get(case=case).alone_because
    said = as_user("ppdp").get("/kasus/ditutup-sendiri/").content.decode()
    assert case.code in said
    assert str(case.migrant.full_name) not in said


def _asks_between_password_and_code(person) -> AccountReset:
    Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
    browser = Client()
    answer = browser.post("/masuk/", {"login": person.username, "password": "satu-atap"})
    assert "/akun/pengaman/" in answer.url
    assert "/akun/pengaman/hilang/" in browser.get(answer.url).content.decode()
    browser.post("/akun/pengaman/hilang/")
    assert browser.get("/beranda/").status_code == 302  # nobody is signed in by asking
    return AccountReset.objects.get(person=person)


def test_nobody_asks_for_a_strangers_factor(alone):
    Authenticator.objects.create(user=alone, type="totp", data={"secret": "x"})
    browser = Client()
    browser.post("/masuk/", {"login": alone.username, "password": "salah-sekali"})
    assert browser.post("/akun/pengaman/hilang/").url == "/masuk/"
    assert not AccountReset.objects.exists()


def test_a_lost_phone_of_the_only_one_is_asked_by_herself_and_decided_outside(alone, as_user):
    """She can sign in with the printed sheet no more: the nation's officer decides, a day passes, she enrols again."""
    officer = as_user("ppdp")
    reset = _asks_between_password_and_code(alone)
    assert officer.get(f"/kelola/permintaan/{reset.pk}/").context["may_decide"]
    officer.post(f"/kelola/permintaan/{reset.pk}/", {"verb": "decide"})
    carry_out_due()
    assert AccountReset.objects.get(pk=reset.pk).done_at is None
    AccountReset.objects.filter(pk=reset.pk).update(asked_at=timezone.now() - timedelta(hours=25))
    carry_out_due()
    assert AccountReset.objects.get(pk=reset.pk).done_at is not None
    assert Notification.objects.filter(user=alone).exists()


def test_the_officer_ends_who_left_and_was_the_only_one(alone, as_user):
    """Nobody in the house could: the nation's officer does, in the place of a district without one."""
    officer = as_user("ppdp")
    officer.post(f"/kelola/tugas/{alone.posting.pk}/akhiri/")
    assert User.objects.get(pk=alone.pk).posting is None


def test_an_office_of_two_closes_by_two_people(cast, as_user, make_case, make_migrant):
    worker, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    case = make_case(make_migrant(by=worker), by=worker)
    Case.objects.filter(pk=case.pk).update(
        state="resolved", outcomes=["informed"], state_since=timezone.now()
    )
    case.refresh_from_db()
    told = {"reason": "solved", "outcomes": ["informed"], "version": case.version}
    why = told | {"alone_because": "Saya saja yang menutup kasus ini."}
    as_user(worker).post(f"/kasus/{case.pk}/tutup/", why)
    assert Case.objects.get(pk=case.pk).state == "resolved"
    as_user(head).post(f"/kasus/{case.pk}/tutup/", told)
    assert Case.objects.get(pk=case.pk).state == "closed"


def test_in_an_office_of_two_a_restricted_case_moves_by_name(
    cast, as_user, make_case, make_migrant
):
    """The companion names her supervisor, who did not make her account: no waiting, and the team reads it."""
    worker, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    case = make_case(make_migrant(by=worker), types=["GBV02"], by=worker, limits_explained=True)
    assert as_user(head).get(f"/kasus/{case.pk}/").status_code == 404
    as_user(worker).post(f"/kasus/{case.pk}/tim/", {"person": head.pk})
    assert as_user(head).get(f"/kasus/{case.pk}/").status_code == 200
