"""Many rows, made inside PostgreSQL: people, sessions, cases and referrals of one district's desk."""

from django.db import connection

# Twelve given names times twelve family names, numbered, spread over two years and three phases.
PEOPLE = """
INSERT INTO services_migrant (id, code, full_name, nickname, search_name, anonymous, sex, birth_date, age_band,
  village_id, client_type, phase, consent, nik, nik_hash, passport, passport_hash, phone, phone_hash, phone_tail_hash,
  phone_safe, destination, registered_by_id, service_point_id, district_id, created_by_id, created_at, version)
SELECT gen_random_uuid(), 'K-B' || n, name || ' ' || n, '', lower(name) || ' ' || n, false,
  CASE WHEN n %% 4 = 0 THEN 'male' ELSE 'female' END, NULL, '25-35', %(village)s,
  CASE n %% 3 WHEN 0 THEN 'prospective' WHEN 1 THEN 'in_service' ELSE 'returned' END,
  CASE n %% 3 WHEN 0 THEN 'before' WHEN 1 THEN 'during' ELSE 'after' END,
  'named', '', '', '', '', '', '', '', '', 'Taiwan', %(house)s, %(point)s, %(district)s, %(by)s,
  now() - n * interval '5 minutes', 1
FROM (SELECT n, (ARRAY['Siti','Sri','Dewi','Nur','Rini','Yati','Ani','Eka','Tuti','Wati','Umi','Lilis'])[1 + n %% 12]
  || ' ' || (ARRAY['Contohsari','Andaisih','Misalwati','Umpamasih','Rekawati','Karangsari','Ibarat','Gambarsih',
  'Kiaswati','Rekaan','Contohwati','Andaiwati'])[1 + (n / 12) %% 12] AS name
  FROM generate_series(1, %(people)s) AS n) AS told
"""
SESSIONS = """
INSERT INTO services_counsellingsession (id, code, mode, channel, kind, topics, started_at, minutes, outcome, summary,
  follow_up_on, migrant_id, phase, title, organisation_id, service_point_id, district_id, by_id, created_at, version)
SELECT gen_random_uuid(), 'S-B' || row_number() OVER (), 'individual', 'face_to_face', 'information', '{costs}',
  created_at, 30, 'enough', '', NULL, id, phase, '', registered_by_id, service_point_id, district_id, created_by_id,
  created_at, 1
FROM services_migrant WHERE code LIKE 'K-B%%'
"""


def fill(officer, people: int) -> None:
    """`people` clients of this officer's desk with a session each; their history triggers stay silent."""
    posting = officer.posting
    parameters = {
        "people": people,
        "village": posting.service_point.area_id,
        "house": posting.organisation_id,
        "point": posting.service_point_id,
        "district": posting.district_id,
        "by": officer.pk,
    }
    tables = ("services_migrant", "services_counsellingsession")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0; SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(PEOPLE, parameters)
        cursor.execute(SESSIONS, parameters)
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("ANALYZE services_migrant; ANALYZE services_counsellingsession")
