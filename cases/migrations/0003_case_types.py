from django.db import migrations

from cases.case_types import CASE_TYPES

SQL = "REVOKE UPDATE, DELETE, TRUNCATE ON cases_caseevent, cases_referralevent FROM ltsa_web;"


def load(apps, schema_editor):
    case_type = apps.get_model("cases", "CaseType")
    names = ("code", "label_id", "label_en", "phases", "priority", "sensitive")
    case_type.objects.bulk_create(
        case_type(**dict(zip(names, row, strict=True))) for row in CASE_TYPES
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_initial")]
    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
