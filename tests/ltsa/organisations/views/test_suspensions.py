"""A house whose access stops for a while: who may do it, for how long, and that nobody gets in meanwhile."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from ltsa.access import Permission
from ltsa.accounts.models import Posting, User
from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Organisation, Suspension

HOURS = timedelta(hours=1)


@pytest.fixture
def wcc(cast):
    return Organisation.objects.get(pk=cast["wcc.cirebon"].posting.organisation_id)


@pytest.fixture
def admin(as_user):
    return as_user("admin.cirebon")


@pytest.fixture
def officer(as_user):
    return as_user("ppdp.cirebon")


def suspend(client, house, hours=72, reason="Akun dipakai bersama"):
    body = {"hours": hours, "reason": reason}
    return client.post(f"/kelola/lembaga/{house.pk}/tangguhkan/", body)


def lift(client, house):
    return client.post(f"/kelola/penangguhan/{house.suspensions.first().pk}/cabut/")


def consent(client, row, until):
    told = timezone.localtime(until).strftime("%d/%m/%Y %H.%M")
    return client.post(f"/privasi/penangguhan/{row.pk}/", {"until": told})


def pass_by(row, time):
    """As if it had begun so much earlier."""
    row.refresh_from_db()
    row.starts_at, row.ends_at = row.starts_at - time, row.ends_at - time
    row.save()


def is_halted(house) -> bool:
    return house.suspensions.in_force().exists()


def test_an_open_session_reads_nothing_from_the_next_click_on(admin, as_user, wcc):
    companion, head = as_user("wcc.cirebon"), as_user("supervisor.wcc.cirebon")
    assert companion.get("/klien/").status_code == 200
    assert suspend(admin, wcc).status_code == 302
    for client in (companion, head):
        for path in ("/klien/", "/kasus/", "/rujukan/", "/beranda/", "/notifikasi/", "/akun/"):
            assert client.get(path).status_code == 302
            assert client.get(path).url.startswith("/masuk/")


def test_a_token_opens_nothing(admin, api, wcc, migrant):
    script = api("wcc.cirebon")
    assert script.get("/api/v1/referrals/").status_code == 200
    suspend(admin, wcc)
    for path in ("/api/v1/referrals/", "/api/v1/cases/", "/api/v1/notifications/"):
        assert script.get(path).status_code == 401


def test_a_session_that_starts_a_second_later_does_not_start(admin, wcc, settings, as_user):
    settings.DEMO = False
    cache.clear()
    settings.DEMO = True
    suspend(admin, wcc)
    settings.DEMO = False
    client = Client()
    answer = client.post("/masuk/", {"login": "wcc.cirebon", "password": "satu-atap"})
    assert answer.url == "/akun/nonaktif/"
    assert "_auth_user_id" not in client.session
    assert as_user("wcc.cirebon").get("/beranda/").url.startswith("/masuk/")


def test_others_of_the_district_go_on(admin, as_user, wcc):
    suspend(admin, wcc)
    for who in ("meja.cirebon", "sbmi.cirebon", "uptdppa.cirebon"):
        assert as_user(who).get("/klien/").status_code == 200


def test_rights_go_and_come_with_it(admin, wcc, cast):
    suspend(admin, wcc)
    person = User.objects.get(username="wcc.cirebon")
    assert person.posting is None and not person.can(Permission.INBOX_SEE)
    assert not User.objects.holding(Permission.CASE_RESTRICTED).filter(pk=person.pk).exists()
    assert not User.objects.working_for(wcc).exists()
    lift(admin, wcc)
    assert User.objects.get(username="wcc.cirebon").can(Permission.CASE_RESTRICTED)


def test_it_ends_by_itself_after_72_hours(admin, as_user, wcc):
    suspend(admin, wcc)
    row = wcc.suspensions.get()
    assert row.ends_at - row.starts_at == 72 * HOURS
    companion = as_user("wcc.cirebon")
    pass_by(row, 71.9 * HOURS)
    assert companion.get("/klien/").status_code == 302
    pass_by(row, 0.2 * HOURS)
    assert as_user("wcc.cirebon").get("/klien/").status_code == 200


@pytest.mark.parametrize("hours", [0, -1, 73, 100_000, ""])
def test_longer_than_72_hours_is_refused(admin, wcc, hours):
    assert suspend(admin, wcc, hours).status_code == 200
    assert not Suspension.objects.exists()


def test_the_database_keeps_the_72_hours_too(admin, wcc):
    suspend(admin, wcc)
    row = wcc.suspensions.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        Suspension.objects.filter(pk=row.pk).update(ends_at=row.ends_at + HOURS)


def test_it_is_told_to_its_supervisor_and_the_data_protection_officer(admin, wcc, cast):
    suspend(admin, wcc)
    heads = Notification.objects.filter(kind="account", user=cast["supervisor.wcc.cirebon"])
    line = Notification.objects.get(kind="organisation", user=cast["ppdp.cirebon"])
    assert line.link == f"/privasi/penangguhan/{wcc.suspensions.get().pk}/"
    for text in (heads.get().mail_body, line.mail_body):
        for word in ("WCC", "Cirebon", "dipakai bersama", "Mariam"):
            assert word not in text
    trail = Record.objects.get(subject=wcc.pk, fields=["suspension"])
    assert (trail.by, trail.reason) == (cast["admin.cirebon"], "Akun dipakai bersama")


@pytest.mark.parametrize("ended", ["by itself", "lifted"])
def test_71_hours_again_and_again_waits_for_consent(admin, officer, wcc, ended):
    suspend(admin, wcc, 71)
    first = wcc.suspensions.get()
    if ended == "lifted":
        lift(admin, wcc)
    else:
        pass_by(first, 71 * HOURS + 13 * 24 * HOURS)
    for _ in range(3):
        suspend(admin, wcc, 71)
        assert not is_halted(wcc)
    row = wcc.suspensions.waiting().get()
    assert consent(officer, row, timezone.now() + 48 * HOURS).status_code == 302
    assert is_halted(wcc)


def test_after_14_days_the_admin_may_again(admin, wcc):
    suspend(admin, wcc, 71)
    pass_by(wcc.suspensions.get(), 71 * HOURS + 15 * 24 * HOURS)
    suspend(admin, wcc, 71)
    assert is_halted(wcc)


def test_refused_it_does_not_begin(admin, officer, wcc):
    suspend(admin, wcc)
    lift(admin, wcc)
    suspend(admin, wcc)
    row = wcc.suspensions.waiting().get()
    officer.post(f"/privasi/penangguhan/{row.pk}/tolak/")
    consent(officer, row, timezone.now() + HOURS)
    assert not is_halted(wcc)


def test_longer_takes_consent_and_has_an_end(admin, officer, wcc):
    suspend(admin, wcc)
    row = wcc.suspensions.get()
    assert consent(officer, row, timezone.now() + 31 * 24 * HOURS).status_code == 200
    assert consent(officer, row, timezone.now() + 20 * 24 * HOURS).status_code == 302
    row.refresh_from_db()
    assert row.ends_at > timezone.now() + 19 * 24 * HOURS
    assert row.consented_by.username == "ppdp.cirebon"


def test_the_officer_ends_what_the_admin_began(admin, officer, wcc, cast):
    suspend(admin, wcc)
    officer.post(f"/privasi/penangguhan/{wcc.suspensions.get().pk}/tolak/")
    assert not is_halted(wcc)
    assert Notification.objects.filter(user=cast["admin.cirebon"], kind="organisation").exists()


def test_nobody_else_suspends_or_consents(admin, as_user, wcc):
    for who in ("supervisor.cirebon", "supervisor.wcc.cirebon", "ppdp", "sistem", "pemirsa"):
        assert suspend(as_user(who), wcc).status_code == 403
    assert suspend(as_user("admin.blitar"), wcc).status_code == 404
    suspend(admin, wcc)
    row = wcc.suspensions.get()
    for who in ("admin.cirebon", "supervisor.cirebon", "sistem"):
        assert consent(as_user(who), row, timezone.now() + 100 * HOURS).status_code == 403
    assert as_user("admin.blitar").post(f"/kelola/penangguhan/{row.pk}/cabut/").status_code == 404
    assert is_halted(wcc)


def test_not_her_own_office_nor_one_of_the_nation(admin, cast):
    for who in ("admin.cirebon", "pemirsa"):
        assert suspend(admin, cast[who].posting.organisation).status_code == 404
    assert not Suspension.objects.exists()


def test_whoever_watches_over_the_data_cannot_be_shut_out(admin, wcc, cast):
    person = User.objects.create_user("ppdp.wcc", full_name="Umi Contohwati")
    Posting.objects.create(
        user=person,
        role="data_protection_officer",
        organisation=wcc,
        starts_on=timezone.localdate() - timedelta(days=40),
    )
    assert suspend(admin, wcc).status_code == 200
    assert not is_halted(wcc)


def test_who_suspends_it_does_not_enter_it(admin, make_case, make_migrant, wcc):
    client = make_migrant(by="wcc.cirebon", full_name="Lestari Andaisari")
    case = make_case(client, by="wcc.cirebon", restricted=True, types=())
    paths = (f"/klien/{client.pk}/", f"/kasus/{case.pk}/", f"/kasus/{case.pk}/riwayat/")
    before = [admin.get(path).status_code for path in paths]
    suspend(admin, wcc)
    assert [admin.get(path).status_code for path in paths] == before
    assert set(before) <= {403, 404}


def test_who_works_there_still_counts_as_there(admin, wcc):
    """A house that is halted has not lost its supervisor: nobody may appoint another meanwhile for that."""
    suspend(admin, wcc)
    assert admin.get(f"/kelola/lembaga/{wcc.pk}/").context["people"] == 2
    assert wcc.postings.posted_today().filter(role="supervisor").exists()
    assert admin.post(f"/kelola/lembaga/{wcc.pk}/akhiri/").status_code == 200
