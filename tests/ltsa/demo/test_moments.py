"""The demo as it is met on hard days of the calendar: loaded at that moment, opened over HTTP, taken back."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection, models, transaction
from django.test import Client
from django.utils import timezone

from ltsa.accounts.models import User
from ltsa.demo.loading import load_demo
from ltsa.sockets import NAV
from tests.moments import HARD, standing_at

pytestmark = pytest.mark.django_db

HOUSE = {"ltsa", "services", "villages", "cases"}
# What is promised, planned or ends: fields that may lie ahead. Everything else has happened.
AHEAD = set(
    "due_at due_on ends_on starts_on paused_until try_at follow_up_on expires_on until planned_for call_due_at "
    "next_action_on meets_at appointment_at expires_at review_on next_attempt_at leaves_at".split()
)
AHEAD_OF = {"clocks.ClockStep.at", "services.Appointment.at"}
NOT_OF_THE_DEMO = {"accounts.User.date_joined"}  # the cast of all tests is older than the moment
# Who works with what every day, and which lists are never empty in the demo.
LISTS = {
    "meja.cirebon": "/klien/ /konseling/ /kasus/ /rujukan/ /desa/ /laporan/ /dasbor/",
    "konselor.cirebon": "/klien/ /konseling/ /kasus/ /laporan/ /dasbor/",
    "supervisor.cirebon": "/klien/ /konseling/ /kasus/ /desa/ /dasbor/",
    "admin.cirebon": "/klien/ /kasus/ /rujukan/ /laporan/ /dasbor/",
    "wcc.cirebon": "/klien/ /konseling/ /kasus/ /rujukan/ /dasbor/",
    "kader.cirebon": "/desa/",
    "pemirsa": "/laporan/ /dasbor/",
}
NEGATIVE = re.compile(r">\s*[-−]\s?\d")


@pytest.fixture(scope="module", params=HARD)
def demo(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), standing_at(request.param), transaction.atomic():
        cache.clear()
        loaded = load_demo()
        with connection.cursor() as cursor:
            cursor.execute(
                "ANALYZE"
            )  # autovacuum sees nothing of a transaction that is never committed
        yield loaded
        transaction.set_rollback(True)


def client_of(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def test_what_has_happened_lies_in_the_past(demo):
    now, today = timezone.now() + timedelta(seconds=5), timezone.localdate()
    ahead = []
    for model in apps.get_models():
        if model.__module__.split(".")[0] not in HOUSE or hasattr(model, "pgh_id"):
            continue
        for one in model._meta.concrete_fields:
            name = f"{model._meta.label}.{one.name}"
            if one.name in AHEAD or name in AHEAD_OF | NOT_OF_THE_DEMO:
                continue
            if isinstance(one, models.DateField):
                last = now if isinstance(one, models.DateTimeField) else today
                if model._base_manager.filter(**{f"{one.name}__gt": last}).exists():
                    ahead.append(name)
    assert ahead == []


@pytest.mark.parametrize("who", LISTS)
def test_every_list_of_the_day_is_full_and_nothing_is_negative(demo, who):
    client = client_of(who)
    for address in LISTS[who].split():
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = unescape(answer.text)
        assert 'class="empty"' not in page, address
        assert not NEGATIVE.search(page), address


@pytest.mark.parametrize(
    ("who", "fewest"),
    [("meja.cirebon", 3), ("konselor.cirebon", 3), ("supervisor.cirebon", 3), ("wcc.cirebon", 3)],
)
def test_my_day_gives_work(demo, who, fewest):
    page = unescape(client_of(who).get("/beranda/").text)
    lines = re.findall(r'href="/(?:klien|konseling|kasus|rujukan|desa|janji)[^"]*"', page)
    assert len(set(lines)) > fewest
    assert not NEGATIVE.search(page)


@pytest.mark.parametrize("who", ["admin.cirebon", "pemirsa"])
def test_the_dashboard_counts_a_whole_month_and_compares_it_with_one(demo, who):
    page = unescape(client_of(who).get("/dasbor/").text)
    values = [number for number in re.findall(r'class="value"[^>]*>\s*([\d.]+)', page) if number]
    assert sum(int(number.replace(".", "")) for number in values) > 20
    assert not re.search(r"\d Desember 2026, dibandingkan", page)


def test_every_page_of_the_rail_opens(demo):
    for who in LISTS:
        client, user = client_of(who), User.objects.get(username=who)
        for item in NAV:
            if user.can(*item.needs):
                assert client.get(item.prefix, follow=True).status_code == 200, (who, item.prefix)
