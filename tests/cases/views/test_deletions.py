import pytest

from cases import actions
from cases.actions.deletions import CLOCK
from cases.models import DeletionRequest
from ltsa.notifications.models import Notification
from tests.cases.deadlines import come


@pytest.fixture
def asked(cast, referral):
    actions.accept_referral(referral, contact="Ibu Contoh", by=cast["wcc.cirebon"])
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    return DeletionRequest.objects.get(referral=referral)


def test_rule_7_the_recipient_confirms_on_the_referral_and_on_my_day(as_user, asked):
    wcc, address = as_user("wcc.cirebon"), f"/penghapusan/{asked.pk}/"
    assert f"{address}konfirmasi/" in wcc.get(f"/rujukan/{asked.referral_id}/").content.decode()
    assert address in wcc.get("/beranda/").content.decode()
    assert wcc.post(f"{address}konfirmasi/").status_code == 302
    assert DeletionRequest.objects.get(pk=asked.pk).confirmed_by.username == "wcc.cirebon"
    assert address not in wcc.get("/beranda/").content.decode()


def test_the_sender_waits_for_it_on_my_day_and_cannot_press(as_user, asked):
    desk, address = as_user("meja.cirebon"), f"/penghapusan/{asked.pk}/"
    assert address in desk.get("/beranda/").content.decode()
    assert "konfirmasi/" not in desk.get(address).content.decode()
    assert desk.post(f"{address}konfirmasi/").status_code == 404


def test_nobody_else_finds_it(as_user, asked):
    for who in ("sbmi.cirebon", "konselor.cirebon", "meja.tulungagung", "uptdppa.cirebon"):
        assert as_user(who).get(f"/penghapusan/{asked.pk}/").status_code == 404


def test_what_is_not_confirmed_in_time_reaches_the_data_protection_officers(as_user, asked):
    come(asked, CLOCK, "half")
    lines = Notification.objects.filter(user__username="ppdp.cirebon", subject=asked.pk)
    assert not lines.exists()
    come(asked, CLOCK, "due")
    assert (lines.get().link, lines.get().code) == ("/privasi/jejak/", asked.code)
    officer = as_user("ppdp.cirebon")
    day = officer.get("/beranda/").content.decode()
    assert asked.code in day
    assert f"/penghapusan/{asked.pk}/" not in day
    assert officer.get(f"/penghapusan/{asked.pk}/").status_code == 403


def test_it_names_no_client(as_user, asked):
    shown = as_user("wcc.cirebon").get(f"/penghapusan/{asked.pk}/").content.decode()
    assert str(asked.consent.migrant) not in shown
