"""No page slips back into Indonesian when somebody reads in English, and the longer words still fit."""

import ast
import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client

from ltsa.accounts.models import User
from ltsa.organisations.models import Organisation, ServicePoint, ServiceStandard
from tests.browser.ease import expect_fits
from tests.browser.fixtures import PHONE
from tests.browser.pages import PAGES
from tests.guards.texts import paths
from tests.villages.conftest import GIVEN

ENGLISH = {settings.LANGUAGE_COOKIE_NAME: "en"}
# Words of Indonesian sentences and buttons that no English text holds.
INDONESIAN = re.compile(
    r"\b(yang|dan|atau|untuk|dari|dengan|belum|tidak|sudah|oleh|pada|akan|ini|itu|juga|"
    r"simpan|klien|rujukan|kasus|kembali|cari|ubah|tambah|hapus|kirim|semua|petugas|lembaga|"
    r"layanan|konseling|persetujuan|terlambat|jam|hari|bulan|tahun|masuk|keluar)\b",
    re.IGNORECASE,
)
# A mail is in the language of the one who got it.
MAILS = "/surel/{mail}/"
LETTER = "/kelola/surat/settlement/"  # a letter is Indonesian, whatever its officer reads
AS_WRITTEN = {MAILS, LETTER}


class Words(HTMLParser):
    """What a page says: its texts, and the attributes that are read out or shown."""

    SPOKEN = ("aria-label", "title", "placeholder", "alt")
    SILENT = ("script", "style", "textarea", "code")

    def __init__(self):
        super().__init__()
        self.found, self.inside = [], []

    def handle_starttag(self, tag, attrs):
        # The language switch names each language in itself.
        own = tag != "html" and dict(attrs).get("lang") == "id"
        if tag in self.SILENT or own:
            self.inside.append(tag)
        self.found += [value for name, value in attrs if name in self.SPOKEN and value]

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if data.strip() and not self.inside:
            self.found.append(" ".join(data.split()))


def invented() -> list[str]:
    """What people of the demo are called, said and wrote stays as it is, longest first."""
    said = {
        node.value
        for path in paths("*demo*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 3
    }
    named = {
        row.name
        for model in (Organisation, ServicePoint, ServiceStandard)
        for row in model.objects.all()
    }
    told = {words for words in GIVEN.values() if isinstance(words, str)}
    return sorted(said | named | told, key=len, reverse=True)


def test_every_page_speaks_english(house, furnished, django_db_blocker):
    left = []
    with django_db_blocker.unblock(), house.database():
        data = re.compile("|".join(map(re.escape, invented())))
        for page in PAGES:
            left += [
                f"{page}: {words}"
                for words in dict.fromkeys(words_of(page, furnished))
                if page.path not in AS_WRITTEN and INDONESIAN.search(data.sub("", words))
            ]
    assert left == []


def words_of(page, furnished: dict) -> list[str]:
    visitor = Client()
    visitor.cookies.load(ENGLISH)
    if page.who:
        visitor.force_login(User.objects.get(username=page.who))
    reader = Words()
    reader.feed(visitor.get(page.path.format(**furnished), follow=True).content.decode())
    return reader.found


@pytest.mark.parametrize(
    "page", [page for page in PAGES if not page.press][::6], ids=lambda page: f"english {page}"
)
def test_english_fits_a_phone(house, let_in, visit, furnished, page):
    path = page.path.format(**furnished)
    shown = let_in(page.who, "/akun/", screen=PHONE) if page.who else visit(None, screen=PHONE)
    shown.context.add_cookies(
        [{"name": name, "value": value, "url": house.url} for name, value in ENGLISH.items()]
    )
    shown.goto(path)
    assert shown.locator("html").get_attribute("lang") == "en"
    expect_fits(shown)
