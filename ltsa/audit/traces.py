"""The one place where a list, a search or a refused reading is put on record: no view can forget it.

A refusal is written down alike for what is not there and for what is not hers: nothing is looked up for it, so both
take the same time.
"""

from typing import Any
from uuid import UUID

from ltsa import reading
from ltsa.encrypted import keyed_hash

from .models import Record

REFUSALS = (403, 404, 429)
NOT_ASKED = {"csrfmiddlewaretoken", "idempotency_key", "lanjut", "cursor", "limit"}
FEW = 3  # a client's page with her family; whoever meets more of them has read a list


def keep_trace(request, response, now: reading.Reading) -> Record | None:
    """The line of this request that none of its actions has written."""
    by: Any = now.by or getattr(request, "user", None)
    match = request.resolver_match
    if by is None or not by.is_authenticated or match is None:
        return None
    if response.status_code in REFUSALS:
        if Record.Verb.REFUSED in now.kept:
            return None
        return _write(Record.Verb.REFUSED, request, now, by, subject=_pk(match))
    if not _is_reading(response, now):
        return None
    one = next(iter(now.people)) if len(now.people) == 1 else _pk(match)
    verb = Record.Verb.VIEW if _pk(match) else Record.Verb.LIST
    rows = len(now.people) if now.rows is None else now.rows
    return _write(verb, request, now, by, subject=one if _pk(match) else None, rows=rows)


def _is_reading(response, now: reading.Reading) -> bool:
    if 300 <= response.status_code < 400 or response.status_code >= 500:
        return False
    if now.kept:
        return len(now.people) > FEW
    return now.rows is not None or bool(now.people)


def _write(verb: str, request, now, by, **told) -> Record:
    api = now.token is not None
    place = request.resolver_match.view_name or request.resolver_match.route
    query = _query_of(request, api=api)
    place = f"api:{place}" if api else place
    return Record.objects.create(verb=verb, subject_type=place[:60], query=query, by=by, **told)


def _pk(match) -> UUID | None:
    try:
        return UUID(str(match.kwargs.get("pk", "")))
    except ValueError:
        return None


def _query_of(request, *, api: bool) -> str:
    """The same for the same question; the words themselves cannot be read from it."""
    asked = [*request.GET.lists(), *(() if api else request.POST.lists())]
    told = sorted(
        f"{name}={' '.join(value.casefold().split())}"
        for name, values in asked
        for value in values
        if name not in NOT_ASKED and value
    )
    return keyed_hash("\n".join(told), "query")
