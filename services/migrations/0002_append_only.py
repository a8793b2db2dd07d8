from django.db import migrations

SQL = """
REVOKE UPDATE, DELETE, TRUNCATE ON services_migrantevent, services_consentevent,
  services_counsellingsessionevent, timeline_event FROM ltsa_web;
"""


class Migration(migrations.Migration):
    dependencies = [("services", "0001_initial"), ("timeline", "0001_initial")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
