import io
from datetime import timedelta

import pypdf
import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.actions import (
    void_letter,
    write_power_of_attorney,
    write_receipt,
    write_referral_letter,
)
from ltsa.timeline.models import Event


def words(letter) -> str:
    pages = pypdf.PdfReader(io.BytesIO(bytes(letter.content))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def until():
    return timezone.localdate() + timedelta(days=90)


def test_a_power_of_attorney_names_both_and_stands_in_the_timeline(
    make_case, make_migrant, cast, until
):
    union = cast["sbmi.cirebon"]
    case = make_case(make_migrant(by=union, full_name="Wening Contohwati"), by=union)
    letter = write_power_of_attorney(
        case, holder="Budi Umpama", about="gaji yang belum dibayar", until=until, by=union
    )
    told = words(letter)
    assert "Wening Contohwati" in told
    assert "Budi Umpama" in told
    assert letter.number in told.replace(" ", "")
    assert Event.objects.about(case.pk).filter(verb="letter.make").exists()


def test_rule_12_paper_of_a_restricted_case_names_nobody(make_case, make_migrant, cast, until):
    wcc = cast["wcc.cirebon"]
    client = make_migrant(by=wcc, full_name="Lestari Andaisari")
    case = make_case(client, types=["GBV02"], account="", restricted=True, by=wcc)
    power = write_power_of_attorney(
        case, holder="Lestari Andaisari", about="kekerasan", until=until, by=wcc
    )
    receipt = write_receipt(
        case,
        giver="Lestari Andaisari",
        taker=str(wcc),
        purpose="kekerasan",
        what=[{"uraian": "Kartu", "jumlah": "1", "keterangan": "-"}],
        place="Kantor",
        by=wcc,
    )
    for letter in (power, receipt):
        told = words(letter)
        assert "Lestari" not in told
        assert str(wcc) not in told
        assert "kekerasan" not in told
        assert case.code in told.replace(" ", "")  # a line may end after its hyphen
        assert "Lestari" not in letter.file_name


def test_a_referral_letter_tells_codes_only(make_referral, make_migrant, make_case, cast):
    desk = cast["meja.cirebon"]
    client = make_migrant(by=desk, full_name="Wening Contohwati")
    referral = make_referral(make_case(client, by=desk), needs="Cerita panjang.")
    told = words(write_referral_letter(referral, by=desk))
    together = told.replace(" ", "")  # a line may end after a hyphen
    assert referral.code in together
    assert client.code in together
    assert "Wening" not in told
    assert "Cerita" not in told


def test_a_void_letter_keeps_its_number_and_is_void_once(make_case, cast, until):
    desk, case = cast["meja.cirebon"], make_case()
    letter = write_power_of_attorney(case, holder="A", about="B", until=until, by=desk)
    assert void_letter(letter, case, reason="Salah nama", by=desk).is_void
    with pytest.raises(ValidationError):
        void_letter(letter, case, reason="Sekali lagi", by=desk)


def test_rule_5_a_letter_never_says_that_she_agreed_when_she_did_not(make_referral, cast):
    head = cast["supervisor.cirebon"]
    agreed = words(write_referral_letter(make_referral(), by=head))
    assert "Klien telah menyetujui" in agreed
    override = {"override": "life_in_danger", "override_reason": "Ancaman malam ini."}
    sent = make_referral(to="sbmi.cirebon", override=override, by=head)
    told = words(write_referral_letter(sent, by=head))
    assert "Klien telah menyetujui" not in told
    assert "tanpa persetujuan klien" in told and "nyawa terancam" in told
    assert "Ancaman malam ini" not in told
