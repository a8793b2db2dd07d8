"""A letter and a text that was used stay as they are; a letter may be voided."""

from django.db import migrations

SQL = """
REVOKE UPDATE, DELETE, TRUNCATE ON letters_letter, letters_lettertext FROM ltsa_web;
GRANT UPDATE (void_at, void_by_id, void_reason) ON letters_letter TO ltsa_web;
REVOKE DELETE, TRUNCATE ON letters_letternumber FROM ltsa_web;
"""


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
