"""The page behind the mailed address, and the sender's form for what she was told by phone."""

import uuid

import pytest
from django.test import Client
from django.utils import timezone

from cases.models import DeletionRequest
from tests.cases.actions.test_deletions_outside import mailed, withdrawn
from tests.cases.links import wrong


@pytest.fixture
def asked(make_referral, no_accounts, cast):
    return withdrawn(make_referral(to=no_accounts), cast["meja.cirebon"])


def test_rule_7_one_button_confirms_and_the_page_names_nobody(asked):
    guest, address = Client(), f"/tamu/{mailed(asked)}/hapus/"
    page = guest.get(address)
    text = page.content.decode()
    assert "Sudah kami hapus" in text and page["Cache-Control"] == "no-store, private"
    for word in (str(asked.consent.migrant), asked.code, str(asked.organisation)):
        assert word not in text
    assert DeletionRequest.objects.get().confirmed_at is None  # a mail scanner only looks
    for pin in ("", wrong(asked), "12345"):
        assert "PIN" in guest.post(address, {"pin": pin}).content.decode()
    assert DeletionRequest.objects.get().confirmed_at is None  # the mail alone is not enough
    assert guest.post(address, {"pin": asked.pin}).url == "/tamu/selesai/hapus/"
    assert "Terima kasih" in guest.get("/tamu/selesai/hapus/").content.decode()
    assert DeletionRequest.objects.get().confirmed_how == "link"
    assert "tidak berlaku lagi" in guest.get(address).content.decode()


def test_an_unknown_address_looks_like_a_used_one(db):
    assert "tidak berlaku lagi" in Client().get(f"/tamu/{'x' * 43}/hapus/").content.decode()


def test_rule_7_the_sender_writes_down_what_she_was_told(as_user, asked):
    desk, address = as_user("meja.cirebon"), f"/penghapusan/{asked.pk}/"
    assert "tidak ada yang punya akun" in desk.get(address).content.decode()
    told = {"how": "phone", "name": "Suster Contoh", "on": f"{timezone.localdate():%d/%m/%Y}"}
    assert desk.post(address, told | {"on": "01/01/2099"}).status_code == 200
    for _ in range(2):  # a second click finds it done
        sent = desk.post(address, told | {"idempotency_key": str(uuid.uuid4())})
        assert (sent.status_code, sent.url) == (302, address)
    page = desk.get(address).content.decode()
    assert "Dikonfirmasi lewat telepon oleh Suster Contoh" in page
    assert as_user("sbmi.cirebon").post(address, told).status_code == 404
