from django.db import migrations

# What was given for a restricted case before the mark was there: for its referrals, and for handing it over.
SQL = """
UPDATE services_consent SET restricted = true
  FROM cases_referral WHERE cases_referral.consent_id = services_consent.id AND cases_referral.restricted;
UPDATE cases_case SET hand_over_consent_id = given.id
  FROM services_consent given
  WHERE cases_case.handed_over_at IS NOT NULL AND given.migrant_id = cases_case.migrant_id
    AND given.recipient_id = cases_case.organisation_id
    AND given.given_at BETWEEN cases_case.handed_over_at - interval '1 minute' AND cases_case.handed_over_at
    AND NOT EXISTS (SELECT 1 FROM cases_referral WHERE cases_referral.consent_id = given.id);
UPDATE services_consent SET restricted = true
  FROM cases_case WHERE cases_case.hand_over_consent_id = services_consent.id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_restricted_consents"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
