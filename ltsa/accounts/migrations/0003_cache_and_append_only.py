"""The database cache (rate limits), and history that the web role cannot alter."""

from django.db import migrations

SQL = """
CREATE TABLE cache_entry (
  cache_key varchar(255) PRIMARY KEY,
  value text NOT NULL,
  expires timestamptz NOT NULL
);
CREATE INDEX cache_entry_expires ON cache_entry (expires);
REVOKE UPDATE, DELETE, TRUNCATE ON audit_record, organisations_organisationevent,
  organisations_servicepointevent, accounts_userevent, accounts_postingevent FROM ltsa_web;
"""
BACK = "DROP TABLE cache_entry;"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_initial"),
        ("audit", "0002_initial"),
        ("organisations", "0001_initial"),
    ]
    operations = [migrations.RunSQL(SQL, BACK)]
