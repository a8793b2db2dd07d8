"""A restricted case of the women's centre, for the tests of what only such cases have."""

from datetime import timedelta

from django.utils import timezone

from cases import actions
from cases.gbvims import QUESTIONS

NO = {code.value: "no" for code, _question in QUESTIONS}
YES_RAPE = NO | {"rape": "yes"}


def explained(case, by):
    return actions.explain_limits(case, answer="go_on", by=by)


def incident(case, by, **told):
    told = {"reported_on": timezone.localdate(), "answers": NO} | told
    return actions.add_incident(case, by=by, **told)


def in_a_week():
    return timezone.localdate() + timedelta(days=7)
