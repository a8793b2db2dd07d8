"""The district's antivirus scanner, if it has one: clamd, or whatever speaks its INSTREAM.

Where SCANNER_URL names one, a file that it has not called clean is not kept: silence is no answer.
"""

import socket
import struct
import time
from contextlib import closing
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

PIECE = 64 * 1024
CONNECT_SECONDS, ANSWER_SECONDS = 3, 15  # within the web server's 30
MOST_ANSWER = 1024


def is_installed() -> bool:
    return bool(settings.SCANNER_URL)


def scan(content: bytes) -> datetime | None:
    """When the scanner called it clean; None where no scanner is installed. Raises ValidationError (infected, scanner)."""
    if not is_installed():
        return None
    try:
        answer = _ask(content)
    except (OSError, ValueError) as error:
        raise _no_answer() from error
    if answer.endswith("FOUND"):
        text = _("Berkas ini mengandung virus menurut pemindai, jadi tidak disimpan.")
        raise ValidationError(text, "infected")
    if answer != "stream: OK":
        raise _no_answer()
    return timezone.now()


def _no_answer() -> ValidationError:
    text = _("Pemindai virus sedang tidak menjawab, jadi berkas belum disimpan. Coba lagi.")
    return ValidationError(text, "scanner")


def _ask(content: bytes) -> str:
    """Raises OSError when it is not there, hangs up or takes too long."""
    ends_at = time.monotonic() + ANSWER_SECONDS
    with closing(_connect()) as link:
        link.settimeout(ANSWER_SECONDS)
        link.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            link.settimeout(_left(ends_at))
            link.sendall(struct.pack("!L", len(piece)) + piece)
        link.sendall(struct.pack("!L", 0))
        answer = b""
        while b"\0" not in answer and len(answer) < MOST_ANSWER:
            link.settimeout(_left(ends_at))
            piece = link.recv(MOST_ANSWER)
            if not piece:
                break
            answer += piece
    return answer.partition(b"\0")[0].decode("ascii", "replace").strip()


def _connect() -> socket.socket:
    """tcp://host:port or unix:///path."""
    address = urlsplit(settings.SCANNER_URL)
    if address.scheme == "unix":
        link = socket.socket(socket.AF_UNIX)
        link.settimeout(CONNECT_SECONDS)
        link.connect(address.path)
        return link
    return socket.create_connection((address.hostname, address.port or 3310), CONNECT_SECONDS)


def _left(ends_at: float) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
