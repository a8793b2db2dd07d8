"""The counting behind services/care_figures.py: whole months of each district, for small numbers are published so.

Few people each: what is counted here is shown only through ltsa/dashboard/suppression.
"""

from collections import defaultdict

from django.db import connection
from django.utils import timezone

# A row without a service point of its own belongs to the point where its officer worked on that day.
_WHERE = """
  AND r.migrant_id <> ALL(%(hidden)s::uuid[])
  AND (%(district)s IS NULL OR r.district_id = %(district)s)
  AND (%(service_point)s::uuid IS NULL OR EXISTS (
    SELECT FROM accounts_posting p
    WHERE p.user_id = r.{officer} AND p.service_point_id = %(service_point)s::uuid
      AND p.starts_on <= {day} AND (p.ends_on IS NULL OR p.ends_on > {day})))
"""
_SEX = "CASE WHEN m.sex IN ('female', 'male') THEN m.sex ELSE 'other' END"
_OF_HOUSE = "AND (%(organisation)s::uuid IS NULL OR r.organisation_id = %(organisation)s::uuid)"

_OPENED = f"""
SELECT r.district_id, date_trunc('month', r.opened_at AT TIME ZONE %(zone)s)::date,
  CASE WHEN m.birth_date IS NULL THEN m.age_band
    WHEN age(r.opened_at::date, m.birth_date) < interval '18 years' THEN '<18'
    WHEN age(r.opened_at::date, m.birth_date) < interval '25 years' THEN '18-24'
    WHEN age(r.opened_at::date, m.birth_date) < interval '36 years' THEN '25-35'
    WHEN age(r.opened_at::date, m.birth_date) < interval '46 years' THEN '36-45'
    ELSE '46+' END, {_SEX}, count(*)
FROM services_psychosocialcourse r JOIN services_migrant m ON m.id = r.migrant_id
WHERE r.opened_at >= %(first)s AND r.opened_at < %(last)s {_OF_HOUSE}
{_WHERE.format(officer="counsellor_id", day="r.opened_at::date")}
GROUP BY 1, 2, 3, 4
"""  # noqa: S608 (texts of this file)

_CLOSED = f"""
SELECT r.district_id, date_trunc('month', r.closed_at AT TIME ZONE %(zone)s)::date,
  CASE WHEN r.wellbeing_before IS NULL OR r.wellbeing_after IS NULL THEN 'untold'
    WHEN r.wellbeing_after > r.wellbeing_before THEN 'better'
    WHEN r.wellbeing_after = r.wellbeing_before THEN 'same' ELSE 'worse' END, {_SEX}, count(*)
FROM services_psychosocialcourse r JOIN services_migrant m ON m.id = r.migrant_id
WHERE r.closed_at >= %(first)s AND r.closed_at < %(last)s {_OF_HOUSE}
{_WHERE.format(officer="counsellor_id", day="r.closed_at::date")}
GROUP BY 1, 2, 3, 4
"""  # noqa: S608 (texts of this file)

# The house that asked her counts her, and so does the union that took her in.
_JOINED = f"""
SELECT r.district_id, date_trunc('month', r.joined_on)::date, m.phase, {_SEX}, count(*)
FROM services_unionmembership r JOIN services_migrant m ON m.id = r.migrant_id
WHERE r.joined_on >= %(first_day)s AND r.joined_on <= %(last_day_of_all)s
  AND (%(organisation)s::uuid IS NULL OR r.organisation_id = %(organisation)s::uuid
    OR r.union_id = %(organisation)s::uuid)
{_WHERE.format(officer="by_id", day="r.joined_on")}
GROUP BY 1, 2, 3, 4
"""  # noqa: S608 (texts of this file)

Tables = dict[tuple, dict[tuple[str, str], int]]


def _tables(sql: str, scope) -> Tables:
    """{(district, month): {(row, sex): number}}, the sex one of female, male, other."""
    months = scope.period.whole_months()
    asked = scope.parameters | {
        "first": months.since,
        "last": months.until,
        "first_day": months.start,
        "last_day_of_all": months.end,
        "zone": timezone.get_current_timezone_name(),
    }
    found: Tables = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        for district, month, row, sex, number in cursor.fetchall():
            found[district, month][row, sex] = number
    return found


def courses_opened(scope) -> Tables:
    """By age band on the day of opening."""
    return _tables(_OPENED, scope)


def courses_closed(scope) -> Tables:
    """By how she felt after against before: better, same, worse, untold."""
    return _tables(_CLOSED, scope)


def members_joined(scope) -> Tables:
    """By phase."""
    return _tables(_JOINED, scope)
