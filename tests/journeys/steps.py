"""The steps of a story at the screen, each as a person would say it; labels and buttons only, never a class name."""

import re
from email.message import EmailMessage
from zlib import crc32

from playwright.sync_api import Page, expect

CENTRE = "WCC Mawar Balqis"
UNPAID_WAGES = "Gaji tidak dibayar"
NEUTRAL = "Ada tugas baru di portal LTSA-MRC"


def exactly(words: str) -> re.Pattern:
    """These words as a label, whether or not the form calls it optional."""
    return re.compile(rf"^\s*{re.escape(words)}\s*(\(opsional\))?\s*$")


def write(page: Page, label: str, text: str) -> None:
    page.get_by_role("textbox", name=exactly(label)).fill(text)


def choose_from(page: Page, label: str, words: str) -> None:
    """The option of a list that holds these words."""
    box = page.get_by_role("combobox", name=exactly(label))
    box.locator("option").filter(has_text=words).first.wait_for(state="attached")
    options = box.locator("option").all_inner_texts()
    box.select_option(label=next(option for option in options if words in option))


def choose(page: Page, question: str, *answers: str) -> None:
    """Tap answers of a question: the words beside the circle or the box."""
    group = page.get_by_role("group", name=exactly(question))
    for answer in answers:
        group.get_by_label(answer, exact=True).check()


def press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words, exact=True).click()


def follow(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("link", name=words, exact=True).click()


def unfold(page: Page, words: str) -> None:
    """Open what is folded around this link or button, if anything is."""
    wanted = page.get_by_role("main").locator("a, button").filter(has_text=exactly(words)).first
    wanted.wait_for(state="attached")
    folded = wanted.locator("xpath=ancestor::details[not(@open)]")
    for fold in folded.all():
        fold.locator("summary").first.click()


def birthday(name: str) -> str:
    """A day of her own for each name, so that no story's client is taken for that of another."""
    number = crc32(name.encode())
    return f"{number % 28 + 1:02}/{number // 28 % 12 + 1:02}/{1968 + number // 336 % 31}"


def fill_in_a_client(page: Page, name: str, *, village: str = "Gebang Kulon") -> None:
    write(page, "Nama lengkap", name)
    choose(page, "Jenis kelamin", "Perempuan")
    write(page, "Tanggal lahir", birthday(name))
    choose_from(page, "Desa", village)
    choose(page, "Jenis klien", "PMI purna")
    choose(page, "Tahap migrasi", "Setelah bekerja")
    choose(page, "Persetujuan data", "Setuju dicatat dengan nama")


def register_a_client(page: Page, name: str) -> str:
    """Returns the address of her page."""
    page.goto("/klien/")
    follow(page, "Klien baru")
    fill_in_a_client(page, name)
    press(page, "Simpan klien")
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    return page.url


def log_the_counselling(page: Page, *, outcome: str = "Rujuk") -> None:
    """From her page; the outcome that asks for a case leads on to its form."""
    follow(page, "Catat konseling")
    choose(page, "Jenis konseling", "Pekerjaan")
    choose(page, "Topik", "Cara mengadu")
    choose(page, "Hasil", outcome)
    press(page, "Simpan konseling")


def open_an_ordinary_case(page: Page, kind: str = UNPAID_WAGES) -> str:
    """Returns the address of the case."""
    choose_from(page, "Jenis kasus", kind)
    write(page, "Kronologi", "Gaji tiga bulan terakhir belum dibayar.")
    choose(page, "Siapa yang melapor?", "Diri sendiri")
    press(page, "Buka kasus")
    expect(page.get_by_role("heading", name="Kasus ini")).to_be_visible()
    return page.url


def write_a_referral(page: Page, *, partner: str = CENTRE) -> str:
    """With her consent; returns the address of the draft, which shows what would be sent."""
    unfold(page, "Rujuk")
    follow(page, "Rujuk")
    choose_from(page, "Lembaga tujuan", partner)
    choose(page, "Layanan yang diminta", "Dukungan psikososial")
    write(page, "Ringkasan kebutuhan", "Butuh teman bicara.")
    page.get_by_label("Klien sudah mendengar dan setuju").check()
    choose(page, "Cara persetujuan", "Tanda tangan")
    press(page, "Lihat dulu yang akan dikirim")
    expect(page.get_by_role("heading", name="Yang akan dilihat penerima")).to_be_visible()
    return page.url


def send_the_referral(page: Page) -> None:
    press(page, "Kirim rujukan")
    expect(page.get_by_role("main")).to_contain_text("Terkirim")


def client_with_a_case(page: Page, name: str) -> str:
    """The first half of the story at once; returns the address of the case."""
    register_a_client(page, name)
    log_the_counselling(page)
    return open_an_ordinary_case(page)


def refer_a_client(page: Page, name: str) -> str:
    """Everything up to the sent referral; returns its address."""
    client_with_a_case(page, name)
    address = write_a_referral(page)
    send_the_referral(page)
    return address


def figure(page: Page, label: str) -> int:
    """A number of the dashboard."""
    shown = page.locator(".figure", has=page.get_by_text(label, exact=True)).locator(".value")
    return int(re.sub(r"\D", "", shown.inner_text()) or 0)


def link_in(mail: EmailMessage) -> str:
    (found,) = re.findall(r"https?://\S+", text_of(mail))
    return found


def text_of(mail: EmailMessage) -> str:
    return mail.get_content()


def expect_neutral(mail: EmailMessage, *secrets: str) -> None:
    """One fixed sentence and a link by id: in no header and no line anything of anybody."""
    assert mail["Subject"] == NEUTRAL
    path = link_in(mail)
    assert re.fullmatch(r"http://localhost:\d+/(rujukan|kasus)/[0-9a-f-]{36}/", path)
    words = text_of(mail).replace(path, "").split("\n\n")
    assert [word.strip() for word in words if word.strip()] == [f"{NEUTRAL}. Silakan masuk."]
    whole = "\n".join(f"{name}: {value}" for name, value in mail.items() if name != "To")
    whole = (whole + text_of(mail)).lower()
    for secret in secrets:
        assert secret.lower() not in whole
