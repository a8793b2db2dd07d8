from django.db import migrations

# Sexual violence in the law's own list (UU 12/2022 art 4), and trafficking: no settlement outside court.
BARS = {
    "sexual": ["GBV02", "GBV05", "GBV06"],
    "trafficking": ["TPO01", "TPO02"],
}
SQL = """
REVOKE UPDATE, DELETE, TRUNCATE ON cases_actionplanevent, cases_actionstepevent, cases_claimevent,
  cases_externalticketevent, cases_incidentevent, cases_mediationevent, cases_promiseevent,
  cases_recoveryevent, cases_respondentevent FROM ltsa_web;
REVOKE UPDATE, DELETE, TRUNCATE ON cases_assessment, cases_casenote, cases_safetyplan,
  cases_reportdecision FROM ltsa_web;
"""
# A closed case of before has its closing too; when it was opened is when its state began, for want of better.
CLOSINGS = """
INSERT INTO cases_caseclosing (id, case_id, reason, outcomes, note, closed_by_id, closed_at, alone_because, organisation_id)
SELECT gen_random_uuid(), id, closing_reason, '{none}', '', closed_by_id, closed_at, '', organisation_id
FROM cases_case WHERE state = 'closed';
UPDATE cases_case SET state_since = coalesce(closed_at, opened_at);
"""


def set_bars(apps, schema_editor):
    for bar, codes in BARS.items():
        apps.get_model("cases", "CaseType").objects.filter(code__in=codes).update(mediation_bar=bar)


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_case_management")]
    operations = [
        migrations.RunPython(set_bars, migrations.RunPython.noop),
        migrations.RunSQL(CLOSINGS, migrations.RunSQL.noop),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
