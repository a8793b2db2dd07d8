"""The two database roles, from the first migration on.

The owner runs migrations. `ltsa_web` is the group whose members (the login of web, worker, beat and relay) read and
write rows; it owns nothing, so it can neither alter a table nor switch a trigger off. Later migrations take UPDATE
and DELETE on the append-only tables away from it.
"""

from django.db import migrations

ROLES = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ltsa_web') THEN
    CREATE ROLE ltsa_web NOLOGIN;
  END IF;
END $$;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
GRANT USAGE ON SCHEMA public TO ltsa_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ltsa_web;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ltsa_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ltsa_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ltsa_web;
"""


class Migration(migrations.Migration):
    run_before = [("contenttypes", "0001_initial"), ("areas", "0001_initial")]
    operations = [migrations.RunSQL(ROLES, migrations.RunSQL.noop)]
