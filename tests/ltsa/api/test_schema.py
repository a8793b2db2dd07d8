import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from cases.transitions import CASE_VERBS, REFERRAL_VERBS


@pytest.fixture(scope="module")
def schema() -> dict:
    return SchemaGenerator().get_schema(public=True)


def test_it_is_a_valid_openapi_document_without_a_warning(schema, capsys):
    validate_schema(schema)
    assert "warning" not in capsys.readouterr().err.lower()


@pytest.mark.django_db
def test_it_is_public_and_tells_of_nobody():
    answer = Client().get("/api/v1/schema/")
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["info"]["title"] == "Satu Atap"


def test_every_verb_of_the_tables_has_its_endpoint(schema):
    for verb in CASE_VERBS:
        assert "post" in schema["paths"][f"/api/v1/cases/{{id}}/{verb}/"]
    for verb in REFERRAL_VERBS:
        assert "post" in schema["paths"][f"/api/v1/referrals/{{id}}/{verb}/"]


def test_every_operation_asks_for_a_token_and_says_how_it_refuses(schema):
    operations = [
        (path, method, one)
        for path, methods in schema["paths"].items()
        for method, one in methods.items()
    ]
    for path, method, one in operations:
        assert one["security"] == [{"Token": []}], path
        assert {"401", "403", "405", "406"} <= one["responses"].keys(), path
        if method != "get":
            assert {"400", "409", "415"} <= one["responses"].keys(), path
        if "{" in path:
            assert "404" in one["responses"], path
    assert len({one["operationId"] for _, _, one in operations}) == len(operations)
