"""The API against its own schema: thousands of right, wrong and hostile requests, and each answer as it is promised.

`CASES` is the number of requests a role; short in the suite, long in `make fuzz`.
"""

import os
from uuid import UUID

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode

from cases.actions import accept_referral
from ltsa.accounts.tokens import create_token
from ltsa.wsgi import application

pytestmark = pytest.mark.django_db

ROLES = ["meja.cirebon", "wcc.cirebon"]
CASES = int(os.environ.get("CASES") or 200)
LONG = CASES > 200

CONFIG = SchemathesisConfig.from_dict(
    {
        # Well-formed values may still be refused: an id of nobody, a day gone by, a group session without
        # people. The schema cannot say so; a 400 at the field is the right answer, and its shape is checked.
        "checks": {
            "positive_data_acceptance": {
                "expected-statuses": ["2xx", "400", "403", "404", "409", "422"]
            }
        },
        # The token is ours: without it each request would end at the door.
        "generation": {"with-security-parameters": False},
        "phases": {"coverage": {"enabled": LONG}, "examples": {"enabled": False}},
    }
)
# A partner gets past "not now" with a referral that she has accepted.
AFTER_ACCEPTING = ("/start/", "/return/", "/feedback/", "/report_service/", "/share/", "/answer/")
schema = schemathesis.openapi.from_wsgi("/api/v1/schema/", application, config=CONFIG)
OPERATIONS = sum(1 for _ in schema.get_all_operations())


@pytest.fixture(autouse=True)
def one_transaction():
    """As Django's own test client does: a request must not close the connection that the test will roll back."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def known(cast, make_migrant, make_case, make_referral) -> dict:
    """Ids that exist, so that requests get past the first 404."""
    migrant = make_migrant()
    case = make_case(migrant)
    taken = accept_referral(
        make_referral(make_case(migrant)), contact="Ibu Contoh", by=cast["wcc.cirebon"]
    )
    return {
        "migrants": migrant.pk,
        "cases": case.pk,
        "referrals": make_referral(case).pk,
        "accepted": taken.pk,
        "migrant": migrant.pk,
        "case": case.pk,
        "to": cast.uptdppa_cirebon.posting.organisation_id,
    }


@pytest.fixture
def token(request, cast) -> str:
    return create_token(cast[request.param])


@pytest.mark.parametrize("token", ROLES, indirect=True)
@schema.parametrize()
@settings(
    max_examples=max(1, CASES // OPERATIONS),
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_the_schema_says(case, token, known):
    anchor(case, known)
    # The WSGI transport reads no gzip.
    headers = {"Authorization": f"Token {token}", "Accept-Encoding": "identity"}
    case.call_and_validate(headers=headers)


def anchor(case, known: dict) -> None:
    """Put real ids where a well-formed one was drawn."""
    if case.meta is None or case.meta.generation.mode is not GenerationMode.POSITIVE:
        return
    noun = case.path.removeprefix("/api/v1/").split("/")[0]
    if noun in known and is_uuid(case.path_parameters.get("id")):
        noun = "accepted" if case.path.endswith(AFTER_ACCEPTING) else noun
        case.path_parameters["id"] = str(known[noun])
    if isinstance(case.body, dict):
        for name in case.body.keys() & known.keys():
            if is_uuid(case.body[name]):
                case.body[name] = str(known[name])


def is_uuid(value) -> bool:
    try:
        return bool(UUID(value))
    except (TypeError, ValueError, AttributeError):
        return False
