import json

import pytest
from django.db import InterfaceError, OperationalError

from ltsa.home.errors import server_error


def answer_to(error: Exception, request):
    try:
        raise error
    except type(error):
        return server_error(request)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_person_gets_a_page_that_says_when_to_come_back(rf, error):
    answer = answer_to(error(), rf.get("/beranda/"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert b"tidak dapat dipakai" in answer.content


def test_a_program_gets_a_problem_in_json(rf):
    answer = answer_to(OperationalError(), rf.get("/api/v1/cases/"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert json.loads(answer.content)["status"] == 503


def test_any_other_error_stays_a_500(rf):
    assert answer_to(ValueError(), rf.get("/beranda/")).status_code == 500
