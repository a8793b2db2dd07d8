"""The main job told by a program: from the first counselling to the partner's answer, over /api/v1/ alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.organisations.models import Organisation

pytestmark = pytest.mark.django_db


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def post(client, path: str, body=None, *, key: str = "", code: int = 201) -> dict:
    headers = {"Idempotency-Key": key} if key else {}
    answer = client.post(f"/api/v1/{path}", body or {}, format="json", headers=headers)
    assert answer.status_code == code, answer.content
    return answer.json()


def get(client, path: str) -> dict:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_woman_is_registered_counselled_referred_and_helped(api):
    desk, centre = api("meja.cirebon"), api("wcc.cirebon")

    # She comes to the desk of Cirebon. The village is looked up, the NIK disagrees and nobody sends her away.
    (village,) = get(desk, "areas/?q=Gebang Kulon&parent=32.09")["results"]
    migrant = post(
        desk,
        "migrants/",
        {
            "full_name": "Suharti Contohsari",
            "sex": "female",
            "birth_date": "1996-05-17",
            "village": village["code"],
            "client_type": "prospective",
            "phase": "before",
            "consent": "named",
            "nik": "3209305705950007",
            "phone": "0812-3456-7890",
            "phone_safe": "yes",
            "destination": "Taiwan",
        },
        key="register-1",
    )
    assert migrant["nik"] == "3209********0007"
    assert migrant["phone"] == "+62*******7890"
    assert [one["code"] for one in migrant["warnings"]] == ["nik_birth_date"]

    # They talk; the outcome asks for a case.
    session = post(
        desk,
        "sessions/",
        {
            "mode": "individual",
            "migrant": migrant["id"],
            "channel": "face_to_face",
            "kind": "safe_migration",
            "topics": ["costs", "complaints"],
            "started_at": timezone.now().isoformat(),
            "outcome": "open_case",
        },
    )
    assert session["service_point"]

    # A case, not a restricted one, and the work on it begins.
    case = post(
        desk,
        "cases/",
        {
            "migrant": migrant["id"],
            "types": ["REK03"],
            "account": "Biaya diminta dua kali.",
            "reported_by": "self",
        },
    )
    assert case["code"].startswith("LTSA-3209-")
    assert case["verbs"] == ["verify"]
    for verb, state in [("verify", "verifying"), ("start", "in_progress")]:
        assert post(desk, f"cases/{case['id']}/{verb}/", code=200)["state"] == state

    # With her consent the centre is asked for psychosocial help. A draft first: nothing travels yet.
    (partner,) = get(desk, "organisations/?q=Mawar Balqis&district=32.09")["results"]
    assert "psychosocial" in partner["services"]
    draft = post(
        desk,
        "referrals/",
        {
            "case": case["id"],
            "to": partner["id"],
            "services": ["psychosocial"],
            "priority": "urgent",
            "needs": "Perlu teman bicara, cemas dan sulit tidur.",
            "disclose": ["identity", "contact", "needs"],
            "consent": {"method": "signature", "text_version": "2026-11", "expires_on": day(90)},
        },
    )
    here = f"referrals/{draft['id']}/"
    assert draft["state"] == "draft"
    assert centre.get(f"/api/v1/{here}").status_code == 404
    sent = post(desk, f"{here}send/", key="send-1", code=200)
    assert sent["state"] == "sent"

    # The centre hears of it, and reads the minimum before it answers.
    (line,) = get(centre, "notifications/?unread=true")["results"]
    assert (line["kind"], line["link"]) == ("referral_received", f"/rujukan/{draft['id']}/")
    assert post(centre, f"notifications/{line['id']}/read/", code=200)["read_at"]
    before = get(centre, here)
    assert [part["group"] for part in before["shared"]] == ["minimum"]
    assert "Suharti" not in str(before)

    # It takes it, asks, accepts; now the consented groups are open, and she is a client of theirs too.
    post(centre, f"{here}claim/", code=200)
    post(centre, f"{here}ask/", {"text": "Hari apa ia bisa datang?"}, code=200)
    post(desk, f"{here}answer/", {"text": "Selasa pagi."}, code=200)
    opened = post(centre, f"{here}accept/", {"contact": "Sa'adah"}, code=200)
    shared = {part["group"]: part["values"] for part in opened["shared"]}
    assert shared["identity"]["full_name"] == "Suharti Contohsari"
    assert shared["contact"]["phone"] == "+62*******7890"
    assert "account" not in shared
    assert [note["text"] for note in opened["notes"]] == [
        "Hari apa ia bisa datang?",
        "Selasa pagi.",
    ]
    theirs = get(centre, f"migrants/{migrant['id']}/")
    assert theirs["groups"] == ["contact", "identity", "needs"]
    assert theirs["destination"] == ""

    # Help is given, reported without therapy notes, and the officer sees it and closes the circle.
    post(centre, f"{here}start/", {"appointment": timezone.now().isoformat()}, code=200)
    given = {"service": "psychosocial", "given_on": day(0), "note": "Pertemuan pertama."}
    assert post(centre, f"{here}report_service/", given, code=200)["state"] == "service_given"
    kinds = [line["kind"] for line in get(desk, "notifications/")["results"]]
    assert "referral_accepted" in kinds
    seen = get(desk, here)
    assert (seen["state"], seen["contact"]) == ("service_given", "Sa'adah")
    assert seen["first_opened_at"]
    assert post(desk, f"{here}complete/", code=200)["state"] == "completed"

    # The case ends too.
    assert post(desk, f"cases/{case['id']}/resolve/", code=200)["state"] == "resolved"
    told = {"reason": "solved", "outcomes": ["recovery"]}
    closed = post(api("supervisor.cirebon"), f"cases/{case['id']}/close/", told, code=200)
    assert (closed["state"], closed["closing_reason"]) == ("closed", "solved")


def test_a_partner_that_is_full_declines_and_another_one_is_asked(api, make_referral):
    first = make_referral(to="wcc.cirebon")
    desk, centre = api("meja.cirebon"), api("wcc.cirebon")
    declined = post(
        centre,
        f"referrals/{first.pk}/decline/",
        {"reason": "full", "note": "Bulan depan."},
        code=200,
    )
    assert (declined["state"], declined["shared"]) == ("declined", [])
    told = get(desk, f"referrals/{first.pk}/")
    assert told["decline_reason"] == "full"
    other = Organisation.objects.get(name__startswith="UPTD PPA", district="32.09")
    second = post(
        desk,
        "referrals/",
        {
            "case": told["case"],
            "to": str(other.pk),
            "services": ["psychosocial"],
            "priority": "normal",
            "needs": "Perlu teman bicara.",
            "disclose": [],
            "consent": {"method": "voice", "expires_on": day(30)},
            "previous": str(first.pk),
        },
    )
    assert post(desk, f"referrals/{second['id']}/send/", code=200)["state"] == "sent"
