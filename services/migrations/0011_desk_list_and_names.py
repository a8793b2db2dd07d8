"""The list of a desk and the search by name each get an index of their own; `of_desk` is kept true by the database.

What a desk is stands in ltsa.organisations.querysets.runs_desks; a test compares the two.
"""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models

RUNS_DESKS = "{0}.kind IN ('government', 'village') AND NOT {0}.is_women_crisis_centre"
TRIGGERS = f"""
CREATE FUNCTION services_migrant_of_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.of_desk := coalesce(
    (SELECT {RUNS_DESKS.format("house")} FROM organisations_organisation house WHERE house.id = NEW.registered_by_id),
    false);
  RETURN NEW;
END $$;
CREATE TRIGGER of_desk BEFORE INSERT OR UPDATE OF registered_by_id, of_desk ON services_migrant
  FOR EACH ROW EXECUTE FUNCTION services_migrant_of_desk();

CREATE FUNCTION services_house_of_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE services_migrant SET of_desk = ({RUNS_DESKS.format("NEW")})
  WHERE registered_by_id = NEW.id AND of_desk <> ({RUNS_DESKS.format("NEW")});
  RETURN NULL;
END $$;
CREATE TRIGGER of_desk AFTER UPDATE OF kind, is_women_crisis_centre ON organisations_organisation
  FOR EACH ROW WHEN (OLD.kind <> NEW.kind OR OLD.is_women_crisis_centre <> NEW.is_women_crisis_centre)
  EXECUTE FUNCTION services_house_of_desk();

UPDATE services_migrant SET of_desk = true FROM organisations_organisation house
WHERE house.id = registered_by_id AND {RUNS_DESKS.format("house")} AND NOT of_desk;
"""  # noqa: S608 (made of the line above)
BACK = """
DROP TRIGGER of_desk ON organisations_organisation;
DROP TRIGGER of_desk ON services_migrant;
DROP FUNCTION services_house_of_desk();
DROP FUNCTION services_migrant_of_desk();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0010_refusals_by_word"),
        ("organisations", "0002_agencies_and_standards"),
    ]
    operations = [
        BtreeGinExtension(),
        migrations.RemoveIndex(model_name="migrant", name="by_name"),
        migrations.AddIndex(
            model_name="migrant",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["district", "registered_by", "search_name"],
                name="by_name",
                opclasses=["varchar_ops", "uuid_ops", "gin_trgm_ops"],
            ),
        ),
        migrations.AddIndex(
            model_name="migrant",
            index=models.Index(
                fields=["district", "-created_at", "-id"],
                condition=models.Q(("merged_into__isnull", True), ("of_desk", True)),
                name="desk_list",
            ),
        ),
        migrations.RunSQL(TRIGGERS, BACK),
    ]
