"""Fixtures for tests that meet the house from outside: `house`, `sign_in`, `let_in`, `visit`."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from ltsa.accounts.models import User
from ltsa.demo.accounts import PASSWORD
from ltsa.demo.loading import load_demo
from tests.browser.house import House

FLAGS = (
    "--no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync --no-proxy-server"
).split()
# Without a screen is enough, and the lightest.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
PATIENCE = 20_000  # milliseconds; the machine may be busy with other things
expect.set_options(timeout=PATIENCE)
DESK, PHONE = {"width": 1366, "height": 900}, {"width": 360, "height": 740}


def find_chromium() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items) -> None:
    """Last, so that the browser's event loop is in nobody's way."""
    items.sort(key=lambda item: "chromium" in item.fixturenames)
    for item in items:
        if "house" in item.fixturenames:
            item.add_marker("django_db")  # else the database to copy would not be made
        if "chromium" in item.fixturenames:
            item.add_marker("browser")
            if find_chromium() is None:
                item.add_marker(pytest.mark.skip("No Chromium: set CHROMIUM or put one on PATH."))


@pytest.fixture(scope="session")
def house(django_db_setup, django_db_blocker) -> Iterator[House]:
    """With the whole demo in it: full lists and long names are what breaks a page."""
    with House("house") as house:
        with django_db_blocker.unblock(), house.database():
            load_demo()
        yield house


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # The browser's library keeps an event loop in this thread; Django would take it for ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), headless=True, args=FLAGS
        )
        yield browser
        browser.close()
        # Beside that loop Django has a connection of its own, which would bar the way of its end.
        connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Watch:
    """What went wrong in the pages of one test: errors of scripts and policies, answers of 500, strangers."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.complaints: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("console", self.heard)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", self.asked)
        context.on("response", self.answered)

    def heard(self, message) -> None:
        # A missing page is an answer that tests ask for; every other line in red is a fault.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def asked(self, request) -> None:
        if not request.url.startswith((self.url, "data:")):
            self.complaints.append(f"asked a stranger: {request.url}")

    def answered(self, response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status} {response.url}")


@pytest.fixture
def watch(house: House) -> Iterator[Watch]:
    watch = Watch(house.url)
    yield watch
    assert watch.complaints == []


@pytest.fixture
def visit(house: House, chromium: Browser, watch: Watch) -> Iterator[Callable[..., Page]]:
    """`visit("/direktori/", screen=PHONE)`: a browser of its own, with nobody signed in."""
    contexts = []

    def open_page(path: str | None = "/", *, screen=DESK, **options) -> Page:
        context = chromium.new_context(
            base_url=house.url, viewport=screen, locale="id-ID", **options
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        page = context.new_page()
        if path:
            page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(visit) -> Callable[..., Page]:
    """`sign_in("meja.cirebon")`: through the login page, in a browser of her own."""

    def as_person(username: str, path: str = "/beranda/", **options) -> Page:
        page = visit(f"/masuk/?next={path}", **options)
        type_login(page, username)
        page.wait_for_url(f"**{path}")
        return page

    return as_person


@pytest.fixture
def let_in(house: House, visit) -> Callable[..., Page]:
    """`let_in("meja.cirebon", "/klien/")`: as `sign_in`, for stories in which the login is no event."""

    def as_person(username: str, path: str | None = "/beranda/", **options) -> Page:
        page = visit(None, **options)
        page.context.add_cookies([session_cookie(house, username)])
        if path:
            page.goto(path)
        return page

    return as_person


def session_cookie(house: House, username: str) -> dict:
    client = Client()
    with house.database():
        client.force_login(User.objects.get(username=username))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    return {"name": cookie.key, "value": cookie.value, "url": house.url}


def type_login(page: Page, username: str) -> None:
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Sandi", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
