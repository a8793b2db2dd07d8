"""How heavy the pages are: people pay for them by the byte."""

from tests.browser.fixtures import PHONE

FIRST_VISIT, LATER, LIST = 100_000, 15_000, 10_000  # bytes over the wire
VOLUNTEER = 150_000


def test_an_officers_first_page_is_light_and_the_next_ones_weigh_next_to_nothing(let_in, furnished):
    page = let_in("meja.cirebon", None, screen=PHONE)
    assert weight(page, "/beranda/") <= FIRST_VISIT
    for path in ("/klien/baru/", f"/klien/{furnished['client']}/", "/beranda/"):
        assert weight(page, path) <= LATER, path
    for path in ("/klien/", "/kasus/", "/rujukan/", "/konseling/"):
        assert weight(page, path, only="text/html") <= LIST, path


def test_a_volunteers_first_page_is_light(let_in):
    page = let_in("kader.cirebon", None, screen=PHONE)
    assert weight(page, "/desa/permintaan/baru/") <= VOLUNTEER


def weight(page, path: str, only: str = "") -> int:
    """Bytes of the bodies that travelled; what the browser had kept weighs nothing."""
    answers = []

    def note(answer) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(path, wait_until="load")
    page.remove_listener("response", note)
    wanted = [one for one in answers if only in one.headers.get("content-type", "")]
    return sum(max(0, one.request.sizes()["responseBodySize"]) for one in wanted)
