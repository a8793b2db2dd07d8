import hashlib
import json

from ltsa.idempotency.actions import body_hash
from ltsa.idempotency.models import Key
from services.models import Migrant

NIK = "3209305508990001"


def test_the_stored_hash_of_a_body_cannot_be_guessed_without_the_key(settings):
    body = {"nik": NIK}
    guessed = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    here = body_hash(body)
    assert here != guessed

    settings.FIELD_KEYS = ["another key"]
    assert body_hash(body) != here


def test_a_repeat_answers_for_the_first_row(api):
    person = {
        "full_name": "Suharti Contohsari",
        "sex": "female",
        "age_band": "25-35",
        "village": "32.09.30.2007",
        "client_type": "prospective",
        "phase": "before",
        "consent": "named",
    }
    desk = api("meja.cirebon")
    first, second = (
        desk.post("/api/v1/migrants/", person, format="json", HTTP_IDEMPOTENCY_KEY="once")
        for _ in range(2)
    )
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["id"] == second.json()["id"]
    assert Migrant.objects.count() == Key.objects.count() == 1
