from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions import allow_glass, ask_glass
from cases.models import BreakGlass
from ltsa.audit.models import Record

REASON = "Klien tidak dapat dihubungi dan ada ancaman hari ini."


@pytest.fixture
def glass(make_case, make_migrant, cast):
    """Opened for the system administrator, of a case of the women's centre."""
    wcc = cast["wcc.cirebon"]
    client = make_migrant(by=wcc, full_name="Lestari Andaisari", phone="081234567899")
    case = make_case(client, restricted=True, types=(), account="", by=wcc)
    asked = ask_glass(code=case.code, reason=REASON, by=cast["sistem"])
    return allow_glass(asked, by=cast["supervisor.wcc.cirebon"])


def test_a_request_is_asked_decided_and_read(make_case, as_user, cast):
    case = make_case(restricted=True, types=(), account="", by="wcc.cirebon")
    asker = as_user("sistem")
    page = asker.get("/akses-darurat/baru/")
    told = {"code": case.code, "reason": REASON, "idempotency_key": page.context["form"].key}
    assert asker.post("/akses-darurat/baru/", told).url == "/akses-darurat/"
    glass = BreakGlass.objects.get()
    assert asker.get(f"/akses-darurat/{glass.pk}/").status_code == 404
    head = as_user("supervisor.wcc.cirebon")
    assert REASON in head.get("/akses-darurat/").content.decode()
    head.post(f"/akses-darurat/{glass.pk}/allow/")
    page = asker.get(f"/akses-darurat/{glass.pk}/")
    assert case.code in page.content.decode()
    assert Record.objects.filter(verb="view", subject=case.pk, by=cast["sistem"]).exists()


def test_only_who_asked_reads_and_only_for_the_hour(glass, as_user):
    address = f"/akses-darurat/{glass.pk}/"
    assert "Lestari" in as_user("sistem").get(address).content.decode()
    assert as_user("supervisor.cirebon").get(address).status_code == 404
    BreakGlass.objects.filter(pk=glass.pk).update(opens_until=timezone.now() - timedelta(seconds=1))
    assert as_user("sistem").get(address).status_code == 404


def test_rule_3_an_opened_glass_opens_no_list_search_paper_or_export(glass, as_user):
    asker, case = as_user("sistem"), glass.case
    for address in (f"/kasus/{case.pk}/", f"/kasus/{case.pk}/cetak/", f"/kasus/{case.pk}/riwayat/"):
        assert asker.get(address).status_code in (403, 404), address
    for address in ("/kasus/", "/beranda/", "/notifikasi/"):
        assert "Lestari" not in asker.get(address).content.decode(), address


def test_an_unknown_number_looks_the_same_to_the_asker(glass, as_user, cast):
    ask_glass(code="LTSA-3209-2026-TIDAKADA", reason=REASON, by=cast["sistem"])
    page = as_user("sistem").get("/akses-darurat/").content.decode()
    assert "Tidak ada kasus" not in page
    assert "Tidak ada kasus" in as_user("ppdp").get("/akses-darurat/").content.decode()
