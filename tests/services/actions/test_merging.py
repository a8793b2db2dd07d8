"""A merge moves no rows, opens nothing to anybody, and can be taken back for 30 days."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from cases.models import Case
from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from services.actions import log_session, merge_clients, undo_merge
from services.merged import ids_of
from services.models import AccessGrant, CounsellingSession, Merge, Migrant


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


@pytest.fixture
def pair(make_migrant):
    """(the one that stays, the one that goes), both of the desk of Cirebon."""
    return make_migrant(), make_migrant(full_name="Sitti Soeharti")


def merge(pair, by) -> Merge:
    stays, goes = pair
    return merge_clients(goes, into=stays, reason="NIK sama", by=by)


def test_a_merge_moves_no_rows_and_both_are_read_together(desk, pair):
    stays, goes = pair
    talk = log_session(migrant=goes, kind="legal", channel="phone", started_at=timezone.now(), outcome="enough", by=desk)  # fmt: skip
    merge(pair, desk)
    assert Migrant.objects.get(pk=goes.pk).merged_into == stays
    assert CounsellingSession.objects.get(pk=talk.pk).migrant == goes
    assert set(ids_of(stays, desk)) == {stays.pk, goes.pk}


def test_a_merge_stands_on_both_timelines_and_in_the_audit_trail(desk, pair):
    merge(pair, desk)
    for row in pair:
        assert Event.objects.filter(subject=row.pk, verb__startswith="client.merge_").count() == 1
        line = Record.objects.filter(subject=row.pk, fields=["merged_into"]).get()
        assert (line.verb, line.by, line.reason) == ("change", desk, "NIK sama")


def test_nothing_is_merged_into_itself_twice_or_in_a_chain(desk, pair, make_migrant):
    stays, goes = pair
    third = make_migrant()
    with pytest.raises(ValidationError):
        merge_clients(stays, into=stays, reason="-", by=desk)
    merge(pair, desk)
    for duplicate, into in ((goes, third), (third, goes), (stays, third), (goes, stays)):
        with pytest.raises(ValidationError):
            merge_clients(duplicate, into=into, reason="-", by=desk)
    merge_clients(third, into=stays, reason="-", by=desk)
    assert len(ids_of(stays, desk)) == 3


@pytest.mark.parametrize(
    "who", ["sbmi.cirebon", "wcc.cirebon", "meja.tulungagung", "admin.cirebon"]
)
def test_who_may_not_change_both_merges_nothing(cast, desk, pair, who, make_migrant):
    stays, goes = pair
    with pytest.raises(ValidationError):
        merge(pair, cast[who])
    if who == "admin.cirebon":
        return
    theirs = make_migrant(by=who)
    for duplicate, into in ((theirs, stays), (goes, theirs)):
        for by in (desk, cast[who]):
            with pytest.raises(ValidationError):
                merge_clients(duplicate, into=into, reason="-", by=by)


def test_a_house_that_was_only_let_in_merges_nobody(cast, pair, desk):
    wcc = cast["wcc.cirebon"]
    for row in pair:
        AccessGrant.objects.create(
            subject=uuid4(),
            migrant=row,
            organisation=wcc.posting.organisation,
            reason="consent",
            groups=["identity", "contact", "journey", "needs", "account"],
        )
    with pytest.raises(ValidationError):
        merge(pair, wcc)


def test_rule_10_restricted_cases_of_either_stay_exactly_as_visible_as_before(
    cast, desk, pair, make_case
):
    for row in pair:
        make_case(row, restricted=True, types=(), account="")
    people = [cast[who] for who in ("meja.cirebon", "konselor.cirebon", "supervisor.cirebon", "wcc.cirebon", "admin.cirebon")]  # fmt: skip

    def seen():
        return [set(Case.objects.visible_to(one).values_list("pk", flat=True)) for one in people]

    before = seen()
    made = merge(pair, desk)
    assert seen() == before
    undo_merge(made, by=desk)
    assert seen() == before


def test_rule_10_a_merge_opens_no_client_to_anybody(cast, desk, pair):
    """Who was let in to the one that goes keeps it, and learns nothing of the one that stays."""
    stays, goes = pair
    union = cast["sbmi.cirebon"]
    AccessGrant.objects.create(subject=uuid4(), migrant=goes, organisation=union.posting.organisation, reason="consent", groups=["identity"])  # fmt: skip
    merge(pair, desk)
    assert set(Migrant.objects.visible_to(union)) == {goes}
    AccessGrant.objects.create(
        subject=uuid4(), migrant=goes, user=desk, reason="conflict", deny=True
    )
    assert ids_of(stays, desk) == [stays.pk]


def test_a_merge_is_undone_within_thirty_days_by_the_house_that_made_it(cast, desk, pair):
    stays, goes = pair
    made = merge(pair, desk)
    for who in ("sbmi.cirebon", "meja.tulungagung", "admin.cirebon"):
        with pytest.raises(ValidationError):
            undo_merge(made, by=cast[who])
    undone = undo_merge(made, by=cast["konselor.cirebon"])
    assert undone.undone_by == cast["konselor.cirebon"]
    assert Migrant.objects.get(pk=goes.pk).merged_into is None
    assert ids_of(stays, desk) == [stays.pk]
    lines = Event.objects.count()
    assert undo_merge(made, by=desk).undone_at == undone.undone_at
    assert Event.objects.count() == lines
    merge(pair, desk)  # and merged again


def test_after_thirty_days_a_merge_stays(desk, pair):
    made = merge(pair, desk)
    Merge.objects.filter(pk=made.pk).update(at=timezone.now() - timedelta(days=30, minutes=1))
    with pytest.raises(ValidationError, match="30 hari"):
        undo_merge(made, by=desk)
    Merge.objects.filter(pk=made.pk).update(at=timezone.now() - timedelta(days=29))
    undo_merge(made, by=desk)


@pytest.mark.django_db(transaction=True)
def test_of_two_merges_at_once_one_wins_and_the_other_is_told(desk, pair):
    """One way round and the other, at the same moment."""
    stays, goes = pair
    start, said = threading.Barrier(2), []

    def run(duplicate, into):
        try:
            start.wait(timeout=10)
            merge_clients(duplicate, into=into, reason="-", by=desk)
            said.append("merged")
        except ValidationError as error:
            said.append(error.messages[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in ((goes, stays), (stays, goes))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said.count("merged") == 1
    assert any("sudah digabung" in words or "sudah ada data" in words for words in said)
    assert Merge.objects.count() == 1


@pytest.mark.parametrize(
    ("stays", "goes", "kept"),
    [("yes", "no", "no"), ("", "no", "no"), ("yes", "ask", "ask"), ("no", "yes", "no"), ("ask", "", "ask")],
)  # fmt: skip
def test_a_merge_keeps_the_stricter_answer_about_calling_her(desk, make_migrant, stays, goes, kept):
    pair = make_migrant(phone="081234567890", phone_safe=stays), make_migrant(phone_safe=goes)
    undone = undo_merge(merge(pair, desk), by=desk)
    assert Migrant.objects.get(pk=undone.into_id).phone_safe == kept
    assert Migrant.objects.get(pk=undone.duplicate_id).phone_safe == goes
