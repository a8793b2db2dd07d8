"""How many ordinary, verified complaints each agency has, and what it paid back: companies alone, never a person."""

from .counts import _CASES, _rows

_AGENCIES = """
SELECT a.id::text, min(a.name || CASE WHEN a.branch = '' THEN '' ELSE ' (' || a.branch || ')' END),
  count(*) AS complaints,
  count(*) FILTER (WHERE told.state NOT IN ('resolved', 'closed')),
  count(*) FILTER (WHERE told.state IN ('resolved', 'closed')),
  coalesce(sum(came.rupiah), 0)
FROM told
JOIN organisations_agency a ON a.id = told.agency_id AND a.kind = 'p3mi'
LEFT JOIN LATERAL (
  SELECT sum(r.rupiah) AS rupiah FROM cases_recovery r WHERE r.case_id = told.id AND r.voided_at IS NULL
) came ON true
WHERE told.part IS NULL AND told.closing_reason <> 'duplicate'
  AND told.opened_at >= %(since)s AND told.opened_at < %(until)s
  AND EXISTS (SELECT 1 FROM timeline_event e WHERE e.subject = told.id AND e.verb = 'case.start')
GROUP BY a.id
ORDER BY complaints DESC, 2
"""


def complaints_by_agency(scope) -> list[tuple]:
    """[(id, name, complaints, open, ended, rupiah recovered)], the most complained about first."""
    return _rows(_CASES + _AGENCIES, scope.parameters)
