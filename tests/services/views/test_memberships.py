import pytest

from services import actions
from services.models import UnionMembership


def content(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def offer(cast, migrant):
    def make(answer="interested"):
        union = cast["sbmi.cirebon"].posting.organisation
        return actions.offer_membership(migrant, union=union, answer=answer, by=cast["meja.cirebon"])  # fmt: skip

    return make


def test_the_offer_is_read_aloud_and_no_is_one_click(as_user, migrant):
    desk = as_user("meja.cirebon")
    page = desk.get(f"/klien/{migrant.pk}/serikat/")
    assert "Bergabung dengan serikat itu pilihan. Layanan tetap sama bila tidak." in content(page)
    union = page.context["form"].initial["union"]
    answer = desk.post(f"/klien/{migrant.pk}/serikat/", {"answer": "declined", "union": union})
    assert answer.url == f"/klien/{migrant.pk}/"
    assert UnionMembership.objects.get(migrant=migrant).state == "declined"


def test_a_no_needs_no_union_to_be_chosen_and_a_yes_does(as_user, migrant):
    desk, path = as_user("meja.cirebon"), f"/klien/{migrant.pk}/serikat/"
    assert desk.post(path, {"answer": "interested"}).context["form"].errors["association"]
    assert desk.post(path, {"answer": "declined"}).status_code == 302


def test_a_free_association_is_as_good(as_user, migrant):
    told = {"answer": "interested", "association": "Paguyuban Purna Contoh"}
    as_user("meja.cirebon").post(f"/klien/{migrant.pk}/serikat/", told)
    row = UnionMembership.objects.get(migrant=migrant)
    assert (row.union, row.association) == (None, "Paguyuban Purna Contoh")


def test_an_answer_that_was_not_offered_is_refused(as_user, migrant):
    path = f"/klien/{migrant.pk}/serikat/"
    as_user("meja.cirebon").post(path, {"answer": "member", "association": "Contoh"})
    assert not UnionMembership.objects.exists()


def test_the_steps_after_a_yes_and_the_card_is_masked(as_user, offer):
    row, desk = offer(), as_user("meja.cirebon")
    path = f"/serikat/{row.pk}/langkah"
    refused = desk.post(f"{path}/register/", {"version": "1"})
    assert "namanya tidak diberikan" in content(refused)
    desk.post(f"{path}/register/", {"version": "1", "agreed": "on"})
    told = {"version": "2", "joined_on": "01/10/2026", "card_number": "SBMI-00123"}
    desk.post(f"{path}/join/", told)
    page = content(desk.get(f"/serikat/{row.pk}/"))
    assert "Anggota aktif" in page
    assert "SBMI-00123" not in page and "*******123" in page
    assert "SBMI-00123" not in content(desk.get(f"/klien/{row.migrant_id}/"))


def test_a_step_that_is_over_says_so(as_user, offer):
    row, desk = offer("declined"), as_user("meja.cirebon")
    answer = desk.get(f"/serikat/{row.pk}/langkah/register/", follow=True)
    assert "Status sekarang: Tidak berminat" in content(answer)
    answer = desk.post(f"/serikat/{row.pk}/jawab/interest/", follow=True)
    assert "Status sekarang: Tidak berminat" in content(answer)
    assert desk.post(f"/serikat/{row.pk}/jawab/register/").status_code == 404
    assert desk.get(f"/serikat/{row.pk}/langkah/tari/").status_code == 404


def test_strangers_meet_404(as_user, offer):
    row = offer()
    for who in ("sbmi.cirebon", "wcc.cirebon", "meja.tulungagung"):
        assert as_user(who).get(f"/serikat/{row.pk}/").status_code == 404
