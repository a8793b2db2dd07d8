import pytest

from cases import actions
from cases.models import Case, ReportDecision
from ltsa.audit.models import Record
from ltsa.organisations.models import Organisation
from services.models import Consent
from tests.cases.survivors import NO, YES_RAPE, incident
from tests.moments import typed

NARRATIVE = ("/cerita/", "/kejadian/", "/catatan/")


def page(client, case, tail="/") -> str:
    return client.get(f"/kasus/{case.pk}{tail}").content.decode()


def test_no_field_for_her_words_is_shown_before_the_limits_are_explained(as_user, silent):
    wcc = as_user("wcc.cirebon")
    assert f"/kasus/{silent.pk}/batas/" in page(wcc, silent)
    for tail in NARRATIVE:
        answer = wcc.get(f"/kasus/{silent.pk}{tail}")
        assert answer.status_code in (302, 404)
        assert answer.status_code == 404 or answer["Location"] == f"/kasus/{silent.pk}/batas/"
    assert "<textarea" not in page(wcc, silent, "/rencana-aman/")


@pytest.mark.parametrize("answer", ["think", "general"])
def test_an_answer_other_than_going_on_keeps_them_shut(as_user, silent, answer):
    wcc = as_user("wcc.cirebon")
    assert wcc.post(f"/kasus/{silent.pk}/batas/", {"answer": answer}).status_code == 302
    assert wcc.get(f"/kasus/{silent.pk}/cerita/").status_code == 302


def test_once_she_wants_to_go_on_every_field_is_open(as_user, silent):
    wcc = as_user("wcc.cirebon")
    wcc.post(f"/kasus/{silent.pk}/batas/", {"answer": "go_on"})
    for tail in (*NARRATIVE, "/rencana-aman/"):
        assert "<textarea" in page(wcc, silent, tail)


def test_the_script_of_the_limits_is_on_the_page_to_be_read_aloud(as_user, silent):
    assert "3x24 jam" in page(as_user("wcc.cirebon"), silent, "/batas/")


def test_a_stale_account_shows_both_versions_and_keeps_what_was_typed(as_user, told, wcc):
    client, address = as_user(wcc), f"/kasus/{told.pk}/cerita/"
    client.post(address, {"account": "Pertama.", "version": told.version})
    answer = client.post(address, {"account": "Kedua.", "version": told.version})
    shown = answer.content.decode()
    assert "Pertama." in shown
    assert "Kedua." in shown
    assert Case.objects.get(pk=told.pk).account == "Pertama."


def test_the_types_are_chosen_on_their_page(as_user, silent):
    client, address = as_user("wcc.cirebon"), f"/kasus/{silent.pk}/jenis/"
    told = {"primary_type": "GBV04", "secondary_types": ["KEL01"], "version": silent.version}
    assert client.post(address, told).status_code == 302
    assert Case.objects.get(pk=silent.pk).primary_type_id == "GBV04"


@pytest.mark.parametrize("tail", ["batas", "cerita", "jenis", "lapor", "kejadian", "rencana-aman"])
def test_rule_1_the_pages_of_a_restricted_case_do_not_exist_for_others(as_user, told, tail):
    for who in ("uptdppa.cirebon", "supervisor.cirebon", "sbmi.cirebon", "konselor.cirebon"):
        answer = as_user(who).get(f"/kasus/{told.pk}/{tail}/")
        assert answer.status_code in (403, 404), who
    # 403 only where the role has no such page at all, whatever the case.
    assert as_user("uptdppa.cirebon").get(f"/kasus/{told.pk}/{tail}/").status_code == 404


def test_the_decision_is_shown_to_the_team_alone_also_without_an_owner(as_user, told, wcc, head):
    incident(told, wcc, answers=YES_RAPE)
    for person in (wcc, head):
        assert "Lapor polisi" in page(as_user(person), told)
    told.owner = None
    told.save()
    for person in (wcc, head):
        assert "Lapor polisi" in page(as_user(person), told)
    assert as_user("uptdppa.cirebon").get(f"/kasus/{told.pk}/lapor/").status_code == 404
    actions.decide_report(told, choice="by_others", by=head)
    for person in (wcc, head):
        assert "Keputusan lapor" in page(as_user(person), told)


def test_a_house_that_nobody_has_asked_counsel_about_is_told_so(as_user, told, wcc):
    Organisation.objects.filter(pk=told.organisation_id).update(reports_violence=None)
    incident(told, wcc, answers=YES_RAPE)
    assert "belum dipastikan" in page(as_user(wcc), told, "/lapor/")


def test_a_decision_is_written_on_its_page_once(as_user, told, wcc):
    incident(told, wcc, answers=YES_RAPE)
    client, address = as_user(wcc), f"/kasus/{told.pk}/lapor/"
    key = "6f0ff7e5-43f5-44f0-a1f0-0a6b5d4fbb01"
    form = {"choice": "not_applicable", "reason": "Bukan kekerasan.", "idempotency_key": key}
    assert [client.post(address, form).status_code for _twice in range(2)] == [302, 302]
    assert ReportDecision.objects.filter(case=told).count() == 1


def test_an_act_is_written_corrected_and_read_with_its_reader_on_record(as_user, told, wcc):
    client = as_user(wcc)
    form = NO | {"reported_on": "01/11/2026", "child": "no", "account": "Kata contoh."}
    assert client.post(f"/kasus/{told.pk}/kejadian/", form).status_code == 302
    row = told.incidents.get()
    edit = form | {"physical": "yes", "version": row.version}
    assert client.post(f"/kejadian/{row.pk}/ubah/", edit).status_code == 302
    shown = client.get(f"/kejadian/{row.pk}/").content.decode()
    assert "Kekerasan fisik" in shown
    assert Record.objects.filter(verb="view", subject=row.pk).exists()


def test_a_survivor_is_helped_with_every_switch_off(as_user, told, wcc):
    """Refused to be recorded by name, counted, called, asked again: her case, plan and referral go on."""
    client = as_user(wcc)
    for purpose in ("record", "statistics", "contact", "follow_up"):
        address = f"/klien/{told.migrant_id}/persetujuan/baru/?untuk={purpose}"
        until = {"expires_on": typed(365), "decision": "refused"}
        assert client.post(address, until).status_code == 302
    assert Consent.objects.filter(migrant=told.migrant_id, decision="refused").count() == 4
    assert page(client, told).lower().count("ditolak") >= 4
    plan = {"dangers": ["threat"], "review_on": typed(14), "after": 0}
    assert client.post(f"/kasus/{told.pk}/rencana-aman/", plan).status_code == 302
    assert client.post(f"/kasus/{told.pk}/verify/").status_code == 302
    assert Case.objects.get(pk=told.pk).state == "verifying"
