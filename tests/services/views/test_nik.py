import pytest

from ltsa.audit.models import Record

NIK = "3209305708990003"


@pytest.fixture
def ask(as_user):
    client = as_user("meja.cirebon")
    return lambda **told: client.post("/klien/nik/", told)


def test_what_the_number_says_is_offered_and_the_number_stays_away(ask):
    answer = ask(nik="3209 3057 0899 0003")
    assert "Perempuan, 17 Agustus 1999, Kec. Gebang, Kab. Cirebon" in answer.text
    assert 'data-sex="female"' in answer.text
    assert 'data-birth-date="17/08/1999"' in answer.text
    assert NIK not in answer.text
    assert not Record.objects.exists()


def test_nothing_is_offered_where_all_is_filled_in_already(ask):
    answer = ask(nik=NIK, sex="female", birth_date="17/08/1999").text
    assert "data-nik-use" not in answer
    assert "Kec. Gebang" in answer


def test_where_it_differs_from_what_was_told_it_warns(ask):
    answer = ask(nik=NIK, sex="male", birth_date="18/08/1999").text
    assert "Jenis kelamin di NIK lain" in answer
    assert "Tanggal lahir di NIK lain" in answer


def test_a_child_is_warned_about(ask):
    assert "Di bawah 18 tahun" in ask(nik="3209305708150003").text


@pytest.mark.parametrize("typed", ["", "   ", "3209********0003", "\0", "3" * 100_000, "٣٢٠٩"])
def test_what_is_no_number_offers_nothing(ask, typed):
    answer = ask(nik=typed, sex="both", birth_date="99/99/9999")
    assert answer.status_code == 200
    assert "data-nik-use" not in answer.text


def test_the_number_never_travels_in_an_address(as_user):
    assert as_user("meja.cirebon").get("/klien/nik/", {"nik": NIK}).status_code == 405


def test_who_registers_nobody_asks_nothing(as_user):
    assert as_user("ppdp").post("/klien/nik/", {"nik": NIK}).status_code == 403
