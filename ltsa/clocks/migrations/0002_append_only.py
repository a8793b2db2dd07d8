from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("clocks", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE, TRUNCATE ON clocks_clockevent FROM ltsa_web;",
            migrations.RunSQL.noop,
        )
    ]
