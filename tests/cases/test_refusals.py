"""What was refused is on record: who, what, which rule; and nothing else has changed (UU 27/2022 art 31)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import actions
from cases.models import Case, CaseClosing
from cases.refusals import on_record, rule_of
from ltsa.audit.models import Record
from ltsa.timeline.models import Event


def refusals(row) -> list[tuple]:
    found = Record.objects.filter(subject=row.pk, verb="refused").order_by("at")
    return [(record.by.username, *record.fields) for record in found]


def as_it_was(case) -> tuple:
    kept = Case.objects.values().get(pk=case.pk)
    return kept, Event.objects.filter(subject=case.pk).count(), CaseClosing.objects.count()


@pytest.fixture
def resolved(cast, case):
    for verb in ("verify", "start", "resolve"):
        case = actions.move_case(case, verb, by=cast["meja.cirebon"])
    return case


# (what was done before, who, verb, what is sent, the status, the rule)
OVER_API = [
    ((), "meja.cirebon", "resolve", {}, 409, "state:new"),
    (("verify",), "meja.cirebon", "start", {"version": 1}, 409, "stale"),
    (("verify",), "meja.cirebon", "close", {"reason": "duplicate"}, 403, "not_yours"),
    (("verify",), "supervisor.cirebon", "close", {"reason": "documents_30"}, 400, "too_early"),
    (("verify",), "supervisor.cirebon", "close", {"reason": "solved"}, 400, "not_legal"),
    (("verify",), "meja.cirebon", "ask_closing", {}, 400, "reason"),
    (("verify", "start", "resolve"), "supervisor.cirebon", "close", {"reason": "solved"}, 400, "no_outcome"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "who", "verb", "sent", "code", "rule"), OVER_API)
def test_a_refusal_over_the_api_is_on_record(api, cast, case, before, who, verb, sent, code, rule):
    for done in before:
        actions.move_case(case, done, by=cast["meja.cirebon"])
    kept = as_it_was(case)
    address = f"/api/v1/cases/{case.pk}/{verb}/"
    key = {"Idempotency-Key": "the-same"}
    assert api(who).post(address, sent, format="json", headers=key).status_code == code
    assert refusals(case) == [(who, verb, rule)]
    assert as_it_was(case) == kept


def test_a_refusal_on_a_page_is_on_record(as_user, cast, case, resolved):
    kept = as_it_was(case)
    desk, head = as_user("meja.cirebon"), as_user("supervisor.cirebon")
    desk.post(f"/kasus/{case.pk}/verify/", {"version": "1"})
    head.post(f"/kasus/{case.pk}/tutup/", {"reason": "unsolvable_6m", "outcomes": ["none"]})
    head.post(f"/kasus/{case.pk}/tutup/", {"reason": "solved", "outcomes": ["none", "home"]})
    desk.post(f"/kasus/{case.pk}/tutup/", {"reason": "solved", "outcomes": ["home"]})
    assert refusals(case) == [
        ("meja.cirebon", "verify", "state:resolved"),
        ("supervisor.cirebon", "close", "too_early"),
        ("supervisor.cirebon", "close", "outcomes"),
        ("meja.cirebon", "close", "not_yours"),
    ]
    assert as_it_was(case) == kept


def test_an_illegal_answer_to_a_referral_is_on_record(api, as_user, referral):
    api("wcc.cirebon").post(f"/api/v1/referrals/{referral.pk}/report_service/", {}, format="json")
    as_user("wcc.cirebon").post(f"/rujukan/{referral.pk}/start/", {"contact": "Contoh"})
    as_user("meja.cirebon").post(f"/rujukan/{referral.pk}/complete/")
    assert refusals(referral) == [
        ("wcc.cirebon", "report_service", "state:sent"),
        ("wcc.cirebon", "start", "state:sent"),
        ("meja.cirebon", "complete", "state:sent"),
    ]


def test_what_went_well_is_no_refusal(api, case):
    assert (
        api("meja.cirebon").post(f"/api/v1/cases/{case.pk}/verify/", {}, format="json").status_code
        == 200
    )
    assert refusals(case) == []


def test_a_record_names_the_rule_and_no_value(cast, case):
    told = ValidationError({"account": ValidationError("Suharti Contohsari", code="too_long")})
    with pytest.raises(ValidationError), on_record(case, "open", by=cast["meja.cirebon"]):
        raise told
    assert refusals(case) == [("meja.cirebon", "open", "too_long")]
    assert rule_of(ValidationError("Contoh")) == "invalid"
    assert "Suharti" not in str(Record.objects.filter(subject=case.pk).values_list())


def test_other_errors_are_no_refusals(cast, case):
    with pytest.raises(ZeroDivisionError), on_record(case, "verify", by=cast["meja.cirebon"]):
        _ = 1 / 0
    assert refusals(case) == []


def test_a_try_at_a_case_of_another_house_is_on_record_without_any_rule(api, case):
    assert (
        api("wcc.cirebon").post(f"/api/v1/cases/{case.pk}/verify/", {}, format="json").status_code
        == 404
    )
    assert refusals(case) == [("wcc.cirebon",)]


def test_the_day_of_a_reason_is_asked_anew_each_time(api, cast, case):
    actions.move_case(case, "verify", by=cast["meja.cirebon"])
    head, address = api("supervisor.cirebon"), f"/api/v1/cases/{case.pk}/close/"
    assert head.post(address, {"reason": "documents_30"}, format="json").status_code == 400
    Case.objects.filter(pk=case.pk).update(opened_at=timezone.now() - timedelta(days=30))
    assert head.post(address, {"reason": "documents_30"}, format="json").status_code == 200
