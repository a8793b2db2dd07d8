from cases.actions import add_note
from cases.models import CaseNote


def test_a_note_is_written_and_corrected_from_the_case(make_case, as_user):
    case, client = make_case(), as_user("meja.cirebon")
    page = client.get(f"/kasus/{case.pk}/catatan/")
    key = page.context["form"].key
    answer = client.post(
        f"/kasus/{case.pk}/catatan/", {"text": "Sudah ditelepon.", "idempotency_key": key}
    )
    assert answer.url == f"/kasus/{case.pk}/"
    note = CaseNote.objects.get(case=case)
    shown = client.get(answer.url).content.decode()
    assert "Sudah ditelepon." in shown
    assert f"/catatan/{note.pk}/perbaiki/" in shown
    client.post(f"/catatan/{note.pk}/perbaiki/", {"text": "Sudah ditelepon, tidak diangkat."})
    versions = client.get(f"/catatan/{note.pk}/").content.decode()
    assert "Sudah ditelepon." in versions
    assert "tidak diangkat" in versions


def test_a_replaced_note_cannot_be_corrected_again(make_case, as_user, cast):
    note = add_note(make_case(), text="Pertama.", by=cast["meja.cirebon"])
    client = as_user("meja.cirebon")
    client.post(f"/catatan/{note.pk}/perbaiki/", {"text": "Kedua."})
    assert client.get(f"/catatan/{note.pk}/perbaiki/").status_code == 404


def test_a_district_admin_reads_no_note(make_case, as_user, cast):
    case = make_case()
    note = add_note(case, text="Rahasia tim.", by=cast["meja.cirebon"])
    admin = as_user("admin.cirebon")
    assert "Rahasia tim." not in admin.get(f"/kasus/{case.pk}/").content.decode()
    assert admin.get(f"/catatan/{note.pk}/").status_code in (403, 404)
