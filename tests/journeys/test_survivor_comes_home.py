"""A survivor comes home (acceptance walk c): one tap at the desk, and from then on only those whom she allows know.

Rini at the desk, Sa'adah and Mariam at the crisis centre, Lilis at the shelter with her phone, Agus in the district office.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.fixtures import PHONE, type_login
from tests.journeys.steps import (
    CENTRE,
    NEUTRAL,
    choose,
    choose_from,
    exactly,
    follow,
    link_in,
    press,
    register_a_client,
    text_of,
    unfold,
    write,
)

NAME = "Sulastri Umpama Fajar"
SHELTER = "UPTD PPA Kabupaten Cirebon"
KIND, NEED = "Kekerasan seksual", "Perlu tempat aman malam ini."
POLICE_CLOCK = "Lapor polisi (UU 12/2022 pasal 41)"
SECRETS = [*NAME.split(), "Gebang", "WCC", "Mawar", "UPTD", "PPA", "kekerasan", "GBV", "terbatas"]
SECRETS += ["Perlindungan", "polisi", "tempat aman", "Rini", "Lilis"]


@pytest.mark.xfail(reason="Not adapted yet, docs/roadmap.md")
def test_only_those_she_allows_know_and_she_may_take_it_back(house, let_in, visit):
    first_mail = len(house.mailbox.mails)
    rini = let_in("meja.cirebon")
    case, code = one_tap_and_the_call(rini)
    she_sees_code_and_state_and_nothing_else(rini, case, code)

    (mail,) = house.mails("wcc.cirebon", case)
    saadah = let_in("wcc.cirebon", link_in(mail))
    press(saadah, "Mulai verifikasi")
    the_limits_are_explained_first(saadah)
    her_answers_are_separate(saadah, case)
    the_kind_is_known_and_the_clock_runs(saadah)
    referral = the_shelter_is_asked(saadah)

    (mail,) = house.mails("uptdppa.cirebon", referral)
    lilis = visit(link_in(mail), screen=PHONE)
    type_login(lilis, "uptdppa.cirebon")
    lilis.wait_for_url(referral)
    she_accepts_on_her_phone(lilis)
    assert lilis.request.get(case).status == 404

    mariam = let_in("supervisor.wcc.cirebon", case)
    expect(mariam.get_by_role("main")).to_contain_text(POLICE_CLOCK)
    for other, status in ((lilis, 404), (rini, 403)):  # her role has no such page for any case
        assert other.request.get(f"{case}lapor/").status == status
    it_is_decided_to_wait(saadah, case)
    mariam.reload()
    expect(mariam.get_by_role("main")).to_contain_text("Ditangguhkan")

    she_takes_her_consent_back(saadah, referral)
    what_was_shared_is_gone_at_once(lilis)
    saadah.goto(referral)
    expect(saadah.get_by_role("main")).to_contain_text("Dikonfirmasi")

    the_district_sees_a_small_number_and_nothing_else(let_in("admin.cirebon", "/dasbor/"), code)
    she_sees_code_and_state_and_nothing_else(rini, case, code)
    mails = house.mails("uptdppa.cirebon", referral, count=2)
    assert len(mails) >= 2
    no_mail_says_anything(house.mailbox.mails[first_mail:], code)


def one_tap_and_the_call(page: Page) -> tuple[str, str]:
    register_a_client(page, NAME)
    press(page, "Perlu bantuan khusus")
    expect(page.get_by_role("heading", name="Telepon dulu")).to_be_visible()
    centre = page.get_by_role("listitem").filter(has_text=CENTRE)
    expect(centre.get_by_role("link")).to_have_attribute("href", re.compile(r"^tel:0231000\d+$"))
    page.get_by_role("radio", name=CENTRE).check()
    choose(page, "Klien setuju dengan cara", "Tanda tangan")
    code = page.locator(".tabular").first.inner_text()
    case = page.url.removesuffix("serahkan/")
    press(page, "Serahkan kasus")
    expect(page.get_by_role("heading", name="Kasus sudah diserahkan")).to_be_visible()
    return case, code


def she_sees_code_and_state_and_nothing_else(page: Page, case: str, code: str) -> None:
    page.goto(case)
    seen = page.get_by_role("main")
    expect(seen).to_contain_text(code)
    expect(seen).to_contain_text("Ditangani")
    for hidden in (NAME, CENTRE, SHELTER, KIND):
        expect(seen).not_to_contain_text(hidden)
    for path in ("riwayat/", "cetak/", "rujuk/", "lapor/", "batas/", "kejadian/", "serahkan/"):
        assert page.request.get(case + path).status in (403, 404)


def the_limits_are_explained_first(page: Page) -> None:
    main = page.get_by_role("main")
    expect(main.get_by_text("Tulis kronologi")).to_have_count(0)
    unfold(page, "Jelaskan batas kerahasiaan")
    follow(page, "Jelaskan batas kerahasiaan")
    expect(page.get_by_text("paling lambat 3x24 jam")).to_be_visible()
    choose(page, "Apa jawabannya?", "Lanjut")
    press(page, "Simpan jawaban")
    expect(main.get_by_text("Tulis kronologi")).to_have_count(1)


def her_answers_are_separate(page: Page, case: str) -> None:
    """To be counted without a name: yes. To be asked again how she is: later. The shelter is asked about by itself."""
    for question, answer in (
        ("Dihitung dalam angka tanpa nama", "Ya"),
        ("Ditanya lagi kabarnya nanti", "Nanti"),
    ):
        unfold(page, question)
        follow(page, question)
        choose(page, "Apa jawabannya?", answer)
        if answer == "Ya":
            choose(page, "Bagaimana ia menjawab", "Tanda tangan")
        press(page, "Simpan jawaban")
        expect(page.get_by_role("heading", name="Jawaban klien")).to_be_visible()
        page.goto(case)


def the_kind_is_known_and_the_clock_runs(page: Page) -> None:
    main = page.get_by_role("main")
    expect(main).not_to_contain_text(POLICE_CLOCK)
    unfold(page, "Pilih jenis")
    follow(page, "Pilih jenis")
    choose_from(page, "Jenis kasus", KIND)
    press(page, "Simpan")
    expect(main).to_contain_text(POLICE_CLOCK)
    expect(main).to_contain_text("putuskan sebelum")


def the_shelter_is_asked(page: Page) -> str:
    """With name, age and needs alone; her number and her story stay here."""
    unfold(page, "Rujuk")
    follow(page, "Rujuk")
    choose_from(page, "Lembaga tujuan", SHELTER)
    choose(page, "Layanan yang diminta", "Rumah perlindungan")
    choose(page, "Prioritas", "Darurat")
    write(page, "Ringkasan kebutuhan", NEED)
    data = page.get_by_role("group", name=exactly("Data yang boleh dikirim"))
    data.get_by_label("Nomor telepon").uncheck()
    page.get_by_label("Klien sudah mendengar dan setuju").check()
    choose(page, "Cara persetujuan", "Tanda tangan")
    press(page, "Lihat dulu yang akan dikirim")
    expect(page.get_by_role("heading", name="Yang akan dilihat penerima")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("Aman dihubungi?")
    press(page, "Kirim rujukan")
    expect(page.get_by_role("main")).to_contain_text("telepon lembaga tujuan dulu")
    return page.url


def she_accepts_on_her_phone(page: Page) -> None:
    seen = page.get_by_role("main")
    expect(seen).to_contain_text("Rumah perlindungan")
    for hidden in (NAME, "Gebang", KIND, NEED):
        expect(seen).not_to_contain_text(hidden)
    press(page, "Terima")
    expect(seen).to_contain_text(NAME)
    expect(seen).to_contain_text(NEED)
    expect(seen).not_to_contain_text(KIND)
    expect(seen).not_to_contain_text(POLICE_CLOCK)
    unfold(page, "Mulai layanan")
    follow(page, "Mulai layanan")
    write(page, "Petugas yang dapat dihubungi", "Lilis Gambarsari")
    soon = timezone.localtime() + timedelta(days=1)
    write(page, "Janji pertama", soon.strftime("%d/%m/%Y 09.00"))
    press(page, "Mulai layanan")
    expect(seen).to_contain_text("Lilis Gambarsari")


def it_is_decided_to_wait(page: Page, case: str) -> None:
    page.goto(case)
    unfold(page, "Catat keputusan")
    follow(page, "Catat keputusan")
    choose(page, "Keputusan", "Ditangguhkan")
    write(page, "Alasan", "Ke polisi: nanti, kata penyintas. Ditanya lagi minggu depan.")
    choose_from(page, "Supervisor yang ikut memutuskan", "Mariam Contohasih")
    press(page, "Simpan keputusan")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Ditangguhkan")
    expect(main).not_to_contain_text("putuskan sebelum")


def she_takes_her_consent_back(page: Page, referral: str) -> None:
    page.goto(referral)
    unfold(page, "Klien mencabut persetujuan")
    follow(page, "Klien mencabut persetujuan")
    press(page, "Cabut persetujuan")
    expect(page.get_by_text("langsung berlaku")).to_be_visible()


def what_was_shared_is_gone_at_once(page: Page) -> None:
    page.reload()
    seen = page.get_by_role("main")
    expect(seen).to_contain_text("Data klien tidak lagi dibagikan")
    for hidden in (NAME, NEED, "Gebang"):
        expect(seen).not_to_contain_text(hidden)
    press(page, "Sudah kami hapus")
    expect(seen).to_contain_text("Dikonfirmasi")


def the_district_sees_a_small_number_and_nothing_else(page: Page, code: str) -> None:
    follow(page, "Kasus")
    for secret in (code, NAME):
        assert secret not in page.content()
    kinds = page.locator("#cases-sensitive tbody tr")
    shown = kinds.filter(has_text="Kekerasan berbasis gender").locator("td").all_inner_texts()
    assert shown[0] != "0"
    # From one to four is never told; where other stories have brought more, the number may stand.
    told = set(kinds.locator("td").all_inner_texts())
    assert not told & {"1", "2", "3", "4"}, told
    assert "<5" in told or shown[0].isdecimal(), told
    for path in ("/kasus/?tampil=semua", "/rujukan/?tampil=semua", "/notifikasi/"):
        assert code not in page.request.get(path).text()


def no_mail_says_anything(mails, code: str) -> None:
    assert mails
    for mail in mails:
        assert mail["Subject"] == NEUTRAL
        whole = "\n".join(f"{name}: {value}" for name, value in mail.items() if name != "To")
        whole = (whole + text_of(mail)).lower()
        for secret in (*SECRETS, code):
            assert secret.lower() not in whole
