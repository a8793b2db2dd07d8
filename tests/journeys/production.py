"""A house with DEMO off: real web, worker and relay, addresses as behind the proxy, and people with a browser and a mailbox."""

import base64
import hmac
import html
import re
import struct
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import NamedTuple

from ltsa.launcher.options import ROOT
from tests.browser.house import House

KEY = "a-key-of-this-journey-alone-0123456789-abcdefghij"


class RealHouse(House):
    """As docs/deploy.md sets it up; the copied database is all that it has of the tests."""

    def start(self) -> None:
        self.manage("collectstatic", "--noinput", "--verbosity", "0")
        super().start()

    @property
    def environment(self) -> dict[str, str]:
        return {k: v for k, v in super().environment.items() if k != "DEMO"} | {
            "SECRET_KEY": KEY,
            "FIELD_KEYS": KEY,
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": self.outside,
            "TRUSTED_PROXIES": "1",
        }

    @property
    def outside(self) -> str:
        """The address as people see it; the proxy in front of it speaks TLS."""
        return f"https://localhost:{self.port}"

    def manage(self, *arguments: str) -> str:
        """What `manage.py` prints, with the rights and the settings of the running house."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def link_for(self, address: str, start: str) -> str:
        """The link in the mail to this address that begins so, once it has come."""
        found = partial(self._links, address, start)
        self.until(found)
        return found()[-1]

    def _links(self, address: str, start: str) -> list[str]:
        said = [mail.get_content() for mail in self.mailbox.mails if mail["To"] == address]
        return [
            link
            for text in said
            for link in re.findall(r"https://\S+", text)
            if link.startswith(f"{self.outside}{start}")
        ]


class Page(NamedTuple):
    url: str
    status: int
    text: str


class Person:
    """One browser: cookies, https as the proxy hands it on, and forms filled in by the names of their fields."""

    def __init__(self, house: RealHouse) -> None:
        self.house = house
        policy = DefaultCookiePolicy(
            secure_protocols=("http", "https")
        )  # the proxy's part is left out
        jar = urllib.request.HTTPCookieProcessor(CookieJar(policy))
        self.opener = urllib.request.build_opener(jar, Follow)

    def get(self, path: str) -> Page:
        return self._ask(path)

    def post(self, path: str, typed: dict | Callable[[str], dict], *, at: str = "") -> Page:
        """Open the form, keep what it holds, type (what is read from it, for a function), send. `at`: the form's address, when it is another than the page's."""
        page = self.get(path)
        assert page.status == 200, (path, page.status)
        hidden = fields_of(page.text, at, urllib.parse.urlsplit(page.url).path)
        told = typed(page.text) if callable(typed) else typed
        sent = urllib.parse.urlencode(hidden | told, doseq=True).encode()
        return self._ask(at or page.url, sent)

    def _ask(self, path: str, sent: bytes | None = None) -> Page:
        path = urllib.parse.urlsplit(path)._replace(scheme="", netloc="").geturl()
        request = urllib.request.Request(self.house.url + path, data=sent)
        request.add_header("X-Forwarded-Proto", "https")
        request.add_header("Origin", self.house.outside)
        request.add_header("Referer", self.house.outside + path)
        try:
            with self.opener.open(request, timeout=60) as answer:
                return Page(answer.url, answer.status, answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Page(error.url, error.code, error.read().decode())


class Follow(urllib.request.HTTPRedirectHandler):
    """Redirects lead to https, behind which the proxy would stand; they are followed where it hands on to."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        told = super().redirect_request(
            req, fp, code, msg, headers, newurl.replace("https://", "http://")
        )
        told.add_header("X-Forwarded-Proto", "https")
        return told


FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
INPUT = re.compile(r"<input\b[^>]*>")
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


def fields_of(page: str, at: str, path: str) -> dict[str, str]:
    """What a browser would send untouched (but for choices) of the form that goes to `at`, or of the page's own."""
    for head, body in FORM.findall(page):
        told = dict(ATTRIBUTE.findall(head))
        action = told.get("action", "")
        # A form of the page itself is sent to where it stands; those of the frame are not.
        if told.get("method") != "post" or action not in ([at] if at else ["", path]):
            continue
        inputs = [dict(ATTRIBUTE.findall(one)) for one in INPUT.findall(body)]
        return {
            one["name"]: html.unescape(one.get("value", ""))
            for one in inputs
            if one.get("type") in ("hidden", "text") and "name" in one
        }
    raise AssertionError(f"no form for {at or path}")


def option(page: str, words: str) -> str:
    """The value of the choice that holds these words."""
    found = re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)</option>', page)
    return next(value for value, label in found if words in html.unescape(label))


def one_time_code(secret: str, now: float) -> str:
    """What the app on her phone shows (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(now) // 30), "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
