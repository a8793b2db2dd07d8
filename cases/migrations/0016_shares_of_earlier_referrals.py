"""What was shared before versions were kept is version 1, as it was sent."""

from django.db import migrations

FIRST_VERSIONS = """
    INSERT INTO cases_referralshare (id, referral_id, number, groups, snapshot, at, by_id)
    SELECT gen_random_uuid(), sent.id, 1, sent.disclose, sent.snapshot, sent.sent_at, sent.created_by_id
    FROM cases_referral sent
    WHERE sent.sent_at IS NOT NULL AND sent.snapshot IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM cases_referralshare kept WHERE kept.referral_id = sent.id)
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_referral_network")]
    operations = [migrations.RunSQL(FIRST_VERSIONS, migrations.RunSQL.noop)]
