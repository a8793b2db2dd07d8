from services.books.columns import guess, plain, unlike


def test_headers_are_guessed_by_their_words():
    headers = ["No.", "TGL", "NAMA", "Jenis Kelamin (L/P)", "Desa/Kel", "No. HP", "No. KTP"]
    assert guess(headers, {}) == {
        "paper_number": "No.",
        "date": "TGL",
        "full_name": "NAMA",
        "sex": "Jenis Kelamin (L/P)",
        "village": "Desa/Kel",
        "phone": "No. HP",
        "nik": "No. KTP",
    }


def test_what_an_office_answered_last_time_comes_first():
    remembered = {"full_name": "Klien", "date": "Gone", "kind": "all:legal"}
    found = guess(["Nama", "Klien", "Tanggal"], remembered)
    assert found == {"full_name": "Klien", "kind": "all:legal", "date": "Tanggal"}


def test_headers_become_unlike():
    assert unlike(["Nama", "", "Nama"], empty="Kolom") == ["Nama", "Kolom 2", "Nama (2)"]
    assert plain("Tgl. Lahir ") == "tgllahir"
