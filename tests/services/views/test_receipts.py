import pytest
from django.core.cache import cache
from django.utils import timezone

from services import actions
from services.models import ExitAnswer


@pytest.fixture
def talk(cast, migrant):
    cache.clear()
    told = {"kind": "legal", "channel": "phone", "outcome": "open_case"}
    return actions.log_session(
        migrant=migrant, started_at=timezone.now(), by=cast["meja.cirebon"], **told
    )


def test_the_receipt_has_a_number_and_nothing_of_her(as_user, talk):
    page = as_user("meja.cirebon").get(f"/konseling/{talk.pk}/tanda-terima/").content.decode()
    main = page[page.index('id="isi"') :]
    assert talk.code in main
    for told in (talk.migrant.full_name, talk.migrant.code, "Gebang", "Hukum", "Telepon"):
        assert told not in main
    assert f"/klien/{talk.migrant_id}/kasus/" in main


def test_the_question_at_the_door_is_answered_once(as_user, talk):
    desk, path = as_user("meja.cirebon"), f"/konseling/{talk.pk}/tanda-terima/"
    for score in ("9", "", "x", "4", "1"):
        assert desk.post(f"{path}jawaban/", {"score": score}).url == path
    assert list(ExitAnswer.objects.values_list("score", flat=True)) == [4]
    assert desk.get(path).context["answered"]


def test_who_may_not_see_the_talk_sees_no_receipt(as_user, talk):
    stranger = as_user("meja.tulungagung")
    assert stranger.get(f"/konseling/{talk.pk}/tanda-terima/").status_code == 404
    assert (
        stranger.post(f"/konseling/{talk.pk}/tanda-terima/jawaban/", {"score": "4"}).status_code
        == 404
    )
    assert not ExitAnswer.objects.exists()


def test_the_paper_of_a_womens_centre_does_not_name_it(as_user, cast, make_migrant):
    wcc = cast["wcc.cirebon"]
    told = {"kind": "legal", "channel": "face_to_face", "outcome": "enough"}
    talk = actions.log_session(
        migrant=make_migrant(by=wcc), started_at=timezone.now(), by=wcc, **told
    )
    page = as_user(wcc).get(f"/konseling/{talk.pk}/tanda-terima/")
    assert page.context["office"] == ""
    assert wcc.posting.organisation.name not in page.content.decode()
