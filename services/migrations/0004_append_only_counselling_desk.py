from django.db import migrations

SQL = """
REVOKE UPDATE, DELETE, TRUNCATE ON services_appointmentevent, services_deskvisitevent,
  services_documentcheckevent, services_journeyevent, services_psychosocialcourseevent,
  services_unionmembershipevent, organisations_agencyevent, organisations_servicestandardevent,
  services_consentproof FROM ltsa_web;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON services_consenttext FROM ltsa_web;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0003_counselling_desk"),
        ("organisations", "0002_agencies_and_standards"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
