"""A union gets back the wage of a woman who came home (acceptance walk d): promises, one paid, one broken.

Castra of the union goes with her; the mediator is of the labour office. Days are moved in the rows, never waited for.
"""

import io
import re
from datetime import timedelta

import pypdf
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.steps import (
    UNPAID_WAGES,
    choose,
    choose_from,
    follow,
    press,
    register_a_client,
    unfold,
    write,
)

NAME = "Karsih Umpama Wulan"
OTHER = "Sarinten Umpama Gerimis"
AGENCY = "PT Contoh Karya Umpama"
COMPANION, MEDIATOR = "Castra Ibaratno", "Hendra Misalnadi"
ASKED, HALF, RATE = "18.400", "9.200", "2.050"
# One white dot: what a photo of a receipt is read as.
PROOF = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c63f8ffffff7f0009fb03fd05439cd60000000049454e44ae426082"
)
# R6 of all years: the days that this story moves may lie in the month before.
FIGURES = "/dasbor/money/?period=all"


def test_the_union_mediates_and_one_of_two_instalments_comes(house, let_in):
    district = let_in("admin.cirebon", FIGURES)
    before = recovered(district), broken(district)
    castra = let_in("sbmi.cirebon")

    case = she_complains_of_wages_and_a_passport(castra)
    what_she_asks_for_is_written_down(castra, case)
    mediation = with_a_mediator_who_is_not_her_companion(castra)

    he_is_invited(castra, "Klarifikasi kesatu", mediation)
    he_promises(castra, [(ASKED, 14)], "Pihak diadukan berjanji memenuhi")
    expect(castra.get_by_role("main")).to_contain_text(
        "Pertemuan berikutnya menunggu janji yang masih berjalan."
    )
    the_day_goes_by(house, castra)
    press_in_row(castra, "HKD 18.400", "Nyatakan ingkar")

    he_is_invited(castra, "Klarifikasi kedua", mediation)
    a_second_promise_is_of_seven_days_at_most(castra)
    the_day_goes_by(house, castra)
    press_in_row(castra, ASKED, "Nyatakan ingkar", last=True)

    he_is_invited(castra, "Mediasi", mediation)
    he_promises(castra, [(HALF, 14), (HALF, 28)], "Sepakat")
    deed = text_of_pdf(castra, "kesepakatan")
    assert "9.200" in deed
    assert "Gebang" not in deed

    the_first_instalment_comes_with_a_receipt(castra, mediation)
    castra.goto(case)
    unfold(castra, "Pantau")
    press(castra, "Pantau")
    the_second_one_is_late_and_called_broken(house, castra, case, mediation)

    district.reload()
    paid, rupiah = recovered(district)
    assert (paid - before[0][0], rupiah - before[0][1]) == (9_200, 18_860_000)
    assert broken(district) == before[1] + 3
    of_sexual_violence_there_is_no_mediation(let_in("wcc.cirebon"))


def she_complains_of_wages_and_a_passport(page: Page) -> str:
    register_a_client(page, NAME)
    follow(page, "Buka kasus")
    choose_from(page, "Jenis kasus", UNPAID_WAGES)
    page.locator("summary", has_text="Tambah jenis lain").click()
    choose(page, "Jenis lain", "Penahanan dokumen")
    page.get_by_role("combobox", name="P3MI yang diadukan").fill(AGENCY)
    write(page, "Kronologi", "Gaji delapan bulan belum dibayar, paspor ditahan.")
    choose(page, "Siapa yang melapor?", "Diri sendiri")
    press(page, "Buka kasus")
    expect(page.get_by_role("heading", name="Kasus ini")).to_be_visible()
    return page.url


def what_she_asks_for_is_written_down(page: Page, case: str) -> None:
    unfold(page, "Mulai verifikasi")
    press(page, "Mulai verifikasi")
    unfold(page, "Tangani")
    press(page, "Tangani")
    unfold(page, "Tambah tuntutan")
    follow(page, "Tambah tuntutan")
    choose(page, "Apa yang dituntut?", "Uang")
    write(page, "Jumlah uang", ASKED)
    choose_from(page, "Mata uang", "HKD")
    press(page, "Simpan")
    unfold(page, "Tambah tuntutan")
    follow(page, "Tambah tuntutan")
    choose(page, "Apa yang dituntut?", "Dokumen kembali")
    write(page, "Keterangan", "Paspor")
    press(page, "Simpan")
    page.wait_for_url(case)
    expect(page.get_by_role("main")).to_contain_text("Diminta HKD 18.400")


def with_a_mediator_who_is_not_her_companion(page: Page) -> str:
    unfold(page, "Ajukan mediasi")
    follow(page, "Ajukan mediasi")
    page.get_by_label("Klien sendiri bersedia dimediasi").check()
    page.get_by_label("Klien sudah dijelaskan haknya").check()
    write(page, "Pendamping klien", COMPANION)
    choose(page, "Apakah pihak yang diadukan bersedia?", "Bersedia")
    write(page, "Nama mediator", COMPANION)
    press(page, "Ajukan mediasi")
    expect(page.get_by_text("Mediator harus netral").first).to_be_visible()
    write(page, "Nama mediator", "")
    choose_from(page, "Mediator", MEDIATOR)
    press(page, "Ajukan mediasi")
    page.wait_for_url("**/mediasi/*/")
    main = page.get_by_role("main")
    expect(main).to_contain_text(AGENCY)
    expect(main).to_contain_text(MEDIATOR)
    return page.url


def he_is_invited(page: Page, meeting: str, mediation: str) -> None:
    """The letter can be read, and holds no address of hers."""
    unfold(page, "Undang")
    follow(page, "Undang")
    choose(page, "Undangan untuk", meeting)
    write(page, "Waktu pertemuan", f"{day(3)} 09.00")
    write(page, "Tempat", "LTSA Cirebon")
    press(page, "Buat undangan")
    page.wait_for_url(mediation)
    letter = text_of_pdf(page, "surat Undangan ke-1", last=True)
    assert AGENCY in letter
    assert "LTSA Cirebon" in letter
    for secret in ("Gebang", "Kabupaten Cirebon, Jawa Barat"):
        assert secret not in letter


def he_promises(page: Page, lines: list[tuple[str, int]], result: str) -> None:
    unfold(page, "Catat pertemuan")
    follow(page, "Catat pertemuan")
    write(page, "Waktu", timezone.localtime().strftime("%d/%m/%Y %H.%M"))
    write(page, "Tempat", "LTSA Cirebon")
    page.get_by_label("Klien hadir").check()
    page.get_by_label("Pihak yang diadukan hadir").check()
    choose(page, "Hasil", result)
    for number, (amount, days) in enumerate(lines, 1):
        promise(page, number, amount, days)
    press(page, "Simpan")
    page.wait_for_url("**/mediasi/*/")
    expect(page.get_by_role("main")).to_contain_text(result)


def promise(page: Page, number: int, amount: str, days: int) -> None:
    line = page.locator(".form-panel", has=page.get_by_role("heading", name=f"Janji {number}"))
    line.get_by_label("Apa", exact=False).first.select_option(label="Uang")
    line.get_by_label("Jumlah uang").fill(amount)
    line.get_by_label("Mata uang").select_option(label="HKD")
    line.get_by_label("Paling lambat").fill(day(days))


def a_second_promise_is_of_seven_days_at_most(page: Page) -> None:
    unfold(page, "Catat pertemuan")
    follow(page, "Catat pertemuan")
    choose(page, "Pertemuan", "Klarifikasi kedua")
    write(page, "Waktu", timezone.localtime().strftime("%d/%m/%Y %H.%M"))
    write(page, "Tempat", "LTSA Cirebon")
    page.get_by_label("Klien hadir").check()
    page.get_by_label("Pihak yang diadukan hadir").check()
    choose(page, "Hasil", "Pihak diadukan berjanji memenuhi")
    promise(page, 1, ASKED, 8)
    press(page, "Simpan")
    expect(page.get_by_text("paling lama 7 hari").first).to_be_visible()
    promise(page, 1, ASKED, 7)
    press(page, "Simpan")
    page.wait_for_url("**/mediasi/*/")


def the_day_goes_by(house, page: Page) -> None:
    """All that is still owed was due yesterday."""
    house.sql(
        "UPDATE cases_promise SET due_on = %s WHERE mediation_id = %s AND state = 'open'",
        [timezone.localdate() - timedelta(days=1), page.url.split("/")[-2]],
    )
    page.reload()


def press_in_row(page: Page, words: str, button: str, *, last: bool = False) -> None:
    rows = page.get_by_role("listitem").filter(has_text=words)
    rows.filter(has=page.get_by_role("button", name=button)).last.get_by_role(
        "button", name=button
    ).click()
    expect(page.get_by_role("main")).to_contain_text("Janji tidak ditepati")


def the_first_instalment_comes_with_a_receipt(page: Page, mediation: str) -> None:
    page.get_by_role("link", name="Catat pembayaran HKD 9.200").first.click()
    write(page, "Jumlah (HKD)", HALF)
    write(page, "Kurs: satu satuan berapa rupiah", RATE)
    write(page, "Kurs tanggal", day(0))
    write(page, "Sumber kurs", "Bank Indonesia")
    write(page, "Diterima klien pada", day(0))
    choose_from(page, "Untuk tuntutan", "Uang")
    page.get_by_label("Bukti").set_input_files(
        {"name": "kuitansi.png", "mimeType": "image/png", "buffer": PROOF}
    )
    press(page, "Simpan")
    page.wait_for_url(mediation)
    main = page.get_by_role("main")
    expect(main).to_contain_text("18.860.000")
    expect(main).to_contain_text("Lunas")
    expect(main.get_by_role("link", name="bukti HKD 9.200")).to_be_visible()


def the_second_one_is_late_and_called_broken(house, page: Page, case: str, mediation: str) -> None:
    page.goto(mediation)
    the_day_goes_by(house, page)
    page.goto("/beranda/")
    late = page.locator("section, article", has_text="Janji yang lewat tenggat").last
    expect(late.get_by_role("link", name=code_of(house, case))).to_be_visible()

    page.goto(mediation)
    press_in_row(page, HALF, "Nyatakan ingkar")
    expect(page.get_by_role("main")).to_contain_text("rekomendasi sanksi kepada BP3MI")
    unfold(page, "Rekomendasi sanksi")
    follow(page, "Rekomendasi sanksi")
    advice = page.get_by_role("main")
    expect(advice).to_contain_text(AGENCY)
    expect(advice).to_contain_text("HKD 9.200")
    expect(advice).not_to_contain_text(NAME)
    expect(advice).not_to_contain_text("Gebang")
    page.goto(case)
    expect(page.get_by_role("main")).to_contain_text("Dibuka kembali")
    expect(page.get_by_role("main")).to_contain_text("Diterima HKD 9.200")


def of_sexual_violence_there_is_no_mediation(page: Page) -> None:
    register_a_client(page, OTHER)
    follow(page, "Buka kasus")
    choose_from(page, "Jenis kasus", "Kekerasan seksual")
    choose(page, "Siapa yang melapor?", "Diri sendiri")
    press(page, "Buka kasus")
    for verb in ("Mulai verifikasi", "Tangani"):
        unfold(page, verb)
        press(page, verb)
    main = page.get_by_role("main")
    expect(main).to_contain_text("tidak boleh diselesaikan di luar pengadilan")
    expect(main.get_by_text("Ajukan mediasi")).to_have_count(0)
    page.goto(f"{page.url}mediasi/")
    expect(page.get_by_role("heading", name="Mediasi tidak boleh")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("UU 12/2022 pasal 23")


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).strftime("%d/%m/%Y")


def text_of_pdf(page: Page, link: str, *, last: bool = False) -> str:
    links = page.get_by_role("main").get_by_role("link", name=link)
    address = (links.last if last else links.first).get_attribute("href")
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    pages = pypdf.PdfReader(io.BytesIO(answer.body())).pages
    return " ".join(" ".join(one.extract_text().split()) for one in pages)


def code_of(house, case: str) -> str:
    [(code,)] = house.sql("SELECT code FROM cases_case WHERE id = %s", [case.split("/")[-2]])
    return code


def recovered(page: Page) -> tuple[int, int]:
    """What came in HKD, and what that was in rupiah."""
    cells = page.locator("#money-currency tr", has_text="HKD").locator("td").all_inner_texts()
    return (number(cells[2]), number(cells[3])) if cells else (0, 0)


def broken(page: Page) -> int:
    row = page.locator("#promises tr", has_text="Ingkar")
    return number(row.locator("td").first.inner_text())


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text.split(",")[0]) or 0)
