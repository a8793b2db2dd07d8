from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions import write_power_of_attorney
from ltsa.letters.models import Letter


@pytest.fixture
def letter(make_case, cast):
    until = timezone.localdate() + timedelta(days=30)
    return write_power_of_attorney(
        make_case(), holder="Budi Umpama", about="gaji", until=until, by=cast["meja.cirebon"]
    )


def test_a_receipt_is_written_from_the_case_and_read(make_case, as_user):
    case, client = make_case(), as_user("meja.cirebon")
    address = f"/kasus/{case.pk}/surat/tanda-terima/"
    told = {
        "giver": "Wening Contohwati",
        "taker": "Rini Contohsari",
        "purpose": "Verifikasi",
        "place": "Loket",
        "what_1": "Paspor asli",
        "idempotency_key": client.get(address).context["form"].key,
    }
    assert client.post(address, told).url == f"/kasus/{case.pk}/"
    assert client.post(address, told).url == f"/kasus/{case.pk}/"
    letter = Letter.objects.get(subject=case.pk)
    page = client.get(f"/kasus/{case.pk}/").content.decode()
    assert letter.number in page
    answer = client.get(f"/surat/{letter.pk}/")
    assert answer["Content-Type"] == "application/pdf"
    assert "Wening" not in answer["Content-Disposition"]


@pytest.mark.parametrize("who", ["sbmi.cirebon", "admin.cirebon", "ppdp", "meja.tulungagung"])
def test_nobody_else_reads_the_letter(letter, as_user, who):
    assert as_user(who).get(f"/surat/{letter.pk}/").status_code in (403, 404)


def test_rule_1_a_letter_of_a_restricted_case_is_its_teams_alone(make_case, as_user, cast):
    wcc = cast["wcc.cirebon"]
    case = make_case(types=["GBV01"], account="", restricted=True, by=wcc)
    until = timezone.localdate() + timedelta(days=30)
    letter = write_power_of_attorney(case, holder="", about="", until=until, by=wcc)
    assert as_user(wcc).get(f"/surat/{letter.pk}/").status_code == 200
    for who in ("meja.cirebon", "supervisor.cirebon", "uptdppa.cirebon", "ppdp", "sistem"):
        assert as_user(who).get(f"/surat/{letter.pk}/").status_code in (403, 404), who


def test_a_letter_is_taken_back_with_a_reason(letter, as_user):
    client = as_user("meja.cirebon")
    client.post(f"/surat/{letter.pk}/batal/", {"reason": "Salah nama"})
    assert Letter.objects.get(pk=letter.pk).is_void
    assert client.get(f"/surat/{letter.pk}/batal/").status_code == 404


def test_the_sender_prints_a_letter_to_go_along(make_referral, as_user):
    referral = make_referral()
    answer = as_user("meja.cirebon").post(f"/rujukan/{referral.pk}/surat/")
    assert answer["Content-Type"] == "application/pdf"
    assert as_user("wcc.cirebon").post(f"/rujukan/{referral.pk}/surat/").status_code == 404
