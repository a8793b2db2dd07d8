"""What is asked in each round, by name; and how it is measured."""

import re
import statistics
import time
from collections.abc import Callable, Iterable
from random import Random
from uuid import uuid4

from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ltsa.keyset import PARAMETER, SALT
from services.models import Migrant

from .misspellings import misspelt
from .urls import STATEMENTS

NEWEST = ("-created_at", "-id")
FAR = 4_000 * 25
# The test's own transaction, and the session that is moved on once a minute.
EXTRA = re.compile(r"SAVEPOINT|RELEASE|ROLLBACK TO|UPDATE \"django_session\"")
HISTORY = re.compile(r"^SELECT set_config\('pghistory\.context_id'.*?, true\); ", re.DOTALL)


def far_page(user) -> tuple[int, str]:
    """(number, address) of page 4,000, or of the last one where there are fewer."""
    rows = Migrant.objects.filter(of_desk=True, district=user.posting.district_id)
    number = min(FAR, max(rows.count() - 26, 0)) // 25
    row = rows.order_by(*NEWEST)[number * 25]
    at = signing.dumps([">", list(NEWEST), [str(row.created_at), str(row.pk)]], salt=SALT)
    return number + 1, f"/klien/?{PARAMETER}={at}"


def asked_pages(
    desk: Client, partner: Client, admin: Client, user, rows: dict
) -> dict[str, Callable]:
    client, referral = rows["client"], rows["referral"]
    dice = Random(2026)
    number, far = far_page(user)
    names = Migrant.objects.filter(district=user.posting.district_id).order_by("code")
    names = list(names.values_list("full_name", flat=True)[:5_000])

    def search():
        return desk.post("/klien/", {"q": misspelt(dice.choice(names), dice)[1]})

    def create():
        told = {
            "full_name": _unheard_of(dice), "sex": "female", "age_band": "25-35",
            "village": "32.09.30.2007", "client_type": "prospective", "phase": "before", "consent": "named",
            "idempotency_key": str(uuid4()),
        }  # fmt: skip
        return desk.post("/klien/baru/", told)

    return {
        "hello": lambda: Client().get("/lantai/"),
        "hello_auth": lambda: desk.get("/lantai/masuk/"),
        "list": lambda: desk.get("/klien/"),
        "list: its SQL": lambda: desk.get("/lantai/sql/list/"),
        f"list, page {number:,}": lambda: desk.get(far),
        "list of a partner": lambda: partner.get("/klien/"),
        "search, misspelt": search,
        "client": lambda: desk.get(f"/klien/{client.pk}/"),
        "client: its SQL": lambda: desk.get("/lantai/sql/client/"),
        "client: plain page": lambda: desk.get("/lantai/polos/client/"),
        "create a person": create,
        "my day": lambda: desk.get("/beranda/"),
        "list of sessions": lambda: desk.get("/konseling/"),
        "referral inbox": lambda: partner.get("/rujukan/"),
        "referral": lambda: partner.get(f"/rujukan/{referral.pk}/"),
        "notifications": lambda: partner.get("/notifikasi/"),
        "district dashboard": lambda: admin.get("/dasbor/"),
    }


def _unheard_of(dice: Random) -> str:
    """A name like nobody's: a likely double would be asked about instead of saved."""
    words = (
        "".join(dice.choice("bdgklmnprst") + dice.choice("aiueo") for _ in range(4))
        for _ in range(3)
    )
    return " ".join(words).title()


def statements(ask: Callable) -> list[str]:
    with CaptureQueriesContext(connection) as caught:
        answer = ask()
    assert answer.status_code in (200, 302), answer.status_code
    asked = [HISTORY.sub("", one["sql"]) for one in caught]
    return [sql for sql in asked if not EXTRA.match(sql)]


def measure(pages: dict[str, Callable], rounds: int) -> dict[str, dict]:
    """{page: {median_ms, p95_ms, sql}}, one page after the other in every round."""
    for name in ("hello_auth", "list", "client"):
        pages[name]()
    frame = len(statements(pages["hello_auth"]))
    for name in ("list", "client"):
        STATEMENTS[name] = [s for s in statements(pages[name])[frame:] if s.startswith("SELECT")]
    sql = {name: len(statements(ask)) for name, ask in pages.items()}
    assert pages["create a person"]().status_code == 302
    return _timed(pages, rounds, sql)


def measure_in_rounds(pages: dict[str, Callable], rounds: int) -> dict[str, dict]:
    """The same for pages without floors."""
    for ask in pages.values():
        ask()
    return _timed(pages, rounds, {name: len(statements(ask)) for name, ask in pages.items()})


def _timed(pages: dict[str, Callable], rounds: int, sql: dict[str, int]) -> dict[str, dict]:
    times: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, ask in pages.items():
            start = time.perf_counter()
            ask()
            times[name].append((time.perf_counter() - start) * 1000)
    return {
        name: {"median_ms": statistics.median(taken), "p95_ms": p95(taken), "sql": sql[name]}
        for name, taken in times.items()
    }


def p95(times: Iterable[float]) -> float:
    ordered = sorted(times)
    return ordered[int((len(ordered) - 1) * 0.95)]
