"""Mails that came back: which outbox row a delivery report (RFC 3464) is about."""

import email
import re
from email.message import Message
from email.policy import compat32
from uuid import UUID

_OURS = re.compile(r"<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^\s@>]+>?", re.IGNORECASE)


def refused_mail(raw: bytes) -> UUID | None:
    """The id of the row whose mail was refused for good; None for anything else, such as a mere delay."""
    report = email.message_from_bytes(raw, policy=compat32)
    if report.get_content_type() != "multipart/report":
        return None
    parts = list(report.walk())[1:]
    if not any(_says_failed(part) for part in parts):
        return None
    found = (_id_in(part) for part in parts)
    return next((one for one in found if one), None)


def _says_failed(part: Message) -> bool:
    return str(part.get("Action", "")).strip().lower().startswith("failed")


def _id_in(part: Message) -> UUID | None:
    """The Message-ID of the mail that came back, whole or only its headers."""
    if part.get_content_type() == "text/rfc822-headers":
        words = part.get_payload(decode=True) or b""
        part = email.message_from_bytes(words if isinstance(words, bytes) else b"", policy=compat32)
    named = _OURS.fullmatch(str(part.get("Message-ID", "")).strip())
    return UUID(named[1]) if named else None
