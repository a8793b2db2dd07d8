"""Clients whose restricted case was opened before the shield was kept (domain 4 rule 10)."""

from django.db import migrations

SHIELD = """
UPDATE services_migrant SET shielded = true
WHERE NOT shielded AND id IN (SELECT migrant_id FROM cases_case WHERE restricted)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_mark_restricted_consents"),
        ("services", "0003_counselling_desk"),
    ]

    operations = [migrations.RunSQL(SHIELD, migrations.RunSQL.noop)]
