import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import InternalError, transaction

from ltsa.audit.actions import record
from ltsa.audit.models import Record


def test_a_look_is_written_down_with_who_and_what(cast, migrant):
    line = record("view", migrant, fields=("nik",), reason="x" * 500, by=cast["meja.cirebon"])
    line.refresh_from_db()
    assert (line.subject_type, line.subject, line.fields) == (
        "services.migrant",
        migrant.pk,
        ["nik"],
    )
    assert len(line.reason) == 300


def test_a_table_of_figures_is_named_and_a_visitor_is_nobody(db):
    line = record("export", "dashboard.table", by=AnonymousUser())
    assert (line.subject, line.subject_type, line.by) == (None, "dashboard.table", None)


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_trail_cannot_be_changed(cast, act):
    record("view", "x", by=cast["meja.cirebon"])
    lines = Record.objects.all()
    with pytest.raises(InternalError), transaction.atomic():
        lines.update(verb="export") if act == "update" else lines.delete()
    assert Record.objects.get().verb == "view"


@pytest.mark.parametrize("path", ["/klien/{}/", "/kasus/{}/", "/rujukan/{}/"])
def test_every_look_at_a_person_leaves_a_line(as_user, cast, referral, path):
    row = {"/klien/{}/": referral.case.migrant, "/kasus/{}/": referral.case}.get(path, referral)
    before = Record.objects.filter(verb="view", subject=row.pk).count()
    assert as_user("meja.cirebon").get(path.format(row.pk)).status_code == 200
    assert Record.objects.filter(verb="view", subject=row.pk).count() == before + 1
