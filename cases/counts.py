"""The counting behind cases/figures.py: one statement a question, whatever the number of rows.

Every case falls into one of two parts: ordinary ones are counted exactly; those of a sensitive type (also a secondary
one) or under restriction are counted by month and district alone, for suppression (domain 4 rule 8). Referrals
of restricted cases likewise. The two parts never stand in one sum.

Whoever said no to being counted is in no figure of the sensitive part: her newest answer about statistics, on any
record of hers that was merged, is a no or was taken back ("later" is no answer). Ordinary cases are counted all the
same: the office owes that book to the public (a public task, UU 27/2022 art 20).
"""

from collections import defaultdict

from django.db import connection

from .due import DUE

# Her newest answer about statistics is a no, or a yes that she took back; asked for the client m.
_SAID_NO = """coalesce((
  SELECT s.decision = 'refused' OR s.withdrawn_at IS NOT NULL FROM services_consent s
  WHERE s.purpose = 'statistics' AND s.decision <> 'later' AND s.migrant_id IN (
    SELECT r.id FROM services_migrant r
    WHERE r.id = coalesce(m.merged_into_id, m.id) OR r.merged_into_id = coalesce(m.merged_into_id, m.id))
  ORDER BY s.given_at DESC LIMIT 1
), false)"""

# The part of a case: NULL for an ordinary one.
_CASES = """
WITH told AS (
  SELECT c.*, m.sex, t.label_id, t.label_en,
    CASE
      WHEN c.primary_type_id LIKE 'GBV%%' OR other.gbv THEN 'gbv'
      WHEN c.primary_type_id LIKE 'TPO%%' OR other.tpo THEN 'tpo'
      WHEN c.restricted OR t.sensitive OR other.sensitive THEN 'other'
    END AS part
  FROM cases_case c
  JOIN services_migrant m ON m.id = c.migrant_id
  LEFT JOIN cases_casetype t ON t.code = c.primary_type_id
  LEFT JOIN LATERAL (
    SELECT bool_or(o.sensitive) AS sensitive, bool_or(o.code LIKE 'GBV%%') AS gbv, bool_or(o.code LIKE 'TPO%%') AS tpo
    FROM cases_case_secondary_types s JOIN cases_casetype o ON o.code = s.casetype_id WHERE s.case_id = c.id
  ) other ON true
  WHERE c.migrant_id <> ALL(%(hidden)s::uuid[]) AND (%(district)s IS NULL OR c.district_id = %(district)s)
    AND (%(organisation)s::uuid IS NULL OR c.organisation_id = %(organisation)s::uuid)
    AND (%(service_point)s::uuid IS NULL OR c.service_point_id = %(service_point)s::uuid)
)
"""

_ORDINARY = """, opened AS (
  SELECT * FROM told WHERE part IS NULL AND opened_at >= %(since)s AND opened_at < %(until)s
)
SELECT CASE grouping(primary_type_id, state) WHEN 1 THEN 'type' WHEN 2 THEN 'state' ELSE '' END,
  coalesce(primary_type_id, state, ''), min(label_id), min(label_en), count(*), count(DISTINCT migrant_id),
  count(*) FILTER (WHERE sex = 'female'), count(*) FILTER (WHERE sex = 'male'),
  count(*) FILTER (WHERE sex NOT IN ('female', 'male'))
FROM opened GROUP BY GROUPING SETS ((), (primary_type_id), (state))
"""

_MOVEMENT = """
SELECT
  count(*) FILTER (WHERE opened_at >= %(since)s AND opened_at < %(until)s),
  count(*) FILTER (WHERE opened_at >= %(before_since)s AND opened_at < %(before_until)s),
  count(*) FILTER (WHERE closed_at >= %(since)s AND closed_at < %(until)s),
  count(*) FILTER (WHERE closed_at >= %(before_since)s AND closed_at < %(before_until)s),
  count(*) FILTER (WHERE state NOT IN ('resolved', 'closed')),
  count(*) FILTER (WHERE state NOT IN ('resolved', 'closed')
    AND (next_action_on IS NULL OR next_action_on < %(today)s))
FROM told WHERE part IS NULL
"""

_SENSITIVE = f"""
SELECT district_id, date_trunc('month', opened_at AT TIME ZONE %(zone)s)::date, part,
  CASE WHEN sex IN ('female', 'male') THEN sex ELSE 'other' END, count(*)
FROM (SELECT told.* FROM told JOIN services_migrant m ON m.id = told.migrant_id
  WHERE part IS NOT NULL AND opened_at >= %(first)s AND opened_at < %(last)s AND NOT {_SAID_NO}) AS agreed
GROUP BY 1, 2, 3, 4
"""  # noqa: S608 (texts of this file)

_REFERRALS = f"""
WITH span AS (
  SELECT * FROM unnest(%(names)s::text[], %(starts)s::timestamptz[], %(ends)s::timestamptz[])
    AS span(name, starts, ends)
), sent AS (
  SELECT span.name, o.name AS partner, r.to_id, r.state, c.migrant_id, r.answered_at,
    r.answered_at IS NOT NULL AS answered,
    r.state = 'declined' AS declined,
    {DUE} AS due,
    r.state = 'sent' AND r.due_at < %(now)s AS overdue,
    extract(epoch FROM r.answered_at - r.sent_at) / 3600 AS hours
  FROM cases_referral r
  JOIN span ON r.sent_at >= span.starts AND r.sent_at < span.ends
  JOIN organisations_organisation o ON o.id = r.to_id
  JOIN cases_case c ON c.id = r.case_id
  WHERE NOT r.restricted AND NOT c.restricted
    AND c.migrant_id <> ALL(%(hidden)s::uuid[])
    AND (%(district)s IS NULL OR r.district_id = %(district)s)
    AND (%(organisation)s::uuid IS NULL
      OR r.sender_id = %(organisation)s::uuid OR r.to_id = %(organisation)s::uuid)
    AND (%(service_point)s::uuid IS NULL OR c.service_point_id = %(service_point)s::uuid)
)
SELECT name, CASE grouping(to_id, state) WHEN 1 THEN 'partner' WHEN 2 THEN 'state' ELSE '' END,
  coalesce(to_id::text, state, ''), min(partner), count(*), count(DISTINCT migrant_id),
  count(*) FILTER (WHERE answered), count(*) FILTER (WHERE due),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE answered),
  count(*) FILTER (WHERE declined), count(*) FILTER (WHERE overdue)
FROM sent GROUP BY GROUPING SETS ((name), (name, to_id), (name, state))
"""  # noqa: S608 (texts of cases/due.py)

_RESTRICTED_REFERRALS = f"""
SELECT r.district_id, date_trunc('month', r.sent_at AT TIME ZONE %(zone)s)::date, count(*)
FROM cases_referral r JOIN cases_case c ON c.id = r.case_id JOIN services_migrant m ON m.id = c.migrant_id
WHERE (r.restricted OR c.restricted) AND NOT {_SAID_NO} AND r.sent_at >= %(first)s AND r.sent_at < %(last)s
  AND c.migrant_id <> ALL(%(hidden)s::uuid[])
  AND (%(district)s IS NULL OR r.district_id = %(district)s)
  AND (%(organisation)s::uuid IS NULL
    OR r.sender_id = %(organisation)s::uuid OR r.to_id = %(organisation)s::uuid)
  AND (%(service_point)s::uuid IS NULL OR c.service_point_id = %(service_point)s::uuid)
GROUP BY 1, 2
"""  # noqa: S608 (texts of this file)

_SILENT = """
SELECT r.to_id, o.name, count(*) AS waiting, count(*) FILTER (WHERE r.due_at < %(now)s) AS late,
  extract(epoch FROM %(now)s - min(r.sent_at)) / 3600 AS hours
FROM cases_referral r
JOIN organisations_organisation o ON o.id = r.to_id
JOIN cases_case c ON c.id = r.case_id
WHERE r.state = 'sent' AND NOT r.restricted AND NOT c.restricted
  AND c.migrant_id <> ALL(%(hidden)s::uuid[])
  AND (%(district)s IS NULL OR r.district_id = %(district)s)
  AND (%(organisation)s::uuid IS NULL
    OR r.sender_id = %(organisation)s::uuid OR r.to_id = %(organisation)s::uuid)
  AND (%(service_point)s::uuid IS NULL OR c.service_point_id = %(service_point)s::uuid)
GROUP BY r.to_id, o.name ORDER BY 4 DESC, 3 DESC, 2
"""


def _rows(sql: str, parameters: dict) -> list[tuple]:
    # pghistory takes a statement that begins with WITH for a write and puts its context before it.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({sql}) AS figure", parameters)  # noqa: S608 (texts of this file)
        return cursor.fetchall()


def _monthly(scope) -> dict:
    """The whole calendar months that the period touches: part of a month would uncover the rest of it."""
    months = scope.period.whole_months()
    return {"first": months.since, "last": months.until, "zone": "Asia/Jakarta"}


def ordinary_cases(scope) -> tuple[dict[str, dict[str, tuple]], dict[str, dict[str, str]]]:
    """Opened in the period: {"type" or "state" or "": {code: (cases, unique people, women, men, others)}}.

    Beside it the labels of those types, {"id" or "en": {code: label}}: a district may have types of its own.
    """
    found: dict[str, dict[str, tuple]] = defaultdict(dict)
    labels: dict[str, dict[str, str]] = {"id": {}, "en": {}}
    for dimension, code, indonesian, english, *numbers in _rows(
        _CASES + _ORDINARY, scope.parameters
    ):
        found[dimension][code] = tuple(numbers)
        if dimension == "type":
            labels["id"][code], labels["en"][code] = indonesian, english
    return found, labels


def movement(scope) -> tuple[int, int, int, int, int, int]:
    """Ordinary cases: (opened, opened before, closed, closed before, open now, open now without a next step)."""
    before = scope.period.before()
    span = {
        "before_since": before and before.since,
        "before_until": before and before.until,
    }
    return _rows(_CASES + _MOVEMENT, scope.parameters | span)[0]


def sensitive_cases(scope) -> dict[tuple, dict[tuple[str, str], int]]:
    """{(district, month): {(part, sex): cases}}, part one of gbv, tpo, other; sex female, male or other."""
    found: dict[tuple, dict] = defaultdict(dict)
    for district, month, part, sex, number in _rows(
        _CASES + _SENSITIVE, scope.parameters | _monthly(scope)
    ):
        found[district, month][part, sex] = number
    return found


def referrals(scope) -> dict[str, dict[str, list[tuple]]]:
    """{"now" or "before": {"partner" or "state" or "": [(code, name, sent, people, answered, asked, hours, declined, overdue)]}}.

    `asked` leaves out what was withdrawn before an answer; `hours` is the median to the first answer, or None.
    """
    spans = {"now": scope.period}
    if (before := scope.period.before()) is not None:
        spans["before"] = before
    windows = {
        "names": list(spans),
        "starts": [span.since for span in spans.values()],
        "ends": [span.until for span in spans.values()],
    }
    found: dict[str, dict] = {"now": defaultdict(list), "before": defaultdict(list)}
    for name, dimension, *told in _rows(_REFERRALS, scope.parameters | windows):
        found[name][dimension].append(tuple(told))
    return found


def restricted_referrals(scope) -> dict[tuple, int]:
    """{(district, month): referrals of restricted cases sent}."""
    rows = _rows(_RESTRICTED_REFERRALS, scope.parameters | _monthly(scope))
    return {(district, month): number for district, month, number in rows}


def silent_partners(scope) -> list[tuple]:
    """[(id, name, unanswered, overdue, hours that the oldest waits)], the worst first."""
    return _rows(_SILENT, scope.parameters)
