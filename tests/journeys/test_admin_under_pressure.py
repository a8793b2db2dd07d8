"""A district admin under pressure: she tries every way into a restricted record, reads nothing, and is seen trying.

At the women's centre, the UPTD PPA and the MRC corner alike (findings C1 to C4 of the red team).
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Case, CaseMember
from ltsa.accounts.models import AccountReset, Duty, PersonAct, Posting, User
from ltsa.notifications.models import Notification
from services.models import CounsellingSession, Migrant

STORY = "Cerita rahasia penyintas."
TODAY = f"{timezone.localdate():%d/%m/%Y}"
# where: (who works there, her supervisor, what the kind of house gives an ordinary puppet)
HOUSES = {
    "women's centre": ("wcc.cirebon", "supervisor.wcc.cirebon"),
    "UPTD PPA": ("uptdppa.cirebon", None),
    "MRC corner": ("konselor.cirebon", "supervisor.cirebon"),
}


@pytest.fixture(params=HOUSES, ids=str)
def house(request, cast, make_migrant, make_case):
    """(worker, supervisor or None, her client, the restricted case)"""
    worker, head = HOUSES[request.param]
    client = make_migrant(by=worker, full_name="Rahasia Andaisari")
    case = make_case(client, types=["GBV02"], by=worker, account=STORY, limits_explained=True)
    return cast[worker], cast[head] if head else None, client, case


@pytest.fixture
def admin(as_user):
    return as_user("admin.cirebon")


def invite(admin, house, role: str, number: int):
    told = {
        "full_name": f"Boneka Contoh {number}",
        "username": f"boneka{number}.cirebon",
        "email": f"boneka{number}@contoh.invalid",
        "language": "id",
        "role": role,
        "starts_on": TODAY,
    }
    if role == "desk_officer":  # also at the very place where she is served
        told["service_point"] = house.service_point_id or ""
    admin.post(f"/kelola/orang/undang/?lembaga={house.organisation_id}", told)
    return User.objects.filter(username=told["username"]).first()


def reads_nothing(client, migrant, case) -> None:
    pages = [
        f"/kasus/{case.pk}/",
        f"/klien/{migrant.pk}/",
        f"/klien/{migrant.pk}/ubah/",
        "/klien/",
        "/konseling/",
        "/janji/",
        "/kasus/",
        "/kasus/menunggu/",
        "/beranda/",
        "/cari/?q=Rahasia",
    ]
    for page in pages:
        answer = client.get(page, follow=True)
        said = answer.content.decode()
        assert STORY not in said and "Rahasia Andaisari" not in said, page


def test_no_puppet_of_hers_reads_a_restricted_record(house, admin, as_user):
    """C1: invite people into the house, and end the real worker with one of them as successor."""
    worker, _head, migrant, case = house
    there = worker.posting
    puppets = [
        person
        for number, role in enumerate(["supervisor", "companion", "counsellor", "desk_officer"])
        if (person := invite(admin, there, role, number)) is not None
    ]
    assert all(one.posting is None or one.posting.role == "desk_officer" for one in puppets)
    for puppet in [one for one in puppets if one.posting]:
        for path in (f"/kelola/orang/{worker.pk}/nonaktif/", f"/kelola/tugas/{there.pk}/akhiri/"):
            admin.post(path, {"successor": puppet.pk, "note": "x"})
        reads_nothing(as_user(puppet), migrant, case)
    assert User.objects.get(pk=worker.pk).is_active
    assert Posting.objects.get(pk=there.pk).ends_on is None
    assert Case.objects.get(pk=case.pk).owner_id == worker.pk
    assert set(case.members.current().values_list("user", flat=True)) == {worker.pk}
    reads_nothing(admin, migrant, case)


def test_she_becomes_nobody_who_reads_it(house, admin):
    """C2: disable her, change her mail, drop her second factor, enable her, ask for a new password."""
    worker, _head, _migrant, _case = house
    page = f"/kelola/orang/{worker.pk}/"
    told = {"full_name": "X", "language": "id", "version": worker.version, "email": "a@b.invalid"}
    for path, data in [
        ("nonaktif/", {}),
        ("ubah/", told),
        ("surel/", {"address": "a@b.invalid"}),
        ("pengaman/lepas/", {}),
        ("aktif/", {}),
        ("undang-lagi/", {}),
    ]:
        assert admin.post(page + path, data).status_code in (200, 403, 404)
    after = User.objects.get(pk=worker.pk)
    assert (after.email, after.is_active) == (worker.email, True)
    assert not AccountReset.objects.exists()
    assert not Notification.objects.filter(address="a@b.invalid").exists()


def test_what_she_may_do_is_told_to_who_must_know(house, admin, cast):
    """A desk officer at the house is within her authority: the supervisor reads it, and where there is none, the officer."""
    worker, head, _migrant, _case = house
    puppet = invite(admin, worker.posting, "desk_officer", 9)
    if worker.posting.organisation.kind != "government":
        assert puppet is None
        return
    assert PersonAct.objects.get(person=puppet, act="invite").by == cast["admin.cirebon"]
    keeper = head or User.objects.get(username="ppdp.cirebon")
    assert Notification.objects.filter(user=keeper, link="/kelola/tindakan/").exists()


def test_a_supervisor_who_is_shut_out_reads_through_nobodys_account(
    cast, as_user, make_case, make_migrant
):
    """C3: her counsellor locked her out; she tries to end, move, disable and become the counsellor."""
    worker, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    case = make_case(
        make_migrant(by=worker), types=["GBV02"], by=worker, account=STORY, limits_explained=True
    )
    told = {"kind": "person", "person": head.pk, "reason": "Terduga keluarga pelaku."}
    assert as_user(worker).post(f"/kasus/{case.pk}/kunci/", told).status_code == 302
    client, page = as_user(head), f"/kelola/orang/{worker.pk}/"
    for path, data in [
        (f"{page}nonaktif/", {}),
        (f"{page}surel/", {"address": "a@b.invalid"}),
        (f"{page}pengaman/lepas/", {}),
        (f"/kelola/tugas/{worker.posting.pk}/akhiri/", {}),
        (
            f"{page}tugas/?lembaga={worker.posting.organisation_id}",
            {"role": "supervisor", "starts_on": TODAY},
        ),
    ]:
        client.post(path, data)
    after = User.objects.get(pk=worker.pk)
    assert (after.is_active, after.posting.pk) == (True, worker.posting.pk)
    assert after.posting.ends_on is None
    assert not AccountReset.objects.exists()
    assert client.get(f"/kasus/{case.pk}/").status_code == 404
    assert "Terduga" not in client.get(page).content.decode()


def test_two_accounts_of_one_person_are_no_two_people(cast, as_user, make_case, make_migrant):
    """C4: the supervisor makes herself a second supervisor, who asks for what she allows."""
    worker, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    case = make_case(
        make_migrant(by=worker), types=["GBV02"], by=worker, account=STORY, limits_explained=True
    )
    client = as_user(head)
    told = {
        "full_name": "Boneka Contoh",
        "username": "boneka.wcc",
        "email": "boneka@contoh.invalid",
        "language": "id",
        "role": "supervisor",
        "starts_on": f"{timezone.localdate() - timedelta(days=60):%d/%m/%Y}",
    }
    client.post(f"/kelola/orang/undang/?lembaga={head.posting.organisation_id}", told)
    puppet = User.objects.get(username="boneka.wcc")
    second = as_user(puppet)
    asked = {"code": case.code, "reason": "Nyawa klien terancam malam ini juga, tolong."}
    for one, other in ((client, second), (second, client)):
        one.post("/akses-darurat/baru/", asked)
        for row in other.get("/akses-darurat/").context["rows"]:
            for verb in row["verbs"]:
                other.post(verb["url"], {"version": row["version"]})
            assert STORY not in one.get(f"/akses-darurat/{row['pk']}/").content.decode()
    assert not CaseMember.objects.filter(case=case).exclude(user=worker).exists()
    assert Migrant.objects.filter(pk=case.migrant_id).exists()
    assert not CounsellingSession.objects.visible_to(puppet).filter(migrant=case.migrant_id)


def test_a_newcomer_of_a_supervisor_who_is_shut_out_takes_nothing_on(
    cast, as_user, make_case, make_migrant
):
    """She puts a companion of her own making on duty, so that the case that waits comes to her after all."""
    worker, head = cast["wcc.cirebon"], cast["supervisor.wcc.cirebon"]
    case = make_case(
        make_migrant(by=worker), types=["GBV02"], by=worker, account=STORY, limits_explained=True
    )
    told = {"kind": "person", "person": head.pk, "reason": "Terduga keluarga pelaku."}
    as_user(worker).post(f"/kasus/{case.pk}/kunci/", told)
    invited = {
        "full_name": "Boneka Contoh",
        "username": "boneka.piket",
        "email": "boneka@contoh.invalid",
        "language": "id",
        "role": "companion",
        "starts_on": TODAY,
    }
    client = as_user(head)
    client.post(f"/kelola/orang/undang/?lembaga={head.posting.organisation_id}", invited)
    puppet = User.objects.get(username="boneka.piket")
    Duty.objects.create(
        organisation=head.posting.organisation,
        user=puppet,
        starts_on=timezone.localdate(),
        ends_on=timezone.localdate() + timedelta(days=3),
        added_by=head,
    )
    worker.postings.update(ends_on=timezone.localdate())  # the only one of the team is gone
    taking = as_user(puppet)
    assert case.code not in taking.get("/kasus/menunggu/").content.decode()
    assert taking.post(f"/kasus/{case.pk}/tangani/").status_code in (403, 404)
    assert taking.get(f"/kasus/{case.pk}/").status_code == 404
    assert not CaseMember.objects.filter(case=case, user=puppet).exists()
