from django.db import migrations

KINDS = {"p3mi": "agency", "training": "training", "partner": "foreign", "employer": "employer"}


def name_respondents(apps, schema_editor):
    """The agency that a case is counted against stands among its parties too."""
    Respondent = apps.get_model("cases", "Respondent")
    named = Respondent.objects.filter(agency__isnull=False, removed_at=None).values("case")
    cases = apps.get_model("cases", "Case").objects.filter(agency__isnull=False)
    Respondent.objects.bulk_create(
        (
            Respondent(
                case=case,
                kind=KINDS[case.agency.kind],
                agency=case.agency,
                added_at=case.opened_at,
                added_by_id=case.opened_by_id,
            )
            for case in cases.exclude(pk__in=named).select_related("agency").iterator(1000)
        ),
        batch_size=1000,
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_carried_steps")]
    operations = [migrations.RunPython(name_respondents, migrations.RunPython.noop)]
