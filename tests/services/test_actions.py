from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from ltsa.versions import Stale
from services import actions
from services.models import Consent, CounsellingSession, Migrant, Relationship

NIK = "3209305708990003"


@pytest.fixture
def desk(cast):
    return cast["meja.cirebon"]


def test_registering_writes_person_event_and_trail_without_values(make_migrant, desk):
    client = make_migrant(nik=NIK, phone="0812-3456-7890")
    assert (client.phone, client.age_group) == ("+6281234567890", "25-35")
    assert Event.objects.get(subject=client.pk).verb == "client.register"
    line = Record.objects.get(subject=client.pk, verb="create")
    assert "nik" in line.fields
    assert NIK not in str(line.fields) + line.reason


def test_numbers_are_unreadable_in_the_table(make_migrant):
    client = make_migrant(nik=NIK, passport="c 1234567", phone="081234567890")
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(m)::text FROM services_migrant m WHERE id = %s", [client.pk])  # fmt: skip
        (row,) = cursor.fetchone()
    assert not [secret for secret in (NIK, "C1234567", "81234567890") if secret in row]
    assert Migrant.objects.get(pk=client.pk).passport == "C1234567"


def test_an_anonymous_client_keeps_no_name_and_no_number(make_migrant):
    client = make_migrant(anonymous=True, nik=NIK, passport="C1234567", nickname="Harti")
    assert (client.full_name, client.nickname, client.nik, client.passport) == ("", "", "", "")
    assert (client.consent, client.search_name, client.nik_hash) == ("anonymous", "", "")


def test_the_age_band_follows_the_birth_date(make_migrant):
    client = make_migrant(birth_date=date(1999, 8, 17), age_band="46+")
    assert client.age_band == "25-35"


def test_a_relative_is_tied_to_whom_she_speaks_for(make_migrant):
    daughter = make_migrant()
    mother = make_migrant(full_name="Rukmini", client_type="family", represents=daughter)
    assert Relationship.objects.get(migrant=daughter).relative == mother


def test_the_second_of_two_officers_sees_both_versions(make_migrant, desk):
    client = make_migrant()
    first, second = (Migrant.objects.get(pk=client.pk) for _ in range(2))
    actions.edit_migrant(first, version=client.version, destination="Hong Kong", by=desk)
    with pytest.raises(Stale) as refusal:
        actions.edit_migrant(second, version=client.version, destination="Taiwan", by=desk)
    assert refusal.value.current.destination == "Hong Kong"


def test_making_a_known_client_anonymous_forgets_her_numbers(make_migrant, desk):
    client = make_migrant(nik=NIK)
    actions.edit_migrant(client, version=client.version, anonymous=True, by=desk)
    again = Migrant.objects.get(pk=client.pk)
    assert (again.full_name, again.nik, again.nik_hash, again.search_name) == ("", "", "", "")


def test_a_number_is_shown_against_a_reason_that_is_kept(make_migrant, desk):
    client = make_migrant(nik=NIK)
    with pytest.raises(ValidationError):
        actions.reveal_number(client, field="nik", why="other", words="cek", by=desk)
    assert not Record.objects.filter(verb="reveal").exists()
    assert (
        actions.reveal_number(client, field="nik", why="letter", words="formulir BPJS", by=desk)
        == NIK
    )
    line = Record.objects.get(verb="reveal")
    assert (line.subject, line.fields) == (client.pk, ["nik"])
    assert (line.why, line.reason) == ("letter", "formulir BPJS")


def told(**more) -> dict:
    return {"channel": "phone", "started_at": timezone.now(), "outcome": "enough"} | more


def test_a_psychosocial_session_keeps_no_words(migrant, desk):
    session = actions.log_session(migrant=migrant, kind="psychosocial", summary="Ceritanya", by=desk, **told())  # fmt: skip
    assert CounsellingSession.objects.get(pk=session.pk).summary == ""


def test_a_group_is_counted_in_cells_and_by_name(migrant, desk):
    cell = {"sex": "female", "phase": "before", "age_band": "25-35", "count": 12, "disability": 1}
    session = actions.log_session(
        kind="information",
        title="Penyuluhan",
        counts=[cell],
        attendees=[migrant],
        by=desk,
        **told(),
    )
    assert (session.mode, session.counts.get().count) == ("group", 12)
    assert session.attendances.get().migrant == migrant


def test_a_follow_up_that_is_done_leaves_my_day_once(migrant, desk):
    today = timezone.localdate()
    session = actions.log_session(
        migrant=migrant, kind="legal", by=desk, **told(outcome="follow_up", follow_up_on=today)
    )
    owed = CounsellingSession.objects.follow_ups_of(desk, until=today)
    assert list(owed) == [session]
    for _ in range(2):
        session = actions.finish_follow_up(session, version=session.version, by=desk)
    assert not owed.all().exists()
    assert Event.objects.filter(verb="session.follow_up_done").count() == 1


def test_a_consent_lasts_through_its_day_and_ends_when_she_says_so(cast, migrant, desk):
    to, today = cast["wcc.cirebon"].posting.organisation, timezone.localdate()
    given = {"recipient": to, "groups": ["identity"], "method": "voice", "by": desk}
    consent = actions.record_consent(migrant, expires_on=today, **given)
    assert consent in Consent.objects.valid()
    first = actions.withdraw_consent(consent, by=desk).withdrawn_at
    assert actions.withdraw_consent(consent, by=desk).withdrawn_at == first
    assert consent not in Consent.objects.valid()
    with pytest.raises(ValidationError):
        actions.record_consent(migrant, expires_on=today - timedelta(days=1), **given)
