"""The counting behind services/figures.py: one statement a question, whatever the number of rows.

All statements take the parameters of ltsa.dashboard.sockets.Scope. A place that is not asked for is NULL, and
PostgreSQL drops the comparison when it plans. Whom a lock hides from the reader (`hidden`) is in no number. What was voided counts nowhere. Who was merged into another record is
that person: `double` is joined through the few rows that have merged_into_id.
"""

from collections import defaultdict

from django.db import connection
from django.utils import timezone

# The age on the last day of the period; bands as codes.age_band_of has them.
_SERVED = """
WITH served AS (
  SELECT s.migrant_id AS migrant, s.kind, s.channel, s.phase, true AS talk
  FROM services_counsellingsession s
  WHERE s.mode = 'individual' AND NOT s.unrecorded AND s.voided_at IS NULL AND s.migrant_id <> ALL(%(hidden)s::uuid[]) AND s.started_at >= %(since)s AND s.started_at < %(until)s
    AND (%(district)s IS NULL OR s.district_id = %(district)s)
    AND (%(organisation)s::uuid IS NULL OR s.organisation_id = %(organisation)s::uuid)
    AND (%(service_point)s::uuid IS NULL OR s.service_point_id = %(service_point)s::uuid)
  UNION ALL
  SELECT a.migrant_id, s.kind, s.channel, NULL, false
  FROM services_counsellingsession s JOIN services_attendance a ON a.session_id = s.id AND a.migrant_id IS NOT NULL
    AND a.migrant_id <> ALL(%(hidden)s::uuid[])
  WHERE s.mode = 'group' AND s.voided_at IS NULL AND s.started_at >= %(since)s AND s.started_at < %(until)s
    AND (%(district)s IS NULL OR s.district_id = %(district)s)
    AND (%(organisation)s::uuid IS NULL OR s.organisation_id = %(organisation)s::uuid)
    AND (%(service_point)s::uuid IS NULL OR s.service_point_id = %(service_point)s::uuid)
), told AS (
  SELECT m.id AS migrant, served.talk, served.kind, served.channel, m.sex,
    coalesce(nullif(served.phase, ''), m.phase) AS phase,
    CASE WHEN m.birth_date IS NULL THEN m.age_band
      WHEN age(%(last_day)s::date, m.birth_date) < interval '18 years' THEN '<18'
      WHEN age(%(last_day)s::date, m.birth_date) < interval '25 years' THEN '18-24'
      WHEN age(%(last_day)s::date, m.birth_date) < interval '36 years' THEN '25-35'
      WHEN age(%(last_day)s::date, m.birth_date) < interval '46 years' THEN '36-45'
      ELSE '46+' END AS age
  FROM served
  LEFT JOIN services_migrant double ON double.id = served.migrant AND double.merged_into_id IS NOT NULL
  JOIN services_migrant m ON m.id = coalesce(double.merged_into_id, served.migrant)
  UNION ALL
  -- A talk with somebody who wants no record is a talk; nobody stands behind it who could be a person counted once.
  SELECT NULL, true, s.kind, s.channel, c.sex, c.phase, c.age_band
  FROM services_counsellingsession s JOIN services_attendancecount c ON c.session_id = s.id
  WHERE s.unrecorded AND s.voided_at IS NULL AND s.started_at >= %(since)s AND s.started_at < %(until)s
    AND (%(district)s IS NULL OR s.district_id = %(district)s)
    AND (%(organisation)s::uuid IS NULL OR s.organisation_id = %(organisation)s::uuid)
    AND (%(service_point)s::uuid IS NULL OR s.service_point_id = %(service_point)s::uuid)
)
SELECT dimension, code, count(migrant), sum(talks) FROM (
  SELECT CASE grouping(sex, phase, age, kind, channel)
      WHEN 15 THEN 'sex' WHEN 23 THEN 'phase' WHEN 27 THEN 'age' WHEN 29 THEN 'kind' WHEN 30 THEN 'channel'
      ELSE '' END AS dimension, migrant,
    coalesce(sex, phase, age, kind, channel, '') AS code, count(*) FILTER (WHERE talk) AS talks
  FROM told GROUP BY GROUPING SETS (
    (migrant), (migrant, sex), (migrant, phase), (migrant, age), (migrant, kind), (migrant, channel))
) AS person GROUP BY dimension, code
"""

# Where a meeting has a matrix of counts, it is the number who came, and names beside it are people among them.
_CAME = """
WITH meeting AS (
  SELECT s.id, s.kind, s.channel
  FROM services_counsellingsession s
  WHERE s.mode = 'group' AND s.voided_at IS NULL AND s.started_at >= %(since)s AND s.started_at < %(until)s
    AND (%(district)s IS NULL OR s.district_id = %(district)s)
    AND (%(organisation)s::uuid IS NULL OR s.organisation_id = %(organisation)s::uuid)
    AND (%(service_point)s::uuid IS NULL OR s.service_point_id = %(service_point)s::uuid)
), came AS (
  SELECT meeting.*, c.sex, c.phase, c.age_band AS age, c.count AS number
  FROM meeting JOIN services_attendancecount c ON c.session_id = meeting.id
  UNION ALL
  SELECT meeting.*, coalesce(m.sex, a.sex), coalesce(m.phase, a.phase),
    CASE WHEN m.birth_date IS NULL THEN coalesce(m.age_band, a.age_band)
      WHEN age(%(last_day)s::date, m.birth_date) < interval '18 years' THEN '<18'
      WHEN age(%(last_day)s::date, m.birth_date) < interval '25 years' THEN '18-24'
      WHEN age(%(last_day)s::date, m.birth_date) < interval '36 years' THEN '25-35'
      WHEN age(%(last_day)s::date, m.birth_date) < interval '46 years' THEN '36-45'
      ELSE '46+' END, 1
  FROM meeting JOIN services_attendance a ON a.session_id = meeting.id
    AND (a.migrant_id IS NULL OR a.migrant_id <> ALL(%(hidden)s::uuid[]))
  LEFT JOIN services_migrant m ON m.id = a.migrant_id
  WHERE NOT EXISTS (SELECT FROM services_attendancecount c WHERE c.session_id = meeting.id)
), told AS (
  SELECT meeting.id, meeting.kind, meeting.channel, came.sex, came.phase, came.age, came.number
  FROM meeting LEFT JOIN came ON came.id = meeting.id
)
SELECT CASE grouping(sex, phase, age, kind, channel)
    WHEN 15 THEN 'sex' WHEN 23 THEN 'phase' WHEN 27 THEN 'age' WHEN 29 THEN 'kind' WHEN 30 THEN 'channel'
    ELSE '' END,
  coalesce(sex, phase, age, kind, channel, ''), count(DISTINCT id), coalesce(sum(number), 0)
FROM told GROUP BY GROUPING SETS ((), (sex), (phase), (age), (kind), (channel))
"""

# People are grouped one by one before they are counted: a hash of people is quicker than a sort of all their sessions.
_MONTHS = """
WITH session AS (
  SELECT s.id, s.mode, s.migrant_id, s.started_at
  FROM services_counsellingsession s
  WHERE s.voided_at IS NULL AND s.started_at >= %(first)s AND s.started_at < %(until)s
    AND (s.migrant_id IS NULL OR s.migrant_id <> ALL(%(hidden)s::uuid[]))
    AND (%(district)s IS NULL OR s.district_id = %(district)s)
    AND (%(organisation)s::uuid IS NULL OR s.organisation_id = %(organisation)s::uuid)
    AND (%(service_point)s::uuid IS NULL OR s.service_point_id = %(service_point)s::uuid)
), line AS (
  SELECT started_at, migrant_id AS migrant, (mode = 'individual')::int AS talk, (mode = 'group')::int AS meeting, 0 AS came
  FROM session
  UNION ALL
  SELECT session.started_at, a.migrant_id, 0, 0,
    (NOT EXISTS (SELECT FROM services_attendancecount c WHERE c.session_id = session.id))::int
  FROM session JOIN services_attendance a ON a.session_id = session.id
    AND (a.migrant_id IS NULL OR a.migrant_id <> ALL(%(hidden)s::uuid[]))
  UNION ALL
  SELECT session.started_at, NULL, 0, 0, c.count
  FROM session JOIN services_attendancecount c ON c.session_id = session.id
  WHERE session.mode = 'group'
), known AS (
  SELECT line.started_at, coalesce(double.merged_into_id, line.migrant) AS migrant, line.talk, line.meeting, line.came
  FROM line LEFT JOIN services_migrant double ON double.id = line.migrant AND double.merged_into_id IS NOT NULL
), person AS (
  SELECT to_char(started_at AT TIME ZONE %(zone)s, 'YYYY-MM-01') AS name, migrant,
    sum(talk) AS talk, sum(meeting) AS meeting, sum(came) AS came
  FROM known GROUP BY 1, 2
  UNION ALL
  SELECT 'before', migrant, sum(talk), sum(meeting), sum(came)
  FROM known WHERE started_at >= %(before_since)s AND started_at < %(before_until)s GROUP BY migrant
)
SELECT name, count(migrant), sum(talk), sum(meeting), sum(came) FROM person GROUP BY name
"""

_GAPS = """
SELECT
  count(*) FILTER (WHERE s.topics = '{}' AND s.started_at >= %(since)s AND s.started_at < %(until)s),
  count(*) FILTER (WHERE s.follow_up_on < %(today)s)
FROM services_counsellingsession s
WHERE s.voided_at IS NULL
  AND (s.migrant_id IS NULL OR s.migrant_id <> ALL(%(hidden)s::uuid[]))
  AND (s.started_at >= %(since)s AND s.started_at < %(until)s OR s.follow_up_on IS NOT NULL)
  AND (%(district)s IS NULL OR s.district_id = %(district)s)
  AND (%(organisation)s::uuid IS NULL OR s.organisation_id = %(organisation)s::uuid)
  AND (%(service_point)s::uuid IS NULL OR s.service_point_id = %(service_point)s::uuid)
"""

Numbers = dict[str, dict[str, tuple]]


def _rows(sql: str, parameters: dict) -> list[tuple]:
    # pghistory takes a statement that begins with WITH for a write and puts its context before it.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({sql}) AS figure", parameters)  # noqa: S608 (texts of this file)
        return cursor.fetchall()


def _by_dimension(sql: str, scope) -> Numbers:
    found: Numbers = defaultdict(dict)
    for dimension, code, first, second in _rows(sql, scope.parameters):
        if code or not dimension:  # a meeting without anybody has no sex
            found[dimension][code] = (first, int(second))
    found[""].setdefault("", (0, 0))
    return found


def people_and_talks(scope) -> Numbers:
    """{dimension: {code: (unique people, individual sessions)}}; the whole is at [""][""]."""
    return _by_dimension(_SERVED, scope)


def meetings_and_participants(scope) -> Numbers:
    """{dimension: {code: (group sessions, participants)}}; the whole is at [""][""]."""
    return _by_dimension(_CAME, scope)


def by_month(scope) -> dict[str, tuple]:
    """{"2026-10-01" or "before": (unique people, individual sessions, group sessions, participants)}.

    The months of the trend, the last one up to the end of the period; without sessions a name is absent.
    """
    before = scope.period.before()
    first = scope.period.trend()[0]
    windows = {
        "zone": timezone.get_current_timezone_name(),
        "first": min(first.since, before.since) if before else first.since,
        "before_since": before and before.since,
        "before_until": before and before.until,
    }
    return {name: tuple(found) for name, *found in _rows(_MONTHS, scope.parameters | windows)}


def gaps(scope) -> tuple[int, int]:
    """(sessions of the period without a topic, follow-ups whose day has passed)."""
    return _rows(_GAPS, scope.parameters)[0]
