import uuid

import pytest
from django.utils import timezone

from ltsa.accounts.models import Posting, User
from ltsa.drafts.actions import find_draft
from ltsa.notifications.models import Notification

PEOPLE = "/kelola/orang/"
TODAY = f"{timezone.localdate():%d/%m/%Y}"


@pytest.fixture
def admin(as_user):
    return as_user("admin.cirebon")


@pytest.fixture
def office(cast):
    return cast.meja_cirebon.posting.organisation


@pytest.fixture
def filled():
    return {
        "full_name": "Sri Contohwati",
        "username": "sri.cirebon",
        "email": "sri@contoh.invalid",
        "language": "id",
        "role": "desk_officer",
        "starts_on": TODAY,
        "idempotency_key": str(uuid.uuid4()),
    }


def page_of(person) -> str:
    return f"{PEOPLE}{person.pk}/"


def names(answer) -> set[str]:
    return {row["username"] for row in answer.context["rows"]}


@pytest.mark.parametrize("who", ["meja.cirebon", "kader.cirebon", "pemirsa", "sistem"])
def test_people_are_managed_by_admins_and_supervisors_only(as_user, who):
    client = as_user(who)
    for path in [PEOPLE, f"{PEOPLE}undang/"]:
        assert client.get(path).status_code == 403
    # The system administrator keeps the national organisations, and nobody's people.
    assert client.get("/kelola/").status_code == (200 if who == "sistem" else 403)


def test_a_data_protection_officer_sees_people_and_invites_nobody(as_user, cast):
    client = as_user("ppdp")
    assert "wcc.cirebon" in names(client.get(PEOPLE, {"q": "umpamaningrum"}))
    assert client.get(f"{PEOPLE}undang/").status_code == 403
    assert client.get(page_of(cast.wcc_cirebon) + "ubah/").status_code == 403
    page = client.get(page_of(cast.wcc_cirebon)).context
    assert not any(page[name] for name in ["may_change", "may_disable", "asks_mail"])


def test_an_admin_lists_her_district_and_no_other(admin):
    listed = names(admin.get(PEOPLE))
    assert {"meja.cirebon", "wcc.cirebon", "kader.cirebon"} <= listed
    assert not {"meja.blitar", "pemirsa", "sistem"} & listed


def test_a_supervisor_lists_her_own_organisation(as_user):
    listed = names(as_user("supervisor.wcc.cirebon").get(PEOPLE))
    assert listed == {"wcc.cirebon", "supervisor.wcc.cirebon"}


def test_the_list_narrows_by_name_organisation_role_and_state(admin, cast):
    organisation = cast.wcc_cirebon.posting.organisation_id
    assert names(admin.get(PEOPLE, {"q": "umpamaningrum"})) == {"wcc.cirebon"}
    assert "meja.cirebon" not in names(admin.get(PEOPLE, {"lembaga": organisation}))
    assert names(admin.get(PEOPLE, {"peran": "desk_officer"})) == {"meja.cirebon"}
    assert names(admin.get(PEOPLE, {"keadaan": "nonaktif"})) == set()
    assert admin.get(PEOPLE, {"lembaga": "bukan-uuid", "peran": "raja"}).status_code == 200


@pytest.mark.parametrize("verb", ["", "ubah/", "tugas/", "nonaktif/"])
@pytest.mark.parametrize(
    ("who", "whom"),
    [("admin.cirebon", "meja.blitar"), ("supervisor.wcc.cirebon", "meja.cirebon")],
)
def test_people_beyond_ones_reach_do_not_exist(as_user, cast, who, whom, verb):
    client = as_user(who)
    assert client.get(page_of(cast[whom]) + verb).status_code == 404
    assert client.post(page_of(cast[whom]) + verb).status_code == 404
    assert client.get(f"{PEOPLE}{uuid.uuid4()}/{verb}").status_code == 404


def test_a_posting_of_another_organisation_cannot_be_ended(as_user, cast):
    posting = cast.meja_cirebon.posting
    client = as_user("supervisor.wcc.cirebon")
    assert client.post(f"/kelola/tugas/{posting.pk}/akhiri/").status_code == 404
    assert Posting.objects.get(pk=posting.pk).ends_on is None


def test_an_invitation_first_asks_where(admin, office):
    asked = admin.get(f"{PEOPLE}undang/")
    assert asked.context["form"].fields["lembaga"].queryset.filter(pk=office.pk).exists()
    roles = admin.get(f"{PEOPLE}undang/?lembaga={office.pk}").context["form"].fields["role"]
    assert "village_volunteer" not in dict(roles.choices)


def test_a_supervisor_is_not_asked_where(as_user, cast):
    organisation = cast.wcc_cirebon.posting.organisation
    answer = as_user("supervisor.wcc.cirebon").get(f"{PEOPLE}undang/")
    assert answer.url == f"{PEOPLE}undang/?lembaga={organisation.pk}"


def test_an_organisation_beyond_reach_is_no_choice(as_user, cast, filled):
    blitar = cast.meja_blitar.posting.organisation
    answer = as_user("admin.cirebon").post(f"{PEOPLE}undang/?lembaga={blitar.pk}", filled)
    assert "lembaga" in answer.context["form"].errors
    assert not User.objects.filter(username="sri.cirebon").exists()


def test_a_double_click_invites_one_person_with_one_mail(admin, office, filled):
    answers = [admin.post(f"{PEOPLE}undang/?lembaga={office.pk}", filled) for _ in range(2)]
    person = User.objects.get(username="sri.cirebon")
    assert {answer.url for answer in answers} == {page_of(person)}
    assert Notification.objects.filter(user=person).count() == 1


def test_a_faulty_invitation_says_so_at_the_field_and_keeps_what_was_typed(admin, office, filled):
    bad = {
        "username": "meja.cirebon",
        "email": "bukan surel",
        "starts_on": "31/02/2026",
        "role": "raja",
    }
    form = admin.post(f"{PEOPLE}undang/?lembaga={office.pk}", filled | bad).context["form"]
    assert {"email", "starts_on", "role"} <= set(form.errors)
    assert form["full_name"].value() == "Sri Contohwati"
    taken = admin.post(
        f"{PEOPLE}undang/?lembaga={office.pk}", filled | {"username": "meja.cirebon"}
    )
    assert "username" in taken.context["form"].errors


def test_typing_is_kept_until_the_invitation_is_sent(admin, cast, office, filled):
    path = f"{PEOPLE}undang/?lembaga={office.pk}"
    stamp = admin.get(path).context["form"].stamp
    admin.post("/draf/simpan/", filled | {"draft_stamp": stamp})
    assert admin.get(path).context["form"]["full_name"].value() == "Sri Contohwati"
    admin.post(path, filled | {"draft_stamp": stamp})
    assert find_draft(cast.admin_cirebon, path) is None


def test_a_stale_edit_shows_both_values_and_overwrites_nothing(admin, as_user, cast):
    officer = cast.meja_cirebon
    typed = {"email": officer.email, "language": "id", "version": 1}
    admin.post(page_of(officer) + "ubah/", typed | {"full_name": "Nama Satu"})
    late = as_user("supervisor.cirebon").post(
        page_of(officer) + "ubah/", typed | {"full_name": "Nama Dua"}
    )
    assert [(row.yours, row.theirs) for row in late.context["form"].both] == [
        ("Nama Dua", "Nama Satu")
    ]
    assert "Nama Dua" in late.content.decode()
    assert User.objects.get(pk=officer.pk).full_name == "Nama Satu"


def test_who_has_no_posting_any_more_meets_a_page_that_explains(admin, as_user, cast):
    officer = cast.meja_cirebon
    page = as_user(officer)
    assert page.get("/klien/").status_code == 200
    admin.post(f"/kelola/tugas/{officer.posting.pk}/akhiri/")
    refused = page.get("/klien/")
    assert refused.status_code == 403
    assert "tidak punya tugas" in refused.content.decode()
    for path in ["/akun/", "/beranda/", "/cari/"]:
        assert page.get(path).status_code == 200


def test_a_person_is_moved_within_the_organisation(as_user, cast, office):
    officer, head = cast.meja_cirebon, as_user("supervisor.cirebon")
    path = page_of(officer) + "tugas/"
    assert head.get(path).url == f"{path}?lembaga={office.pk}"
    head.post(f"{path}?lembaga={office.pk}", {"role": "supervisor", "starts_on": TODAY})
    assert User.objects.get(pk=officer.pk).posting.role == "supervisor"


def test_nobody_sees_a_button_for_herself(admin, cast):
    context = admin.get(page_of(cast.admin_cirebon)).context
    assert (context["may_change"], context["is_self"]) == (False, True)
    assert not any(row["end_url"] for row in context["postings"])
    assert admin.post(page_of(cast.admin_cirebon) + "nonaktif/").status_code == 403


def test_an_account_is_disabled_and_enabled(admin, cast):
    path = page_of(cast.meja_cirebon)
    assert admin.get(path + "nonaktif/").status_code == 200
    admin.post(path + "nonaktif/")
    assert not User.objects.get(pk=cast.meja_cirebon.pk).is_active
    admin.post(path + "aktif/")
    assert User.objects.get(pk=cast.meja_cirebon.pk).is_active


def test_a_second_invitation_is_refused_kindly_once_there_is_a_password(admin, cast):
    answer = admin.post(page_of(cast.meja_cirebon) + "undang-lagi/", follow=True)
    assert answer.status_code == 200
    assert "sudah punya kata sandi" in answer.content.decode()
