from datetime import timedelta

import pytest
from django.utils import timezone

from cases.actions import withdraw_consent
from cases.models import Referral
from tests.ltsa.api.test_errors import problem

pytestmark = pytest.mark.django_db


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def act(client, referral, verb, **fields):
    return client.post(f"/api/v1/referrals/{referral.pk}/{verb}/", fields, format="json")


def read(client, referral):
    return client.get(f"/api/v1/referrals/{referral.pk}/")


@pytest.fixture
def draft_body(case, cast) -> dict:
    return {
        "case": str(case.pk),
        "to": str(cast.wcc_cirebon.posting.organisation_id),
        "services": ["psychosocial"],
        "priority": "normal",
        "needs": "Perlu teman bicara.",
        "disclose": ["identity"],
        "consent": {"method": "signature", "text_version": "2026-11", "expires_on": day(30)},
    }


def create(client, body, **fields):
    return client.post("/api/v1/referrals/", body | fields, format="json")


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"consent": None}, "consent"),
        ({"consent": {"method": "signature"}}, "consent.expires_on"),
        ({"consent": {"method": "signature", "expires_on": day(-1)}}, "consent.expires_on"),
        ({"consent": {"method": "signature", "expires_on": "9999-12-31"}}, "consent.expires_on"),
        ({"consent": {"expires_on": day(30)}}, "consent.method"),
        ({"services": []}, "services"),
        ({"disclose": ["everything"]}, "disclose.0"),
    ],
)
def test_nothing_is_written_without_a_valid_consent_and_a_clear_question(
    api, draft_body, change, at
):
    told = problem(create(api("meja.cirebon"), draft_body, **change), 400)
    assert list(told["errors"]) == [at]
    assert not Referral.objects.exists()


def test_a_partner_of_another_district_or_ones_own_house_is_no_address(api, cast, draft_body):
    for who in ("kpi.blitar", "meja.cirebon", "kader.cirebon"):
        to = str(cast[who].posting.organisation_id)
        told = problem(create(api("meja.cirebon"), draft_body, to=to), 400)
        assert list(told["errors"]) == ["to"]


def test_a_second_open_referral_to_the_same_partner_is_refused_at_the_field(api, draft_body):
    desk = api("meja.cirebon")
    assert create(desk, draft_body).status_code == 201
    assert list(problem(create(desk, draft_body), 400)["errors"]) == ["to"]


def test_a_consent_that_was_withdrawn_stops_the_sending(api, cast, make_referral):
    draft = make_referral(sent=False)
    withdraw_consent(draft.consent, by=cast.meja_cirebon)
    told = problem(act(api("meja.cirebon"), draft, "send"), 409)
    assert told["state"] == "withdrawn"


def test_withdrawing_hides_what_was_shared_at_once(api, make_referral):
    referral = make_referral(language="jv", access=["wheelchair"], with_child=True, escort=True)
    centre = api("wcc.cirebon")
    before = read(centre, referral).json()
    assert (before["language"], before["access"]) == ("jv", ["wheelchair"])
    assert len(act(centre, referral, "accept").json()["shared"]) > 1
    assert act(api("meja.cirebon"), referral, "withdraw").json()["state"] == "withdrawn"
    told = read(centre, referral).json()
    assert (told["shared"], told["notes"], told["consent"]) == ([], [], None)
    asked = [told[name] for name in ("language", "access", "with_child", "escort")]
    assert asked == [None, [], False, False]
    assert centre.get(f"/api/v1/migrants/{referral.case.migrant_id}/").status_code == 404


def test_the_sides_cannot_do_each_others_verbs(api, referral):
    problem(act(api("konselor.cirebon"), referral, "accept"), 404)
    problem(act(api("meja.cirebon"), referral, "accept"), 403)
    problem(act(api("wcc.cirebon"), referral, "withdraw"), 403)
    problem(act(api("sbmi.cirebon"), referral, "accept"), 404)
    referral.refresh_from_db()
    assert referral.state == "sent"


def test_a_verb_out_of_turn_is_409_with_the_state(api, referral):
    told = problem(act(api("wcc.cirebon"), referral, "report_service"), 409)
    assert told["state"] == "sent"


def test_starting_needs_a_name_to_call(api, referral):
    centre = api("wcc.cirebon")
    act(centre, referral, "accept")
    assert list(problem(act(centre, referral, "start"), 400)["errors"]) == ["contact"]
    assert act(centre, referral, "start", contact="Sa'adah").json()["state"] == "in_progress"


def test_returning_needs_a_reason(api, referral):
    centre = api("wcc.cirebon")
    act(centre, referral, "accept")
    assert list(problem(act(centre, referral, "return"), 400)["errors"]) == ["reason"]
    told = act(centre, referral, "return", reason="Klien pindah.").json()
    assert told["state"] == "returned"
    notes = read(api("meja.cirebon"), referral).json()["notes"]
    assert [(note["kind"], note["text"]) for note in notes] == [("return", "Klien pindah.")]


def test_the_first_reading_by_the_recipient_is_a_moment_the_senders_is_not(api, referral):
    assert read(api("meja.cirebon"), referral).json()["first_opened_at"] is None
    assert read(api("wcc.cirebon"), referral).json()["first_opened_at"]


def test_a_referral_of_a_restricted_case_is_404_for_every_token(api, make_case, make_referral):
    case = make_case(types=["GBV04"], by="konselor.cirebon", limits_explained=True)
    referral = make_referral(case, by="konselor.cirebon")
    for who in ("konselor.cirebon", "supervisor.cirebon", "wcc.cirebon", "admin.cirebon"):
        client = api(who)
        assert read(client, referral).status_code == 404
        assert client.get("/api/v1/referrals/").json()["results"] == []
        assert client.get(f"/api/v1/referrals/?q={referral.code}").json()["results"] == []
        assert act(client, referral, "accept").status_code in (403, 404)


def test_a_restricted_case_cannot_be_referred_by_token(api, make_case, draft_body):
    case = make_case(types=["GBV04"], by="konselor.cirebon", limits_explained=True)
    told = problem(create(api("konselor.cirebon"), draft_body, case=str(case.pk)), 400)
    assert list(told["errors"]) == ["case"]


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("meja.cirebon", 200),
        ("supervisor.cirebon", 200),
        ("wcc.cirebon", 200),
        ("supervisor.wcc.cirebon", 200),
        ("admin.cirebon", 200),
        ("sbmi.cirebon", 404),
        ("kpi.blitar", 404),
        ("admin.blitar", 404),
        ("kader.cirebon", 403),
        ("pemirsa", 403),
        ("ppdp", 403),
        ("sistem", 403),
    ],
)
def test_who_sees_a_sent_referral(api, referral, who, code):
    assert read(api(who), referral).status_code == code


def test_a_district_admin_sees_state_and_timing_alone(api, referral):
    act(api("wcc.cirebon"), referral, "ask", text="Kapan ia datang?")
    told = read(api("admin.cirebon"), referral).json()
    assert told["state"] == "sent"
    assert told["due_at"]
    hidden = ("case", "needs", "services", "disclose", "consent", "shared", "notes", "verbs")
    assert not any(told[name] for name in hidden)


def test_lists_are_narrowed_by_side_and_state(api, referral):
    def count(who, question):
        return len(api(who).get(f"/api/v1/referrals/?{question}").json()["results"])

    assert count("wcc.cirebon", "side=incoming&state=sent") == 1
    assert count("wcc.cirebon", "side=outgoing") == 0
    assert count("meja.cirebon", f"side=outgoing&case={referral.case_id}") == 1
    assert count("meja.cirebon", "priority=normal&service=psychosocial") == 1
    assert count("meja.cirebon", "priority=urgent") == 0
    assert count("meja.cirebon", "service=legal") == 0
    assert count("meja.cirebon", "overdue=true") == 0
    assert count("admin.cirebon", "service=legal") == 1  # who sees timing alone learns no service
    assert count("meja.cirebon", "state=draft") == 0


def test_it_says_whether_it_is_a_transfer_and_whether_she_agreed(api, referral):
    told = read(api("wcc.cirebon"), referral).json()
    assert (told["kind"], told["override"]) == ("referral", None)
