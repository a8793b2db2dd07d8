"""Text messages through the gateway that an office has hired. Off unless GATEWAY_URL is set.

What a gateway must speak: a POST of JSON {"id", "channel", "to", "text"} with `Authorization: Bearer GATEWAY_TOKEN`,
answered by 2xx and {"reference": "..."}. The id is the row's: a repeat of it is the same message. What became of it is
told to /gateway/status/ (`is_signed`). Another gateway is another `send` of the same shape.
"""

import hashlib
import hmac
import json
import time
from http.client import HTTPException
from urllib import error, request

from django.conf import settings

TIMEOUT = 10  # seconds
ANSWER_BYTES = 10_000
REFUSALS = {400, 404, 410, 413, 422}  # this message will never pass; all else may pass later
SIGNED_WITHIN = 300  # seconds that a clock may differ, and an old letter may be shown again


class Unreachable(OSError):
    """Not taken now; worth another try."""


class Refused(Exception):
    """Never to be taken: a number that is none."""


class _NoRedirect(request.HTTPRedirectHandler):
    def redirect_request(self, *told):
        """The token and the number go to the address that was set, and nowhere else."""


_opener = request.build_opener(_NoRedirect)


def is_offered() -> bool:
    return bool(settings.GATEWAY_URL)


def send(to: str, text: str, *, channel: str, key: str) -> str:
    """Hand a message over; the reference under which the gateway keeps it. Raises Unreachable or Refused."""
    body = json.dumps({"id": key, "channel": channel, "to": to, "text": text}).encode()
    headers = {
        "Content-Type": "application/json",
        "Authorization": f"Bearer {settings.GATEWAY_TOKEN}",
    }
    asked = request.Request(settings.GATEWAY_URL, data=body, headers=headers, method="POST")
    try:
        with _opener.open(asked, timeout=TIMEOUT) as answer:
            return _reference(answer.read1(ANSWER_BYTES))
    except error.HTTPError as refusal:
        refusal.close()
        # Without the cause: an error quotes what was sent.
        raise (Refused if refusal.code in REFUSALS else Unreachable)(refusal.code) from None
    except (OSError, HTTPException) as trouble:
        raise Unreachable(type(trouble).__name__) from None


def _reference(answer: bytes) -> str:
    try:
        return str(json.loads(answer)["reference"])[:80]
    except (ValueError, KeyError, TypeError):
        return ""  # taken all the same; nothing more will be known of it


def sign(body: bytes, timestamp: str) -> str:
    """HMAC-SHA256 over "<timestamp>.<body>", in hex."""
    key = settings.GATEWAY_SECRET.encode()
    return hmac.new(key, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def is_signed(body: bytes, timestamp: str, signature: str) -> bool:
    """By somebody who knows the secret, within five minutes; without a secret nobody is believed."""
    if not settings.GATEWAY_SECRET or not (timestamp.isascii() and timestamp.isdigit()):
        return False
    if len(timestamp) > 12 or abs(time.time() - int(timestamp)) > SIGNED_WITHIN:
        return False
    return hmac.compare_digest(sign(body, timestamp).encode(), signature.encode())
