import pytest

from cases.actions import add_claim, add_respondent, edit_complaint
from cases.models import Case, Claim, ExternalTicket, Respondent
from ltsa.audit.models import Record

PHONE = "+6281234567890"


@pytest.fixture
def client(as_user):
    return as_user("meja.cirebon")


@pytest.fixture
def told_by_mother(case, cast):
    return edit_complaint(
        case,
        version=case.version,
        reported_by="family",
        complainant="Ibu Umpama",
        complainant_phone="0812-3456-7890",
        complainant_phone_safe="ask",
        by=cast["meja.cirebon"],
    )


def test_who_complains_is_written_on_its_page(case, client):
    address = f"/kasus/{case.pk}/pengaduan/"
    told = {
        "reported_by": "family", "complainant": "Ibu Umpama", "complainant_phone": "0812-3456-7890",
        "happened_on": "01/10/2026", "happened_in": "Taiwan", "version": case.version,
    }  # fmt: skip
    assert client.post(address, told).url == f"/kasus/{case.pk}/"
    case = Case.objects.get(pk=case.pk)
    assert (case.complainant, case.complainant_phone) == ("Ibu Umpama", PHONE)
    shown = client.get(f"/kasus/{case.pk}/").content.decode()
    assert "Ibu Umpama" in shown
    assert PHONE not in shown


def test_a_stale_page_shows_both_answers(told_by_mother, client):
    told = {"reported_by": "family", "complainant": "Ibu Lain", "version": 1}
    answer = client.post(f"/kasus/{told_by_mother.pk}/pengaduan/", told)
    assert [one.theirs for one in answer.context["form"].both][:1] == ["Ibu Umpama"]


def test_nothing_of_another_is_kept_when_she_came_herself(told_by_mother, client):
    told = {
        "reported_by": "self", "complainant": "Ibu Umpama", "complainant_phone": PHONE,
        "version": told_by_mother.version,
    }  # fmt: skip
    client.post(f"/kasus/{told_by_mother.pk}/pengaduan/", told)
    case = Case.objects.get(pk=told_by_mother.pk)
    assert (case.complainant, case.complainant_phone, case.complainant_phone_safe) == ("", "", "")


def test_her_number_is_shown_against_a_reason_that_is_kept(told_by_mother, client):
    address = f"/kasus/{told_by_mother.pk}/pengaduan/nomor/"
    assert PHONE not in client.post(address, {"why": ""}).content.decode()
    assert (
        PHONE in client.post(address, {"why": "call", "words": "Menelepon balik"}).content.decode()
    )
    line = Record.objects.get(verb="reveal", subject=told_by_mother.pk)
    assert (line.fields, line.why) == (["complainant_phone"], "call")


@pytest.mark.parametrize("who", ["admin.cirebon", "wcc.cirebon", "meja.tulungagung"])
@pytest.mark.parametrize("tail", ["pengaduan", "pengaduan/nomor", "pihak", "tuntutan", "tiket"])
def test_no_other_house_finds_the_pages(told_by_mother, as_user, who, tail):
    assert as_user(who).get(f"/kasus/{told_by_mother.pk}/{tail}/").status_code in (403, 404)


@pytest.mark.parametrize("tail", ["pengaduan", "pihak", "tuntutan", "tiket", "jenis"])
def test_a_restricted_case_is_not_there_for_the_desk(told, client, tail):
    assert client.get(f"/kasus/{told.pk}/{tail}/").status_code in (403, 404)


def test_money_is_typed_as_it_is_written_here(case, client):
    told = {"kind": "money", "amount": "18.400,50", "currency": "HKD"}
    assert client.post(f"/kasus/{case.pk}/tuntutan/", told).status_code == 302
    claim = Claim.objects.get(case=case)
    assert str(claim.amount) == "18400.50"
    shown = client.get(f"/kasus/{case.pk}/").content.decode()
    assert "HKD 18.400,50" in shown
    told = {"amount": "20.000", "currency": "HKD", "state": "open", "version": 1}
    assert client.post(f"/tuntutan/{claim.pk}/", told).status_code == 302
    assert Claim.objects.get(case=case).amount == 20000


def test_two_clicks_make_one_party(case, client):
    key = client.get(f"/kasus/{case.pk}/pihak/").context["form"].key
    told = {"kind": "sponsor", "name": "Pak Umpama", "idempotency_key": key}
    for _click in range(2):
        assert client.post(f"/kasus/{case.pk}/pihak/", told).status_code == 302
    assert Respondent.objects.filter(case=case).count() == 1


def test_a_party_is_taken_from_the_complaint_and_stays_readable(case, client, cast):
    party = add_respondent(case, kind="sponsor", name="Pak Umpama", by=cast["meja.cirebon"])
    client.post(f"/pihak/{party.pk}/cabut/")
    assert "tidak lagi diadukan" in client.get(f"/kasus/{case.pk}/").content.decode()
    assert client.get(f"/pihak/{party.pk}/").status_code == 404


def test_a_ticket_ends_after_it_began(case, client):
    told = {"system": "police", "number": "LP/1", "opened_on": "01/10/2026"}
    client.post(f"/kasus/{case.pk}/tiket/", told)
    ticket = ExternalTicket.objects.get(case=case)
    told = {"number": "LP/1", "opened_on": "01/10/2026", "ended_on": "30/09/2026", "version": 1}
    assert "ended_on" in client.post(f"/tiket/{ticket.pk}/", told).context["form"].errors
    told["ended_on"] = "02/10/2026"
    assert client.post(f"/tiket/{ticket.pk}/", told).status_code == 302


def test_a_closed_case_takes_no_more(case, client, cast):
    claim = add_claim(case, kind="return", by=cast["meja.cirebon"])
    Case.objects.filter(pk=case.pk).update(state="resolved")
    assert client.get(f"/kasus/{case.pk}/tuntutan/").status_code == 404
    assert client.get(f"/tuntutan/{claim.pk}/").status_code == 404
    assert f"/tuntutan/{claim.pk}/" not in client.get(f"/kasus/{case.pk}/").content.decode()


def test_a_sensitive_type_closes_the_case_only_after_she_was_told(case, client):
    told = {"primary_type": "GBV01", "version": case.version}
    page = client.post(f"/kasus/{case.pk}/jenis/", told)
    assert "closing" in page.context["form"].errors
    assert not Case.objects.get(pk=case.pk).restricted
    answer = client.post(f"/kasus/{case.pk}/jenis/", told | {"closing": "on"})
    assert answer.url == "/kasus/"
    assert Case.objects.get(pk=case.pk).restricted


def test_an_ordinary_type_changes_nothing_else(case, client):
    told = {"primary_type": "KRJ01", "secondary_types": ["REK03"], "version": case.version}
    assert client.post(f"/kasus/{case.pk}/jenis/", told).url == f"/kasus/{case.pk}/"
    case = Case.objects.get(pk=case.pk)
    assert (case.primary_type_id, case.restricted) == ("KRJ01", False)


def test_a_case_opens_with_who_complains(make_migrant, client):
    hers = make_migrant()
    told = {
        "primary_type": "REK03", "account": "Biaya dua kali.", "reported_by": "volunteer",
        "complainant": "Bu Kader Umpama", "complainant_phone": "0812-3456-7890",
    }  # fmt: skip
    assert client.post(f"/klien/{hers.pk}/kasus/", told).status_code == 302
    case = Case.objects.get(migrant=hers)
    assert (case.complainant, case.complainant_phone) == ("Bu Kader Umpama", PHONE)
