"""The counting behind cases/money_figures.py: ordinary cases only, one statement a question."""

from decimal import Decimal

from .counts import _CASES, _rows

# Of which cases: those that no part of `told` marks as sensitive or restricted.
_MINE = ", mine AS (SELECT id FROM told WHERE part IS NULL)"

_MEETINGS = """
SELECT
  (SELECT count(*) FROM cases_mediation m JOIN mine ON mine.id = m.case_id
    WHERE m.requested_at >= %(since)s AND m.requested_at < %(until)s),
  count(*),
  count(*) FILTER (WHERE h.meeting = 'mediation'),
  count(*) FILTER (WHERE h.meeting = 'mediation' AND h.result IN ('agreed', 'partly_agreed', 'no_agreement')),
  count(*) FILTER (WHERE h.result IN ('agreed', 'partly_agreed')),
  count(*) FILTER (WHERE h.result = 'absent')
FROM cases_hearing h
JOIN cases_mediation m ON m.id = h.mediation_id
JOIN mine ON mine.id = m.case_id
WHERE h.held_at >= %(since)s AND h.held_at < %(until)s
"""

_PROMISES = """
SELECT count(*), count(*) FILTER (WHERE p.state = 'kept'), count(*) FILTER (WHERE p.state = 'broken'),
  count(*) FILTER (WHERE p.state IN ('open', 'partly')),
  count(*) FILTER (WHERE p.state IN ('open', 'partly') AND p.due_on < %(today)s)
FROM cases_promise p
JOIN cases_mediation m ON m.id = p.mediation_id
JOIN mine ON mine.id = m.case_id
WHERE p.due_on >= %(first_day)s AND p.due_on <= %(last_day)s
"""

_RECOVERED = """
SELECT r.currency, count(*), count(DISTINCT r.case_id), sum(r.amount), sum(r.rupiah)
FROM cases_recovery r JOIN mine ON mine.id = r.case_id
WHERE r.kind = 'money' AND r.voided_at IS NULL
  AND r.received_on >= %(first_day)s AND r.received_on <= %(last_day)s
GROUP BY r.currency ORDER BY r.currency
"""


def _days(scope) -> dict:
    return scope.parameters | {"first_day": scope.period.start}


def meetings(scope) -> tuple[int, int, int, int, int, int]:
    """(mediations asked for, meetings held, of them mediations, with an end, agreed at least partly, respondent absent)."""
    return _rows(_CASES + _MINE + _MEETINGS, scope.parameters)[0]


def promises(scope) -> tuple[int, int, int, int, int]:
    """Due in the period: (all, kept, broken, still owed, of these late)."""
    return _rows(_CASES + _MINE + _PROMISES, _days(scope))[0]


def recovered(scope) -> list[tuple[str, int, int, Decimal, Decimal]]:
    """[(currency, payments, cases, in that currency, in rupiah)] of what was received in the period."""
    return _rows(_CASES + _MINE + _RECOVERED, _days(scope))
