"""The pages at the end of a case: proposed by the officer, closed by the supervisor."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from cases import actions
from cases.models import Case, CaseClosing
from ltsa.drafts.models import Draft

WHY = "Tidak ada orang kedua di serikat ini."


def text(answer) -> str:
    return answer.content.decode()


def walk(case, *verbs, by):
    for verb in verbs:
        case = actions.move_case(case, verb, by=by)
    return case


@pytest.fixture
def begun(cast, case):
    return walk(case, "verify", "start", by=cast["meja.cirebon"])


@pytest.fixture
def resolved(cast, begun):
    told = {"outcomes": ["money"], "reason": "settled"}
    return actions.move_case(begun, "resolve", by=cast["meja.cirebon"], **told)


def test_the_officer_says_what_came_of_it_and_waits_for_the_supervisor(as_user, begun):
    desk = as_user("meja.cirebon")
    assert f"/kasus/{begun.pk}/selesai/" in text(desk.get(f"/kasus/{begun.pk}/"))
    page = f"/kasus/{begun.pk}/selesai/"
    assert "Uang diperoleh" in text(desk.get(page))
    told = {"outcomes": ["money"], "reason": "settled", "version": begun.version}
    seen = text(desk.post(page, told, follow=True))
    assert "Menunggu supervisor" in seen
    assert "Kesepakatan dilaksanakan" in seen
    assert "Tutup kasus" not in seen
    assert Case.objects.get(pk=begun.pk).state == "resolved"


def test_an_outcome_is_asked_for_and_nothing_typed_is_lost(as_user, begun):
    seen = text(as_user("meja.cirebon").post(f"/kasus/{begun.pk}/selesai/", {"reason": "settled"}))
    assert "Kolom ini wajib diisi" in seen or "field-invalid" in seen
    assert '<option value="settled" selected' in seen
    assert Case.objects.get(pk=begun.pk).state == "in_progress"


def test_the_supervisor_reads_what_was_asked_changes_it_and_closes(as_user, cast, resolved):
    head, page = as_user("supervisor.cirebon"), f"/kasus/{resolved.pk}/tutup/"
    assert resolved.code in text(head.get("/beranda/"))
    seen = text(head.get(page))
    assert str(cast["meja.cirebon"]) in seen
    assert '<option value="settled" selected' in seen
    assert "alone_because" not in seen
    told = {"reason": "partly_solved", "outcomes": ["documents"], "note": "Sudah bicara."}
    done = text(head.post(page, told | {"version": resolved.version}, follow=True))
    for words in ("Tuntas sebagian", "Dokumen kembali", "Sudah bicara.", "Penutupan"):
        assert words in done
    assert CaseClosing.objects.get().closed_by == cast["supervisor.cirebon"]
    assert resolved.code not in text(head.get("/beranda/"))


def test_two_clicks_close_once_and_both_lead_to_the_case(as_user, resolved):
    head, page = as_user("supervisor.cirebon"), f"/kasus/{resolved.pk}/tutup/"
    key = "6f9b1f3e-64a2-4b1c-9c53-0f3e1a3d7a11"
    told = {"reason": "solved", "outcomes": ["money"], "idempotency_key": key}
    first, second = head.post(page, told), head.post(page, told)
    assert first.url == second.url == f"/kasus/{resolved.pk}/"
    assert CaseClosing.objects.count() == 1


def test_a_reason_whose_day_has_not_come_stands_there_with_its_day(as_user, cast, case):
    walk(case, "verify", by=cast["meja.cirebon"])
    day = date_format(timezone.localdate() + timedelta(days=30), "j F Y")
    seen = text(as_user("meja.cirebon").get(f"/kasus/{case.pk}/ajukan-tutup/"))
    assert f'value="documents_30" disabled>Data tidak lengkap 30 hari (mulai {day})' in seen
    assert '<option value="duplicate">Duplikat' in seen
    assert "Tuntas sebagian" not in seen


def test_an_officer_asks_to_close_an_unsolved_case(as_user, cast, case):
    walk(case, "verify", by=cast["meja.cirebon"])
    page = f"/kasus/{case.pk}/ajukan-tutup/"
    seen = text(as_user("meja.cirebon").post(page, {"reason": "client_withdrew"}, follow=True))
    assert "Menunggu supervisor" in seen
    assert "Klien mencabut" in text(as_user("supervisor.cirebon").get("/beranda/"))


def test_who_did_the_work_is_sent_to_the_supervisor(as_user, resolved):
    desk = as_user("meja.cirebon")
    for answer in (
        desk.get(f"/kasus/{resolved.pk}/tutup/", follow=True),
        desk.post(
            f"/kasus/{resolved.pk}/tutup/", {"reason": "solved", "outcomes": ["home"]}, follow=True
        ),
    ):
        assert "Minta supervisor menutupnya" in text(answer)
    assert Case.objects.get(pk=resolved.pk).state == "resolved"


def test_another_house_finds_no_page_of_it(as_user, resolved):
    for path in ("selesai", "ajukan-tutup", "tutup"):
        for who in ("wcc.cirebon", "supervisor.tulungagung"):
            assert as_user(who).get(f"/kasus/{resolved.pk}/{path}/").status_code == 404
        assert as_user("admin.cirebon").get(f"/kasus/{resolved.pk}/{path}/").status_code == 403


def test_a_stale_page_is_told_so_and_a_draft_does_not_keep_it_stale(as_user, cast, resolved):
    head, page = as_user("supervisor.cirebon"), f"/kasus/{resolved.pk}/tutup/"
    Draft.objects.create(
        user=cast["supervisor.cirebon"],
        path=page,
        body={"version": ["1"], "note": ["Ditulis tadi."]},
        expires_at=timezone.now() + timedelta(days=1),
    )
    told = {"reason": "solved", "outcomes": ["money"], "version": "1"}
    assert "baru saja berubah" in text(head.post(page, told, follow=True))
    seen = text(head.get(page))
    assert "Ditulis tadi." in seen
    assert f'name="version" value="{resolved.version}"' in seen


def test_an_office_of_one_says_why_and_its_chair_reads_it(as_user, cast, make_case):
    one = cast["sbmi.cirebon"]
    case = walk(make_case(by=one), "verify", "start", by=one)
    case = actions.move_case(case, "resolve", outcomes=["informed"], by=one)
    union, page = as_user(one), f"/kasus/{case.pk}/tutup/"
    assert "Mengapa tidak ada orang kedua?" in text(union.get(page))
    told = {"reason": "solved", "outcomes": ["informed"]}
    assert union.post(page, told).status_code == 200
    union.post(page, told | {"alone_because": WHY})
    assert Case.objects.get(pk=case.pk).state == "closed"
    listed = text(union.get("/kasus/ditutup-sendiri/"))
    for words in (case.code, WHY, one.staff_code, "Tuntas"):
        assert words in listed
    assert case.code not in text(as_user("supervisor.cirebon").get("/kasus/ditutup-sendiri/"))


def test_the_chair_is_told_on_her_day_and_finds_the_list(as_user, cast, make_case):
    head = cast["supervisor.cirebon"]
    case = walk(make_case(by=head), "verify", by=head)
    actions.move_case(case, "close", reason="duplicate", alone_because=WHY, by=head)
    chair = as_user(head)
    assert "Ditutup tanpa orang kedua" in text(chair.get("/beranda/"))
    assert "/kasus/ditutup-sendiri/" in text(chair.get("/kasus/"))
    assert "/kasus/ditutup-sendiri/" not in text(as_user("meja.cirebon").get("/kasus/"))


def test_a_restricted_closing_is_listed_for_its_team_alone(as_user, cast, make_case):
    head = cast["supervisor.cirebon"]
    case = make_case(types=["GBV02"], account="", by="meja.cirebon")
    case = walk(actions.take_on_case(case, by=head), "verify", by=head)
    actions.move_case(case, "close", reason="duplicate", alone_because=WHY, by=head)
    officer = text(as_user("ppdp.cirebon").get("/kasus/ditutup-sendiri/"))
    assert case.code in officer
    assert head.staff_code in officer
    assert WHY not in officer
    assert head.full_name not in officer
    assert case.code in text(as_user(head).get("/kasus/ditutup-sendiri/"))
    case.members.update(until=timezone.now())
    assert case.code not in text(as_user(head).get("/kasus/ditutup-sendiri/"))
    assert case.code not in text(as_user(head).get("/beranda/"))


def test_a_reopened_case_still_shows_how_it_was_closed(as_user, cast, resolved):
    actions.move_case(resolved, "close", by=cast["supervisor.cirebon"])
    desk = as_user("meja.cirebon")
    desk.post(f"/kasus/{resolved.pk}/reopen/")
    seen = text(desk.get(f"/kasus/{resolved.pk}/"))
    assert "Kesepakatan dilaksanakan" in seen
    assert "Dibuka kembali" in seen
    assert "Kesepakatan dilaksanakan" not in text(
        as_user("admin.cirebon").get(f"/kasus/{resolved.pk}/")
    )


def test_a_button_that_is_refused_says_the_rule(as_user, make_case):
    case = make_case(reported_by="union")
    seen = text(as_user("meja.cirebon").post(f"/kasus/{case.pk}/verify/", follow=True))
    assert "Tulis dulu siapa pelapornya" in seen


@pytest.mark.parametrize("path", ["selesai", "ajukan-tutup", "tutup"])
def test_nonsense_in_a_form_is_refused_and_never_an_error(as_user, resolved, cast, path):
    head = as_user("supervisor.cirebon")
    for wrong in ("\0", "x" * 100_000, "9" * 40, "-1"):
        told = {"reason": wrong, "outcomes": [wrong, wrong], "note": wrong, "version": wrong}
        assert head.post(f"/kasus/{resolved.pk}/{path}/", told).status_code in (200, 302)
    assert Case.objects.get(pk=resolved.pk).state == "resolved"
