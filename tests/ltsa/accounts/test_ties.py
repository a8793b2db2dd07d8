import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ltsa.accounts.models import AgencyTie
from ltsa.accounts.ties import add_tie, end_tie
from ltsa.organisations.models import Agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return Agency.objects.create(name="PT Contoh Terkait")


def test_a_tie_is_of_one_person_or_one_house_and_stands_once(cast, agency):
    admin, desk = cast["admin.cirebon"], cast["meja.cirebon"]
    with pytest.raises(ValidationError):
        add_tie(agency=agency, by=admin)
    add_tie(agency=agency, user=desk, by=admin)
    with pytest.raises(ValidationError):
        add_tie(agency=agency, user=desk, by=admin)


def test_nobody_ties_people_of_another_district(cast, agency):
    with pytest.raises(PermissionDenied):
        add_tie(agency=agency, user=cast["meja.tulungagung"], by=cast["admin.cirebon"])


def test_nobody_frees_herself_and_a_supervisor_does_not_free_her_house(cast, agency):
    boss, admin = cast["supervisor.cirebon"], cast["admin.cirebon"]
    own = add_tie(agency=agency, user=boss, by=admin)
    house = add_tie(agency=agency, organisation=boss.posting.organisation, by=admin)
    for tie in (own, house):
        with pytest.raises(PermissionDenied):
            end_tie(tie, by=boss)
        end_tie(tie, by=admin)
    assert not AgencyTie.objects.of(boss).exists()


def test_the_list_shows_what_is_kept_here_and_ends_it(as_user, cast, agency):
    tie = add_tie(agency=agency, user=cast["meja.cirebon"], by=cast["admin.cirebon"])
    boss = as_user("supervisor.cirebon")
    assert "PT Contoh Terkait" in boss.get("/kelola/keterkaitan/").content.decode()
    assert (
        "PT Contoh Terkait"
        not in as_user("supervisor.wcc.cirebon").get("/kelola/keterkaitan/").content.decode()
    )
    assert boss.post(f"/kelola/keterkaitan/{tie.pk}/akhiri/").status_code == 302
    assert AgencyTie.objects.get(pk=tie.pk).ended_at is not None
    page = boss.get("/kelola/keterkaitan/baru/")
    assert page.status_code == 200
