"""The twelve rules of survivors' cases (domain 4): each has a test that carries its number, here or beside its code."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cases import actions
from cases.counts import restricted_referrals, sensitive_cases
from cases.figures import cases_opened
from ltsa.dashboard.periods import Period
from ltsa.dashboard.sockets import Scope
from ltsa.timeline.labels import label
from ltsa.timeline.models import Event
from services.actions import record_consent, usual_end, withdraw_consent
from tests.cases.survivors import YES_RAPE, explained, incident

TESTS = Path(__file__).parents[1]
NAMED = re.compile(r"^def test_rule_(\d+)_", re.MULTILINE)
CLIENT = "Lestari Andaisari"


@pytest.fixture
def case(cast, make_case, make_migrant):
    """A restricted case of the women's centre of which much is written."""
    wcc = cast["wcc.cirebon"]
    client = make_migrant(by=wcc, full_name=CLIENT)
    case = explained(make_case(client, by=wcc, restricted=True, types=()), wcc)
    case = actions.write_account(case, account="Cerita contoh.", version=case.version, by=wcc)
    incident(case, wcc, answers=YES_RAPE, account="Kata contoh.")
    return case


@pytest.fixture
def scope():
    today = timezone.localdate()
    return Scope(Period(today.replace(day=1), today), district="32.09")


@pytest.mark.parametrize("number", range(1, 13))
def test_every_rule_has_a_test_that_carries_its_number(number):
    held = {
        int(found) for path in TESTS.rglob("test_*.py") for found in NAMED.findall(path.read_text())
    }
    assert number in held


def pages_of(case) -> list[str]:
    names = ("detail", "limits", "account", "types", "report", "timeline", "print")
    addresses = [reverse(f"cases:case_{name}", args=[case.pk]) for name in names]
    act = case.incidents.get()
    return [
        *addresses,
        reverse("cases:safety_plan_create", args=[case.pk]),
        reverse("cases:incident_create", args=[case.pk]),
        reverse("cases:incident_detail", args=[act.pk]),
        reverse("cases:incident_edit", args=[act.pk]),
    ]


def test_rule_4_no_page_title_and_no_address_tells_of_whom_or_of_what(as_user, cast, case):
    wcc = cast["wcc.cirebon"]
    client = as_user(wcc)
    secrets = [*CLIENT.split(), case.code, "kekerasan", "perkosaan", "terbatas", "polisi"]
    secrets += [str(wcc.posting.organisation), case.migrant.village.name]
    for address in pages_of(case):
        answer = client.get(address)
        assert answer.status_code == 200, address
        title = re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)[1].lower()
        assert not [word for word in secrets if word.lower() in title + address.lower()]


def test_rule_8_three_survivors_read_below_five_and_the_district_alone_is_told(scope, make_case):
    for _ in range(3):
        make_case(types=["GBV02"], limits_explained=True)
    table = next(one for one in cases_opened(scope).tables if one.name == "cases-sensitive")
    assert table.rows[0].cells[0].text == "<5"
    # The statement behind it knows the district and the month, and no village.
    assert all(len(key) == 2 and key[0] == "32.09" for key in sensitive_cases(scope))


@pytest.mark.parametrize("ending", ["refused", "withdrawn"])
def test_rule_8_whoever_does_not_want_to_be_counted_is_in_no_figure_of_violence(
    scope, cast, case, make_referral, ending
):
    wcc = cast["wcc.cirebon"]
    make_referral(case, to="uptdppa.cirebon", by=wcc)
    assert sum(sum(found.values()) for found in sensitive_cases(scope).values()) == 1
    assert sum(restricted_referrals(scope).values()) == 1
    given = record_consent(
        case.migrant,
        purpose="statistics",
        decision="given" if ending == "withdrawn" else "refused",
        method="tick",
        expires_on=usual_end("statistics"),
        by=wcc,
    )
    if ending == "withdrawn":
        assert sensitive_cases(scope)
        withdraw_consent(given, by=wcc)
    assert sensitive_cases(scope) == {}
    assert restricted_referrals(scope) == {}


def test_rule_8_later_is_no_answer_and_a_yes_after_a_no_counts_again(scope, cast, case):
    wcc = cast["wcc.cirebon"]
    told = {"purpose": "statistics", "method": "tick", "expires_on": usual_end("statistics")}
    for decision, counted in (("later", True), ("refused", False), ("given", True)):
        record_consent(case.migrant, decision=decision, by=wcc, **told)
        assert bool(sensitive_cases(scope)) is counted


def test_rule_9_a_session_ends_after_ten_idle_minutes(as_user, monkeypatch):
    assert settings.SESSION_COOKIE_AGE == 600
    client = as_user("wcc.cirebon")
    assert client.get("/beranda/").status_code == 200
    later = timezone.now() + timedelta(minutes=11)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert client.get("/beranda/").status_code == 302


@pytest.mark.parametrize("address", ["/", "/direktori/", "/privasi/", "/desa/"])
def test_rule_9_every_public_page_has_a_quick_exit(client, db, address):
    assert "data-quick-exit" in client.get(address).content.decode()


def test_rule_9_no_script_of_the_house_keeps_anything_in_the_browser():
    kept = re.compile(r"localStorage|sessionStorage|indexedDB|caches\.open|document\.cookie")
    scripts = (settings.BASE_DIR / "static" / "js").rglob("*.js")
    assert {one.name for one in scripts if kept.search(one.read_text())} == set()


def test_rule_9_and_12_paper_says_who_printed_it_when_and_no_name(as_user, cast, case):
    wcc = cast["wcc.cirebon"]
    main = as_user(wcc).get(f"/kasus/{case.pk}/cetak/").content.decode()
    main = main[main.index("<main") : main.index("</main>")]
    assert f"oleh petugas {wcc.staff_code}" in main
    assert case.code in main
    for secret in (CLIENT, case.migrant.village.name, "Cerita contoh", "Perkosaan"):
        assert secret not in main


def test_rule_12_survivors_papers_carry_the_staff_code_and_not_the_name(as_user, cast, case):
    wcc = cast["wcc.cirebon"]
    act = case.incidents.get()
    for address in (f"/kasus/{case.pk}/cetak/", f"/kejadian/{act.pk}/"):
        shown = as_user(wcc).get(address).content.decode()
        main = shown[shown.index("<main") : shown.index("</main>")]
        assert wcc.staff_code in main
        assert str(wcc) not in main


def test_rule_4_and_12_paper_names_no_partner_and_nothing_that_only_survivors_have(
    as_user, cast, case, make_referral
):
    wcc = cast["wcc.cirebon"]
    sent = make_referral(case, to="uptdppa.cirebon", by=wcc)
    main = as_user(wcc).get(f"/kasus/{case.pk}/cetak/").content.decode()
    main = main[main.index("<main") : main.index("</main>")]
    events = Event.objects.filter(subject__in=[case.pk, sent.pk])
    told = {label(event.verb) for event in events if not event.verb.startswith("case.")}
    assert told
    for secret in (sent.to.name, "psikososial", *map(str, told)):
        assert secret not in main
