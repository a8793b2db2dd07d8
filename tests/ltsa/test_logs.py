import logging

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from ltsa.logs import LineFormatter
from services.models import Migrant


def line(record: logging.LogRecord) -> str:
    return LineFormatter(settings.LOGGING["formatters"]["line"]["format"]).format(record)


def test_rule_1_a_log_line_quotes_no_row_that_the_database_refused(migrant):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Migrant.objects.filter(pk=migrant.pk).update(anonymous=True)
    assert migrant.full_name in str(refused.value)

    error = refused.value
    info = (type(error), error, error.__traceback__)
    told = line(logging.LogRecord("django.request", logging.ERROR, "", 0, "Error", None, info))
    assert "violates check constraint" in told
    assert "The above exception was the direct cause" in told
    assert migrant.full_name not in told

    # As a worker tells of it: the error stands in the message itself.
    told = line(logging.LogRecord("celery", logging.ERROR, "", 0, "raised: %r", (error,), None))
    assert "violates check constraint" in told
    assert migrant.full_name not in told


def test_every_handler_of_the_house_writes_such_lines():
    formatters = settings.LOGGING["formatters"]
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"line"}
    assert formatters["line"]["()"] == "ltsa.logs.LineFormatter"
