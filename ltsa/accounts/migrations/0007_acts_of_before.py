"""Days in post and invitations of before: as the history of postings has them, by the server's time."""

from django.db import migrations

SQL = """
UPDATE accounts_posting p SET posted_at = coalesce(
  (SELECT min(e.pgh_created_at) FROM accounts_postingevent e WHERE e.pgh_obj_id = p.id), p.posted_at);
INSERT INTO accounts_personact (person_id, act, by_id, organisation_id, at)
SELECT p.user_id,
       CASE WHEN row_number() OVER (PARTITION BY p.user_id ORDER BY p.posted_at, p.starts_on) = 1
            THEN 'invite' ELSE 'post' END,
       p.posted_by_id, p.organisation_id, p.posted_at
FROM accounts_posting p WHERE p.posted_by_id IS NOT NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON accounts_personact FROM ltsa_web;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_acts_on_people")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
