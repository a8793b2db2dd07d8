"""The scanner's word counts, and its silence is no word. Against a small server that speaks clamd's protocol."""

import socket
import struct
import threading

import pytest
from django.core.exceptions import ValidationError

from ltsa.uploads import scanner
from ltsa.uploads.scanner import scan


class Scanner(threading.Thread):
    """Reads one INSTREAM and answers; `answer=None` says nothing, b"" hangs up."""

    def __init__(self, answer: bytes | None):
        super().__init__(daemon=True)
        self.answer, self.heard, self.end = answer, b"", threading.Event()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.url = f"tcp://127.0.0.1:{self.door.getsockname()[1]}"

    def run(self):
        link, _where = self.door.accept()
        with link, link.makefile("rb") as words:
            assert words.read(10) == b"zINSTREAM\0"
            while size := struct.unpack("!L", words.read(4))[0]:
                self.heard += words.read(size)
            if self.answer is None:
                self.end.wait(5)
            else:
                link.sendall(self.answer)


@pytest.fixture
def scanner_says(settings):
    made = []

    def say(answer):
        one = Scanner(answer)
        one.start()
        settings.SCANNER_URL = one.url
        made.append(one)
        return one

    yield say
    for one in made:
        one.end.set()
        one.door.close()


def refused(content=b"isi") -> str:
    with pytest.raises(ValidationError) as said:
        scan(content)
    assert len(said.value.messages[0]) > 20
    return said.value.code


def test_where_none_is_installed_nothing_is_claimed(settings):
    settings.SCANNER_URL = ""
    assert scan(b"isi") is None


def test_the_whole_file_is_heard_and_called_clean(scanner_says):
    one = scanner_says(b"stream: OK\0")
    content = b"x" * (3 * scanner.PIECE + 5)
    assert scan(content) is not None
    one.join(5)
    assert one.heard == content


def test_a_virus_is_refused(scanner_says):
    scanner_says(b"stream: Eicar-Test-Signature FOUND\0")
    assert refused() == "infected"


@pytest.mark.parametrize(
    "answer", [b"", b"stream: O", b"INSTREAM size limit exceeded. ERROR\0", b"\xff\xfe\0", b"OK" * 900]
)  # fmt: skip
def test_anything_but_a_clear_answer_is_none(scanner_says, answer):
    scanner_says(answer)
    assert refused() == "scanner"


def test_a_silent_scanner_is_not_waited_for_without_end(scanner_says, monkeypatch):
    monkeypatch.setattr(scanner, "ANSWER_SECONDS", 0.3)
    scanner_says(None)
    assert refused() == "scanner"


@pytest.mark.parametrize("url", ["tcp://127.0.0.1:1", "unix:///nowhere/clamd", "tcp://", "rubbish", "tcp://h:port"])  # fmt: skip
def test_a_scanner_that_is_away_keeps_files_out(settings, url):
    settings.SCANNER_URL = url
    assert refused() == "scanner"
