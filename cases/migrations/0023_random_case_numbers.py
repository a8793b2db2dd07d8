from django.db import migrations


class Migration(migrations.Migration):
    """Numbers are random from here on; the counter that gave them in order has nothing left to count."""

    dependencies = [("cases", "0022_named_teams")]

    operations = [migrations.DeleteModel(name="CaseNumber")]
