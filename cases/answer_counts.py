"""The counting behind cases/answer_figures.py: ordinary referrals alone, one statement a question."""

from collections import defaultdict
from typing import NamedTuple

from .counts import _rows
from .due import DUE, NEVER

# Sent in the period to any house of the place. `mine` is the reader's side; others are counted for the median alone.
_SENT = f"""
WITH sent AS (
  SELECT r.id, r.to_id, o.name AS partner, r.state, r.priority, r.decline_reason, r.services, left(m.village_id, 8) AS sub_district,
    %(organisation)s::uuid IS NULL OR r.sender_id = %(organisation)s::uuid OR r.to_id = %(organisation)s::uuid AS mine,
    r.answered_at IS NOT NULL AS answered, r.answered_at, coalesce(r.first_opened_at, r.answered_at) IS NOT NULL AS opened,
    r.answered_at IS NOT NULL AND r.decline_reason = '' AS accepted,
    {DUE} AS due, {NEVER} AS never,
    EXISTS (SELECT 1 FROM cases_referral n WHERE n.previous_id = r.id AND n.case_id = r.case_id AND n.sent_at IS NOT NULL) AS offered_on,
    extract(epoch FROM r.answered_at - r.sent_at) / 3600 AS hours, f.helped
  FROM cases_referral r
  JOIN organisations_organisation o ON o.id = r.to_id
  JOIN cases_case c ON c.id = r.case_id
  JOIN services_migrant m ON m.id = c.migrant_id
  LEFT JOIN cases_clientfeedback f ON f.referral_id = r.id
  WHERE r.sent_at >= %(since)s AND r.sent_at < %(until)s AND NOT r.restricted AND NOT c.restricted
    AND c.migrant_id <> ALL(%(hidden)s::uuid[])
    AND (%(district)s IS NULL OR r.district_id = %(district)s)
    AND (%(service_point)s::uuid IS NULL OR c.service_point_id = %(service_point)s::uuid)
)
"""  # noqa: S608 (texts of cases/due.py)

_BY_HOUSE = """
SELECT CASE grouping(to_id, decline_reason) WHEN 1 THEN 'partner' WHEN 2 THEN 'reason' ELSE '' END,
  coalesce(to_id::text, decline_reason, ''), min(partner), count(*) FILTER (WHERE due),
  count(*) FILTER (WHERE answered), percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE answered),
  percentile_cont(0.9) WITHIN GROUP (ORDER BY hours) FILTER (WHERE answered),
  count(*) FILTER (WHERE offered_on), count(*) FILTER (WHERE never),
  count(helped), count(*) FILTER (WHERE helped = 'yes'), count(*) FILTER (WHERE state = 'declined')
FROM sent WHERE mine GROUP BY GROUPING SETS ((), (to_id), (decline_reason))
"""

# The first contact is the day on which the house began to serve her: `start`, of which its timeline alone knows.
_COURSE = """
SELECT CASE grouping(to_id, priority) WHEN 1 THEN 'partner' WHEN 2 THEN 'priority' ELSE '' END,
  coalesce(to_id::text, priority, ''), min(partner), count(*), count(*) FILTER (WHERE opened),
  count(*) FILTER (WHERE due), count(*) FILTER (WHERE answered),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE answered), count(*) FILTER (WHERE accepted),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM met.at - answered_at) / 3600) FILTER (WHERE accepted),
  count(*) FILTER (WHERE accepted AND state IN ('service_given', 'completed'))
FROM sent LEFT JOIN LATERAL (
  SELECT min(e.at) AS at FROM timeline_event e WHERE e.subject = sent.id AND e.verb = 'referral.start'
) AS met ON accepted
WHERE mine GROUP BY GROUPING SETS ((), (to_id), (priority))
"""

_GAPS = """
SELECT service, sub_district, a.name, count(*) AS wanted,
  count(*) FILTER (WHERE never
    OR state = 'declined' AND decline_reason IN ('full', 'out_of_area', 'out_of_mandate')) AS unmet
FROM sent CROSS JOIN LATERAL unnest(services) AS service JOIN areas_area a ON a.code = sub_district
WHERE mine GROUP BY service, sub_district, a.name
"""

_OTHERS = """
SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY rate), percentile_cont(0.5) WITHIN GROUP (ORDER BY median),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY slow)
FROM (
  SELECT 100.0 * count(*) FILTER (WHERE answered) / count(*) AS rate,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS median, percentile_cont(0.9) WITHIN GROUP (ORDER BY hours) AS slow
  FROM sent WHERE due AND to_id <> %(organisation)s::uuid GROUP BY to_id
) AS house
"""


def answers(scope) -> dict[str, list[tuple]]:
    """{"partner" or "reason" or "": [(code, name, asked, answered, median, p90, on, expired, said, helped, declined)]}.

    `asked` is what was answered or ought to be by now; hours to the first answer; `said` of how many clients
    we know what they say, `helped` how many of them were helped.
    """
    found: dict[str, list] = defaultdict(list)
    for dimension, *told in _rows(_SENT + _BY_HOUSE, scope.parameters):
        found[dimension].append(tuple(told))
    return found


class Course(NamedTuple):
    """How far the referrals of one house, or of one priority, have come; times in hours, None where nothing was counted."""

    code: str
    name: str
    sent: int = 0
    opened: int = 0
    due: int = 0
    answered: int = 0
    to_answer: float | None = None  # the median
    accepted: int = 0
    to_contact: float | None = None  # the median, from the acceptance
    served: int = 0


def courses(scope) -> dict[str, list[Course]]:
    """{"partner" or "priority" or "": what was sent in the period, by that}."""
    found: dict[str, list[Course]] = defaultdict(list)
    for dimension, *told in _rows(_SENT + _COURSE, scope.parameters):
        found[dimension].append(Course(*told))
    return found


def gaps(scope) -> list[tuple]:
    """[(service, code of the sub-district, its name, referrals wanted, of them not met)]."""
    return _rows(_SENT + _GAPS, scope.parameters)


def others(scope) -> tuple:
    """(how many other houses, the median of their answer rates, of their median hours, of their 90th percentiles)."""
    return _rows(_SENT + _OTHERS, scope.parameters)[0]
