import re
from uuid import uuid4

import pytest
from django.utils import timezone

from cases.actions import accept_referral
from ltsa.audit.models import Record
from services import actions
from services.models import AccessGrant, Migrant

NIK = "3209305708990003"


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


def page(client, migrant, more="") -> str:
    answer = client.get(f"/klien/{migrant.pk}/{more}")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    ("safe", "words"),
    [
        ("no", "JANGAN DIHUBUNGI"),
        ("ask", "Hubungi hanya pada waktu yang ia sebut"),
        ("yes", "Aman dihubungi"),
        ("", "Belum ditanya: aman dihubungi?"),
    ],
)
def test_whether_she_may_be_contacted_stands_on_top_in_words(desk, make_migrant, safe, words):
    assert words in page(desk, make_migrant(phone="081234567890", phone_safe=safe))


def test_numbers_and_code_word_are_masked_on_screen_and_on_paper(desk, make_migrant):
    secrets = {"nik": NIK, "family_card": "3209142501120001", "passport": "C1234567", "phone": "081234567890"}  # fmt: skip
    client = make_migrant(code_word="melati", **secrets)
    for more in ("", "cetak/"):
        shown = page(desk, client, more)
        assert not [one for one in (*secrets.values(), "melati", "81234567890") if one in shown]
    assert "kode klien" in page(desk, client).lower()


def test_an_anonymous_client_tells_what_is_lost_and_what_is_kept(desk, make_migrant):
    shown = page(desk, make_migrant(anonymous=True))
    assert "Nama, NIK, KK, dan paspor tidak disimpan" in shown
    assert "cari dengan kode klien" in shown


def test_the_paper_says_who_printed_it_by_code_and_the_trail_keeps_it(desk, cast, make_migrant):
    client, user = make_migrant(code_word="melati", phone_safe="no"), cast["meja.cirebon"]
    shown = page(desk, client, "cetak/")
    content = re.search(r'<div class="page-head">(.*)</main>', shown, re.DOTALL)[1]
    assert user.staff_code in content
    assert str(user) not in content
    assert str(user.posting.service_point or user.posting.organisation) in content
    assert Record.objects.get(verb="print").subject == client.pk


def test_nobody_prints_whom_she_may_not_see(as_user, migrant):
    assert as_user("wcc.cirebon").get(f"/klien/{migrant.pk}/cetak/").status_code == 404
    assert not Record.objects.filter(verb="print").exists()


def test_a_long_timeline_is_narrowed_by_kind(desk, cast, make_migrant):
    client, by = make_migrant(), cast["meja.cirebon"]
    assert "?riwayat=" not in page(desk, client)
    for n in range(8):
        row = Migrant.objects.get(pk=client.pk)
        actions.edit_migrant(row, version=row.version, destination=f"Negara {n}", by=by)
    actions.log_session(
        migrant=client, kind="legal", channel="phone", started_at=timezone.now(), outcome="enough", by=by
    )  # fmt: skip
    assert "?riwayat=session" in page(desk, client)
    timeline = page(desk, client, "?riwayat=session").partition('class="timeline"')[2]
    assert "Konseling dicatat" in timeline
    assert "Data klien diubah" not in timeline


@pytest.mark.parametrize("kind", ["x" * 5000, "%00", "session'--", "2"])
def test_an_unknown_kind_shows_everything(desk, migrant, kind):
    assert "Klien didaftarkan" in page(desk, migrant, f"?riwayat={kind}")


def test_rule_4_no_restricted_case_and_no_house_for_survivors_goes_to_the_printer(
    as_user, cast, make_case, make_migrant, make_referral
):
    wcc = cast["wcc.cirebon"]
    client = make_migrant(by=wcc)
    case = make_case(client, by=wcc, types=["GBV02"], account="")
    make_referral(case, to="uptdppa.cirebon", by=wcc)
    ordinary = make_case(client, by=wcc)
    reader = as_user(wcc)
    screen, paper = page(reader, client), page(reader, client, "cetak/")
    content = re.search(r'<div class="page-head">(.*)</main>', paper, re.DOTALL)[1]
    assert ordinary.code in content
    told = (case.code, str(case.primary_type), "terbatas", "Terbatas", "ujukan", "dikirim ke")
    for secret in (*told, str(cast["uptdppa.cirebon"].posting.organisation)):
        assert secret not in content
    assert str(wcc.posting.organisation) not in content
    assert str(wcc.posting.service_point) not in content
    assert case.code in screen


def test_rule_4_the_timeline_does_not_tell_that_a_house_for_survivors_knows_her(
    as_user, cast, make_migrant, make_referral, make_case
):
    client, wcc = make_migrant(), cast["wcc.cirebon"]
    told = {"disclose": ["identity", "contact", "journey"], "to": "wcc.cirebon"}
    accept_referral(make_referral(make_case(client), **told), by=wcc)
    actions.edit_migrant(client, version=client.version, destination="Malaysia", by=wcc)
    house = str(wcc.posting.organisation)
    for reader in ("meja.cirebon", "konselor.cirebon", "admin.cirebon", "wcc.cirebon"):
        events = page(as_user(reader), client).split('id="riwayat"')[1]
        assert "diubah" in events
        assert (house in events) == (reader == "wcc.cirebon")
    membership = actions.offer_membership(
        client, union=cast["sbmi.cirebon"].posting.organisation, answer="interested", by=wcc
    )
    actions.register_member(membership, version=1, agreed=True, by=wcc)
    let_in = {"migrant": client, "organisation": cast["sbmi.cirebon"].posting.organisation}
    AccessGrant.objects.create(**let_in, reason="referral", groups=["identity"], subject=uuid4())
    shown = as_user("sbmi.cirebon").get(f"/serikat/{membership.pk}/")
    assert shown.status_code == 200
    assert house not in shown.content.decode()
    assert str(wcc) not in shown.content.decode()
