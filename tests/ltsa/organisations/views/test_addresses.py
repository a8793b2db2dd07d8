"""Where mail to a house goes: nobody alone decides it, over HTTP."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from cases.actions import make_link
from ltsa.accounts.models import Posting, User
from ltsa.audit.models import Record
from ltsa.notifications.models import Notification
from ltsa.organisations import actions
from ltsa.organisations.addresses import address_of
from ltsa.organisations.models import AddressChange, Organisation
from ltsa.organisations.tasks import apply_addresses
from tests.addresses import ask, confirm, give_address, later, mails, waiting

OLD, NEW, OTHER = "lama@contoh.test", "baru@contoh.test", "lain@contoh.test"
DAYS = timedelta(days=1)


@pytest.fixture
def house(no_accounts, cast):
    give_address(no_accounts, OLD, cast)
    Notification.objects.all().delete()
    return no_accounts


@pytest.fixture
def admin(as_user):
    return as_user("admin.cirebon")


@pytest.fixture
def officer(as_user):
    return as_user("ppdp.cirebon")


def test_an_admin_who_writes_another_address_gets_no_link(admin, as_user, house, make_referral):
    assert ask(admin, house, NEW).status_code == 302
    house.refresh_from_db()
    assert address_of(house) == house.email == OLD
    sent = make_referral(to=house)
    body = {"way": "mail", "idempotency_key": str(uuid.uuid4())}
    as_user("meja.cirebon").post(f"/rujukan/{sent.pk}/tautan/", body)
    assert Notification.objects.get(kind="outside").address == OLD


@pytest.mark.parametrize("path", ["ubah/", "hubungan/"])
def test_no_other_form_of_the_house_writes_it(admin, house, path):
    page = admin.get(f"/kelola/lembaga/{house.pk}/{path}")
    form = page.context["form"]
    assert "email" not in form.fields
    body = {name: value for name in form.fields if (value := form[name].value())}
    answer = admin.post(f"/kelola/lembaga/{house.pk}/{path}", body | {"email": NEW})
    assert answer.status_code == 302
    house.refresh_from_db()
    assert house.email == OLD


def test_the_database_refuses_an_address_that_nobody_confirmed(house, admin):
    ask(admin, house, NEW)
    for address in (NEW, OTHER):
        with pytest.raises(DatabaseError, match="not confirmed"), transaction.atomic():
            Organisation.objects.filter(pk=house.pk).update(email=address)
    with pytest.raises(DatabaseError, match="not confirmed"), transaction.atomic():
        Organisation.objects.create(name="Lembaga tanpa pemeriksaan", kind="union", email=NEW)


def test_a_change_waits_seven_days_from_asking_and_both_addresses_are_told(admin, officer, house):
    ask(admin, house, NEW)
    assert set(mails()) == {OLD, NEW}
    change = waiting(house)
    later(change, 3)
    assert confirm(officer, change).status_code == 302
    change.refresh_from_db()
    assert change.takes_effect_at == change.asked_at + 7 * DAYS
    assert address_of(house) == OLD
    later(change, 3.9)
    assert address_of(house) == OLD
    later(change, 0.2)
    assert address_of(house) == NEW  # the task is late, and nobody gets it at the old one
    Notification.objects.all().delete()
    apply_addresses()
    apply_addresses()
    house.refresh_from_db()
    assert house.email == NEW
    assert set(mails()) == {OLD, NEW}
    assert Record.objects.filter(subject=house.pk, fields=["email"]).count() == 2  # with the first


def test_a_week_later_without_a_word_of_the_officer_nothing_has_changed(admin, house):
    ask(admin, house, NEW)
    later(waiting(house), 30)
    apply_addresses()
    house.refresh_from_db()
    assert house.email == address_of(house) == OLD


def test_late_consent_is_not_backdated(admin, officer, house):
    ask(admin, house, NEW)
    later(waiting(house), 30)
    confirm(officer, waiting(house))
    house.refresh_from_db()
    assert house.email == NEW
    change = house.address_changes.get(address=NEW)
    assert change.takes_effect_at == change.confirmed_at


def test_the_first_address_counts_once_it_is_confirmed(admin, officer, no_accounts):
    ask(admin, no_accounts, NEW)
    assert address_of(no_accounts) == ""
    confirm(officer, waiting(no_accounts))
    no_accounts.refresh_from_db()
    assert no_accounts.email == NEW


def test_a_new_partner_has_no_address_until_it_is_confirmed(admin):
    body = {
        "name": "Mitra Contoh", "kind": "union", "email": NEW, "idempotency_key": str(uuid.uuid4())
    }  # fmt: skip
    assert admin.post("/kelola/lembaga/baru/", body).status_code == 302
    made = Organisation.objects.get(name="Mitra Contoh")
    assert made.email == "" and waiting(made).address == NEW
    page = admin.get(f"/kelola/lembaga/{made.pk}/").content.decode()
    assert "belum dikonfirmasi pejabat" in page


def test_emptied_first_it_is_no_first_address(admin, officer, house):
    ask(admin, house, "")
    later(waiting(house), 8)
    confirm(officer, waiting(house))
    house.refresh_from_db()
    assert house.email == ""
    ask(admin, house, NEW)
    confirm(officer, waiting(house))
    assert address_of(house) == ""


def test_changed_and_changed_back_cancels_the_first(admin, officer, house):
    ask(admin, house, NEW)
    change = waiting(house)
    confirm(officer, change)
    ask(admin, house, OLD)
    assert not house.address_changes.open().exists()
    later(change, 8)
    apply_addresses()
    assert address_of(house) == OLD
    ask(admin, house, NEW)  # and once more: it waits anew, unconfirmed
    assert waiting(house).confirmed_at is None
    assert waiting(house).asked_at > timezone.now() - DAYS


def test_the_newest_change_replaces_an_older_one_that_was_confirmed(admin, officer, house):
    ask(admin, house, NEW)
    first = waiting(house)
    confirm(officer, first)
    ask(admin, house, OTHER)
    assert waiting(house).address == OTHER and waiting(house).confirmed_at is None
    later(first, 8)
    apply_addresses()
    assert address_of(house) == OLD


def test_the_house_itself_calls_off_what_it_did_not_ask_for(admin, as_user, cast):
    wcc = cast["wcc.cirebon"].posting.organisation
    ask(admin, wcc, NEW)
    change = waiting(wcc)
    assert as_user("sbmi.cirebon").post(f"/kelola/alamat/{change.pk}/batal/").status_code == 404
    head = as_user("supervisor.wcc.cirebon")
    assert "belum dikonfirmasi" in head.get(f"/kelola/lembaga/{wcc.pk}/surel/").content.decode()
    head.post(f"/kelola/alamat/{change.pk}/batal/")
    change.refresh_from_db()
    assert change.cancelled_by == cast["supervisor.wcc.cirebon"]


def test_nobody_but_the_data_protection_officer_confirms(admin, as_user, house):
    ask(admin, house, NEW)
    change = waiting(house)
    for who in ("admin.cirebon", "supervisor.cirebon", "wcc.cirebon", "sistem", "pemirsa"):
        assert confirm(as_user(who), change).status_code == 403
        assert as_user(who).post(f"/privasi/alamat/{change.pk}/tolak/").status_code == 403
    change.refresh_from_db()
    assert change.confirmed_at is None and change.refused_at is None


def test_whoever_asked_does_not_confirm_her_own(admin, officer, house, cast):
    ask(admin, house, NEW)
    change = waiting(house)
    change.asked_by = cast["ppdp.cirebon"]  # she kept the entry then
    change.save()
    assert confirm(officer, change).status_code == 403
    assert (
        "orang lain yang mengonfirmasi"
        in officer.get(f"/privasi/alamat/{change.pk}/").content.decode()
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        AddressChange.objects.filter(pk=change.pk).update(confirmed_by=cast["ppdp.cirebon"])
    change.refresh_from_db()
    assert change.confirmed_at is None


def officer_of(district: str, cast) -> User:
    office = cast[f"admin.{district}"].posting.organisation
    person = User.objects.create_user(f"ppdp.{district}", full_name="Umi Contohwati")
    Posting.objects.create(
        user=person,
        role="data_protection_officer",
        organisation=office,
        starts_on=timezone.localdate() - 40 * DAYS,
    )
    return person


def test_the_officer_of_the_district_comes_before_the_nations(admin, officer, house, cast, as_user):
    near, far = cast["ppdp.cirebon"], officer_of("blitar", cast)
    ask(admin, house, NEW)
    change = waiting(house)
    told = Notification.objects.filter(subject=change.pk).values_list("user", flat=True)
    assert list(told) == [near.pk]
    for client in (as_user("ppdp"), as_user(far)):
        assert confirm(client, change).status_code == 404
    assert confirm(as_user(near), change).status_code == 302


def test_a_valid_agreement_must_be_named_and_must_be_its_own(admin, officer, house, cast):
    theirs = {"starts_on": date(2025, 1, 1), "by": cast["admin.cirebon"]}
    mine = actions.add_agreement(house, number="PKS/1/2025", **theirs)
    other = actions.add_agreement(
        cast["wcc.cirebon"].posting.organisation, number="PKS/2/2025", **theirs
    )
    ended = actions.add_agreement(house, number="PKS/0/2024", ends_on=date(2025, 2, 1), **theirs)
    ask(admin, house, NEW)
    change = waiting(house)
    for agreement in ("", other.pk, ended.pk):
        assert confirm(officer, change, agreement=agreement).status_code == 200
    assert confirm(officer, change, agreement=mine.pk).status_code == 302
    change.refresh_from_db()
    assert (change.agreement, change.document) == (mine, "PKS/1/2025")


def test_without_an_agreement_she_writes_which_paper_she_read(admin, officer, house):
    ask(admin, house, NEW)
    assert confirm(officer, waiting(house), document=" ").status_code == 200
    assert confirm(officer, waiting(house)).status_code == 302


def test_refused_it_never_counts(admin, officer, house):
    ask(admin, house, NEW)
    change = waiting(house)
    confirm(officer, change)
    officer.post(f"/privasi/alamat/{change.pk}/tolak/")
    assert confirm(officer, change).status_code in (200, 302)
    later(AddressChange.objects.get(pk=change.pk), 9)
    apply_addresses()
    house.refresh_from_db()
    assert house.email == address_of(house) == OLD


def test_another_district_finds_neither_form_nor_change(as_user, admin, house):
    ask(admin, house, NEW)
    far = as_user("admin.blitar")
    assert ask(far, house, OTHER).status_code == 404
    assert far.post(f"/kelola/alamat/{waiting(house).pk}/batal/").status_code == 404
    with pytest.raises(PermissionDenied):
        actions.ask_address(house, address=OTHER, by=User.objects.get(username="admin.blitar"))


def test_what_is_mailed_names_nobody(admin, house):
    ask(admin, house, NEW)
    for text in mails().values():
        for word in (house.name, "Puskesmas", "Cirebon", NEW, OLD, "admin"):
            assert word not in text


def test_no_page_for_everybody_shows_an_address_that_waits(admin, client, house):
    ask(admin, house, NEW)
    for path in (
        "/direktori/?kabupaten=32.09",
        "/direktori/hsds/services",
        "/api/v1/organisations/",
    ):
        assert NEW not in client.get(path).content.decode()


def test_a_typed_address_takes_a_reason_that_stays_on_record(house, make_referral, cast):
    desk, sent = cast["meja.cirebon"], make_referral(to=house)
    with pytest.raises(ValidationError) as refused:
        make_link(sent, way="mail", address=NEW, by=desk)
    assert "why" in refused.value.message_dict
    make_link(sent, way="mail", address=NEW, why="Surel lama rusak, telepon Bu Contoh.", by=desk)
    trail = Record.objects.get(subject=sent.pk, fields__contains=["typed_address"])
    assert trail.reason == "Surel lama rusak, telepon Bu Contoh." and NEW not in trail.reason
    link, _secret = make_link(sent, way="mail", address=OLD.upper(), by=desk)
    assert link.address == OLD
