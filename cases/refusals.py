"""What was refused is on record too: who tried which verb on which case, and which rule said no (UU 27/2022 art 31).

    with on_record(case, "close", by=request.user):
        actions.close_case(...)

It stands around the transaction, not inside it: the refused change is rolled back, the record of it stays.
"""

from contextlib import contextmanager

from django.core.exceptions import ValidationError

from ltsa.audit.actions import record
from ltsa.versions import Stale

from .transitions import NotPossible, NotYours

SAYING_NO = (NotPossible, NotYours, Stale, ValidationError)


@contextmanager
def on_record(row, verb: str, *, by):
    """Record a refusal and let it pass on; also one that the API has already turned into its own words."""
    try:
        yield
    except Exception as error:
        told = error if isinstance(error, SAYING_NO) else error.__cause__
        if isinstance(told, SAYING_NO):
            record("refused", row, fields=[verb, rule_of(told)], by=by)
        raise


def rule_of(error: BaseException) -> str:
    """A word for the rule: its code where it has one, the fields that were wrong, or how it was refused."""
    if isinstance(error, NotPossible):
        return f"state:{error.row.state}"
    if isinstance(error, NotYours):
        return "not_yours"
    if isinstance(error, Stale):
        return "stale"
    if isinstance(error, ValidationError):
        return _words(error)
    return type(error).__name__


def _words(error: ValidationError) -> str:
    if hasattr(error, "error_dict"):
        found = [one.code or name for name, told in error.error_dict.items() for one in told]
    else:
        found = [one.code or "invalid" for one in error.error_list]
    return ",".join(dict.fromkeys(found))
