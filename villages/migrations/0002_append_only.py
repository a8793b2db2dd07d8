from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("villages", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE, TRUNCATE ON villages_villagerequestevent FROM ltsa_web;",
            migrations.RunSQL.noop,
        )
    ]
