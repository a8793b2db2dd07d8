import pytest
from django.core.exceptions import ValidationError

from ltsa.audit.actions import record
from ltsa.audit.models import Record
from ltsa.audit.reasons import check_reason
from services.actions import reveal_number

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "words", ["", "cek", "aaaaaaaaaaaaaaaaaaaaaa", "cek cek cek cek cek", "..."]
)
def test_another_reason_must_say_something(words):
    with pytest.raises(ValidationError):
        check_reason("other", words)


def test_no_number_is_shown_without_a_reason_of_the_list(cast, migrant):
    for why in ("", "cek"):
        with pytest.raises(ValidationError):
            record("reveal", migrant, fields=["nik"], why=why, by=cast["meja.cirebon"])
    assert not Record.objects.filter(verb="reveal").exists()


def test_a_reason_is_tied_to_the_record_where_there_is_one(cast, make_case):
    case, desk = make_case(), cast["meja.cirebon"]
    with pytest.raises(ValidationError) as refused:
        reveal_number(case.migrant, field="nik", why="call", by=desk)
    assert "about" in refused.value.error_dict
    reveal_number(case.migrant, field="nik", why="call", about=case, by=desk)
    line = Record.objects.get(verb="reveal")
    assert (line.about, line.about_type) == (case.pk, "cases.case")


def test_the_record_of_another_client_ties_nothing(cast, make_case, make_migrant):
    with pytest.raises(ValidationError):
        reveal_number(
            make_migrant(), field="nik", why="call", about=make_case(), by=cast["meja.cirebon"]
        )


def test_a_forged_record_is_refused_on_the_page(as_user, make_case, make_migrant):
    mine, other = make_case(make_migrant(nik="3209145708990003")), make_case()
    page = f"/klien/{mine.migrant_id}/tampilkan/nik/"
    told = {"field": "nik", "why": "call", "about": other.pk}
    assert "3209145708990003" not in as_user("meja.cirebon").post(page, told).text
    told["about"] = mine.pk
    assert "3209145708990003" in as_user("meja.cirebon").post(page, told).text
