import re
from pathlib import Path

from django.utils import timezone

from cases import events
from cases.actions import accept_referral, add_note, write_note
from cases.timeline import GROUPS, events_of, newest
from services.actions import log_session


def verbs(case, user, **told):
    return set(events_of(case, user, **told).values_list("verb", flat=True))


def test_one_list_tells_of_the_case_its_referrals_its_notes_and_its_clients_sessions(
    make_case, make_referral, cast
):
    desk, case = cast["meja.cirebon"], make_case()
    add_note(case, text="Ditelepon.", by=desk)
    make_referral(case)
    log_session(
        migrant=case.migrant,
        kind="information",
        channel="phone",
        outcome="enough",
        started_at=timezone.now(),
        by=desk,
    )
    told = verbs(case, desk)
    assert {"case.open", "note.add", "referral.send"} <= told
    assert any(verb.startswith("session.") for verb in told)


def test_it_is_narrowed_to_one_kind(make_case, make_referral, cast):
    desk, case = cast["meja.cirebon"], make_case()
    make_referral(case)
    assert verbs(case, desk, kind="referral") == {"referral.draft", "referral.send"}
    assert verbs(case, desk, kind="note") == set()


def test_a_district_admin_sees_the_steps_of_the_case_and_nothing_of_its_content(make_case, cast):
    case = make_case()
    add_note(case, text="Ditelepon.", by=cast["meja.cirebon"])
    assert verbs(case, cast["admin.cirebon"]) == {"case.open"}


def test_a_district_admin_reads_when_a_referral_moved_not_who_moved_it_nor_what_was_asked(
    referral, cast
):
    write_note(referral, "ask", text="Boleh hari Senin?", by=cast["wcc.cirebon"])
    accept_referral(referral, by=cast["wcc.cirebon"])
    admin = cast["admin.cirebon"]
    assert verbs(referral.case, admin) == {"case.open", "referral.send", "referral.accept"}
    told = newest(referral.case, admin)
    assert [bool(row["who"]) for row in told] == [False, False, True]


def test_every_event_of_a_case_belongs_to_a_kind():
    """A part of a case whose events stand in no group could not be found by kind."""
    written = set(
        re.findall(r'^ +"([a-z_]+)\.[a-z_]+": \(', Path(events.__file__).read_text(), re.M)
    )
    grouped = {noun for nouns in GROUPS.values() for noun in nouns}
    assert written - grouped == set()


def test_pages_of_a_long_timeline_follow_each_other(make_case, cast, as_user):
    case = make_case()
    for number in range(60):
        add_note(case, text=f"Catatan {number}", by=cast["meja.cirebon"])
    client = as_user("meja.cirebon")
    page = client.get(f"/kasus/{case.pk}/riwayat/?jenis=note")
    assert len(page.context["events"]) == 50
    later = client.get(f"/kasus/{case.pk}/riwayat/{page.context['page'].next}")
    assert len(later.context["events"]) == 10


def test_paper_of_a_restricted_case_names_nobody(make_case, make_migrant, as_user, cast):
    head = cast["supervisor.cirebon"]
    client = make_migrant(by=head, full_name="Wening Contohwati")
    case = make_case(client, restricted=True, types=(), account="", by=head)
    page = as_user(head).get(f"/kasus/{case.pk}/cetak/").content.decode()
    assert case.code in page
    assert "Wening" not in page
    paper = page.partition("<main")[2]
    assert str(head) not in paper
    assert head.staff_code in paper
