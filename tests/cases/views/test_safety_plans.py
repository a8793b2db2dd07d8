import pytest

from cases import actions
from ltsa.audit.models import Record
from tests.cases.survivors import in_a_week


@pytest.fixture
def plan(told, wcc):
    answers = {"dangers": ["threat"], "safe_person": "Bibi Contoh", "code_word": "kunyit"}
    return actions.write_safety_plan(told, answers=answers, review_on=in_a_week(), by=wcc)


def test_whoever_reads_a_plan_is_on_record(as_user, plan):
    client = as_user("wcc.cirebon")
    assert "Bibi Contoh" in client.get(f"/rencana-aman/{plan.pk}/").content.decode()
    client.get(f"/kasus/{plan.case_id}/rencana-aman/")
    assert Record.objects.filter(verb="view", subject=plan.pk).count() == 2


def test_the_next_version_starts_from_the_newest(as_user, plan):
    shown = as_user("wcc.cirebon").get(f"/kasus/{plan.case_id}/rencana-aman/").content.decode()
    assert "Bibi Contoh" in shown


def test_it_goes_to_the_printer_only_when_ticked_this_time(as_user, plan):
    client, address = as_user("wcc.cirebon"), f"/rencana-aman/{plan.pk}/cetak/"
    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 302
    assert not Record.objects.filter(verb="print", subject=plan.pk).exists()
    assert "Bibi Contoh" in client.post(address, {"safe": "ya"}).content.decode()
    assert Record.objects.filter(verb="print", subject=plan.pk).exists()


def test_it_is_not_on_the_paper_of_the_case(as_user, plan):
    shown = as_user("wcc.cirebon").get(f"/kasus/{plan.case_id}/cetak/").content.decode()
    assert "Bibi Contoh" not in shown
    assert "kunyit" not in shown
    assert f"/rencana-aman/{plan.pk}/" not in shown


def test_rule_1_a_plan_does_not_exist_for_others(as_user, plan):
    assert as_user("uptdppa.cirebon").get(f"/rencana-aman/{plan.pk}/").status_code == 404
    assert as_user("supervisor.cirebon").get(f"/rencana-aman/{plan.pk}/").status_code == 404
