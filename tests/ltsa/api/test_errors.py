"""Whatever is sent, the answer is a problem in JSON that says where; never a page for people, never a 5xx."""

import json

import pytest
from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db

MIGRANT = {
    "full_name": "Suharti Contohsari",
    "sex": "female",
    "age_band": "25-35",
    "village": "32.09.30.2007",
    "client_type": "prospective",
    "phase": "before",
    "consent": "named",
}
NOBODY = "00000000-0000-4000-8000-000000000000"


def problem(answer, code: int) -> dict:
    assert answer.status_code == code, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert {"type", "title", "status", "detail", "errors"} <= told.keys()
    assert told["status"] == code
    return told


def send(client, body, path="migrants/", **more):
    return client.post(f"/api/v1/{path}", body, content_type="application/json", **more)


def test_without_a_token_everything_but_the_schema_is_401():
    answer = APIClient().get("/api/v1/migrants/")
    problem(answer, 401)
    assert answer["WWW-Authenticate"] == "Token"
    assert APIClient().get("/api/v1/schema/").status_code == 200


def test_a_wrong_token_is_401(api):
    client = api("meja.cirebon")
    for header in ("Token nothing", "Token ", "Token a b", "Token \xff"):
        client.credentials(HTTP_AUTHORIZATION=header)
        problem(client.get("/api/v1/migrants/"), 401)


def test_what_the_role_may_not_do_is_403(api):
    problem(api("kader.cirebon").get("/api/v1/migrants/"), 403)
    problem(send(api("admin.cirebon"), json.dumps(MIGRANT)), 403)


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "areas/a%0Ab/",
        f"migrants/{NOBODY}/",
        "migrants/1/",
        "codes/secrets/",
        "",
        "migrants",
    ],
)
def test_what_is_not_there_is_404(api, path):
    problem(api("meja.cirebon").get(f"/api/v1/{path}"), 404)


def test_a_method_that_is_not_spoken_is_405_and_names_those_that_are(api):
    client = api("meja.cirebon")
    for method in (client.put, client.delete, client.options):
        answer = method("/api/v1/migrants/")
        problem(answer, 405)
        assert answer["Allow"] == "GET, HEAD, POST"


def test_another_media_type_is_415_and_another_wish_406(api):
    client = api("meja.cirebon")
    problem(client.post("/api/v1/migrants/", "a=b", content_type="text/plain"), 415)
    problem(client.get("/api/v1/migrants/", headers={"Accept": "application/xml"}), 406)


@pytest.mark.parametrize(
    "body",
    [
        "{",
        b"\xff\xfe",
        '{"sex": NaN}',
        "[" * 100_000,
        '{"sex": ' + "9" * 5000 + "}",
        "[]",
        "null",
        '"text"',
        "3",
        "[{}]",
    ],
)
def test_a_broken_body_is_400(api, body):
    problem(send(api("meja.cirebon"), body), 400)


def test_a_huge_body_is_413(api):
    problem(send(api("meja.cirebon"), json.dumps(MIGRANT | {"nickname": "a" * 2_100_000})), 413)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", "A\0B"),
        ("full_name", "\ud800"),
        ("full_name", "a" * 121),
        ("full_name", 7),
        ("full_name", ["a"]),
        ("full_name", None),
        ("sex", "\udfff"),
        ("sex", {"a": 1}),
        ("sex", 10**400),
        ("birth_date", "0001-01-01"),
        ("birth_date", "2999-01-01"),
        ("birth_date", "2026-02-30"),
        ("birth_date", True),
        ("village", "99"),
        ("village", "32.09'--"),
        ("village", "٣٢"),
        ("village", 32),
        ("anonymous", "yes"),
        ("nik", "9" * 41),
        ("phone", "12"),
        ("phone", "+62*******7890"),
        ("represents", NOBODY),
        ("represents", "x"),
        ("represents", 10**60),
    ],
)
def test_a_wrong_value_is_400_at_its_field(api, field, value):
    told = problem(send(api("meja.cirebon"), json.dumps(MIGRANT | {field: value})), 400)
    assert list(told["errors"]) == [field]


def test_letters_that_fold_into_many_are_stored(api):
    sign = "\ufdfa"  # eighteen letters in one
    told = MIGRANT | {"full_name": sign * 120, "nickname": "㎢" * 60}
    assert send(api("meja.cirebon"), json.dumps(told)).status_code == 201


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=" + "a" * 101,
        "limit=0",
        "limit=101",
        "limit=x",
        "limit=null&q=siti",
        "cursor=&q=siti",
        "limit=²",
        "limit=" + "9" * 5000,
        "cursor=x",
        "cursor=%00",
        "cursor=W10:1:1",
    ],
)
def test_a_wrong_question_is_400_at_its_name(api, query):
    told = problem(api("meja.cirebon").get(f"/api/v1/migrants/?{query}"), 400)
    assert list(told["errors"]) == [query.split("=")[0]]


def test_an_error_inside_another_field_is_named_by_its_way(api, case):
    body = {
        "case": str(case.pk),
        "to": NOBODY,
        "services": ["psychosocial", "magic"],
        "priority": "normal",
        "needs": "x",
        "disclose": [],
        "consent": {"method": "telepathy", "expires_on": "2020-01-01"},
    }
    told = problem(send(api("meja.cirebon"), json.dumps(body), "referrals/"), 400)
    assert set(told["errors"]) == {"to", "services.1", "consent.method", "consent.expires_on"}
