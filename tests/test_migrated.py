from ltsa.launcher.options import ROOT
from tests.migrated import fingerprint, imported


def test_a_code_table_that_a_migration_fills_is_part_of_the_fingerprint(tmp_path):
    migration = tmp_path / "0001_initial.py"
    migration.write_text("from django.db import models\nfrom cases.case_types import CASE_TYPES\n")
    assert imported([migration]) == {ROOT / "cases" / "case_types.py"}


def test_the_same_files_have_the_same_fingerprint():
    assert fingerprint() == fingerprint()
