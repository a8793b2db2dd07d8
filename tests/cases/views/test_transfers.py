from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Case, Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast):
    return {
        "to": cast["supervisor.tulungagung"].posting.organisation_id,
        "priority": "normal",
        "needs": "Pindah rumah ke Tulungagung.",
        "consent_given": "on",
        "method": "signature",
        "expires_on": (timezone.localdate() + timedelta(days=20)).strftime("%d/%m/%Y"),
        "idempotency_key": "6c9f4b1e-98a5-4d9e-8d0c-4a1f5c2d7b77",
    }


def test_from_the_menu_to_the_other_desk(as_user, case, told, cast):
    desk, there = as_user("meja.cirebon"), as_user("supervisor.tulungagung")
    address = f"/kasus/{case.pk}/pindah/"
    assert address in desk.get(f"/kasus/{case.pk}/").text
    assert "WCC" not in desk.get(address).text
    first, second = (desk.post(address, told) for _ in range(2))
    transfer = Referral.objects.get()
    assert first.url == second.url == f"/rujukan/{transfer.pk}/"
    assert (transfer.kind, transfer.state) == ("transfer", "draft")
    assert desk.get(first.url).context["preview"]
    desk.post(f"{first.url}send/", {"version": transfer.version})
    transfer.refresh_from_db()
    answer = there.post(f"{first.url}accept/", {"version": transfer.version})
    assert answer.status_code == 302
    assert there.get(f"/kasus/{case.pk}/").status_code == 200
    assert f"/kasus/{case.pk}/" in there.get(first.url).text
    assert desk.get(f"/kasus/{case.pk}/").status_code == 404
    assert "Pindah ke kabupaten lain" in desk.get(first.url).text


def test_without_her_consent_nothing_is_written_not_even_by_a_supervisor(as_user, case, told):
    told.pop("consent_given")
    shown = as_user("supervisor.cirebon").post(f"/kasus/{case.pk}/pindah/", told)
    assert "Tanpa persetujuan klien" in shown.text
    assert not Referral.objects.exists()


def test_what_stands_in_its_way_is_said_in_words(as_user, case, told, referral):
    Referral.objects.filter(pk=referral.pk).update(case=case)
    shown = as_user("meja.cirebon").post(f"/kasus/{case.pk}/pindah/", told)
    assert "Masih ada rujukan yang berjalan" in shown.text


def test_a_counsellor_finds_no_entry_and_no_door(as_user, make_case):
    case = make_case(by="konselor.cirebon")
    client = as_user("konselor.cirebon")
    assert "/pindah/" not in client.get(f"/kasus/{case.pk}/").text
    assert client.get(f"/kasus/{case.pk}/pindah/").status_code == 403


def test_to_another_desk_there_is_no_such_case(as_user, case, make_case):
    assert as_user("meja.tulungagung").get(f"/kasus/{case.pk}/pindah/").status_code == 404
    hidden = make_case(by="wcc.cirebon", restricted=True, types=())
    assert Case.objects.filter(pk=hidden.pk).exists()
    assert as_user("meja.cirebon").get(f"/kasus/{hidden.pk}/pindah/").status_code == 404
