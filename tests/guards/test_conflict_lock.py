"""Domain 4 rule 11: who has a conflict of interest is shut out at every door, even in counts, and never learns of it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone

from cases.actions import allow_access, ask_lift, lock_out
from cases.models import Case
from ltsa.access.hidden import hidden_clients
from ltsa.accounts.models import AgencyTie, Posting, User
from ltsa.clocks.models import Clock
from ltsa.dashboard.figures import figures
from ltsa.dashboard.periods import Period
from ltsa.dashboard.scope import scope_for
from ltsa.organisations.models import Agency
from services.actions import log_session
from services.doubles import candidates
from services.elsewhere import known_elsewhere
from services.locks import not_shut_out
from services.models import Migrant
from tests.guards.case_rows import parts_of, survivor_parts_of
from tests.guards.rows import make_rows

pytestmark = pytest.mark.django_db

# How each kind of row knows its client.
PATHS = ("migrant", "case__migrant", "mediation__case__migrant", "referral__case__migrant", "consent__migrant")  # fmt: skip
# Rows of no single client: a book's lines are what its own house typed, a template's words are nobody's.
NO_CLIENT = {"BookImport", "DeletionRequest", "Letter"}
KINDS = ("person", "organisation", "village", "agency")
OFFICER, PARTNER = "meja.cirebon", "wcc.cirebon"


def path_of(model) -> str:
    for path in PATHS:
        here = model
        try:
            for name in path.split("__"):
                here = here._meta.get_field(name).related_model
        except FieldDoesNotExist:
            continue
        return path
    return ""


def models_with_a_client():
    return {
        model: "pk" if model is Migrant else path_of(model)
        for app in ("services", "cases")
        for model in apps.get_app_config(app).get_models()
        if hasattr(model._default_manager, "visible_to") and (model is Migrant or path_of(model))
    }


def seen_of(client, user) -> dict:
    """{model: how many rows of this client its visible_to gives}, without those that give none."""
    user = User.objects.get(pk=user.pk)
    found = {
        model.__name__: model.objects.visible_to(user).filter(**{path: client.pk}).count()
        for model, path in models_with_a_client().items()
    }
    return {name: number for name, number in found.items() if number}


@pytest.fixture
def client_of_all(cast, make_migrant, make_case, make_referral):
    rows = make_rows(cast, make_migrant, make_case, make_referral)
    hers = rows["client of the desk"]
    case = Case.objects.filter(migrant=hers, restricted=False).earliest("opened_at")
    parts_of(case, by=cast["supervisor.cirebon"])
    held = Case.objects.filter(
        migrant=hers, restricted=True, organisation=case.organisation
    ).first()
    survivor_parts_of(held, by=cast["supervisor.cirebon"])
    return hers, case


def shut(kind: str, case, cast, agency):
    """The reader who is shut out; for a village and an agency what makes her one comes after the lock."""
    boss, reader = cast["supervisor.cirebon"], cast[PARTNER if kind == "organisation" else OFFICER]
    target = {
        "person": reader,
        "organisation": reader.posting.organisation,
        "village": cast["kader.cirebon"].posting.village,
        "agency": agency,
    }[kind]
    made = lock_out(case, kind=kind, target=target, reason="Kerabat terlapor", by=boss)
    if kind == "village":
        Posting.objects.filter(user=reader).update(village=target)
    if kind == "agency":
        AgencyTie.objects.create(agency=agency, user=reader, added_by=boss)
    return User.objects.get(pk=reader.pk), made


@pytest.fixture
def agency(db):
    return Agency.objects.create(name="PT Contoh Terkait")


@pytest.mark.parametrize("kind", KINDS)
def test_rule_11_no_kind_of_row_of_her_is_seen_by_whom_a_lock_shuts_out(
    kind, client_of_all, cast, agency
):
    client, case = client_of_all
    before = seen_of(client, cast[PARTNER if kind == "organisation" else OFFICER])
    assert len(before) >= 3
    reader, made = shut(kind, case, cast, agency)
    assert seen_of(client, reader) == {}
    assert not Clock.objects.visible_to(reader).filter(client=client.pk).exists()
    assert not Case.objects.known_to(reader).filter(migrant=client).exists()
    assert hidden_clients(reader) == (client.pk,)
    assert not not_shut_out(User.objects.filter(pk=reader.pk), client.pk).exists()
    asked = ask_lift(made, reason="Orang lain", by=cast["supervisor.cirebon"])
    allow_access(asked, by=cast["ppdp.cirebon"])
    assert seen_of(client, reader)


@pytest.mark.parametrize("who", ["supervisor.cirebon", "konselor.cirebon", "admin.cirebon"])
def test_rule_11_others_see_as_much_as_before(who, client_of_all, cast, agency):
    client, case = client_of_all
    before = seen_of(client, cast[who])
    shut("village", case, cast, agency)
    after = seen_of(client, cast[who])
    assert {**before, "ConflictLock": 0} == {**after, "ConflictLock": 0}


@pytest.mark.parametrize("who", [OFFICER, "admin.cirebon", PARTNER, "supervisor.cirebon"])
def test_rule_11_a_house_tied_to_the_agency_later_loses_sight_with_all_its_people(
    who, client_of_all, cast, agency
):
    client, case = client_of_all
    lock_out(
        case, kind="agency", target=agency, reason="Pemilik sama", by=cast["supervisor.cirebon"]
    )
    house = cast[who].posting.organisation
    AgencyTie.objects.create(agency=agency, organisation=house, added_by=cast["admin.cirebon"])
    assert seen_of(client, cast[who]) == {}


def test_rule_11_a_person_without_a_village_is_not_of_every_locked_village(
    client_of_all, cast, agency
):
    client, case = client_of_all
    shut("village", case, cast, agency)
    konselor = User.objects.get(pk=cast["konselor.cirebon"].pk)
    assert konselor.posting.village_id is None
    assert Migrant.objects.visible_to(konselor).filter(pk=client.pk).exists()
    assert hidden_clients(konselor) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_rule_11_pages_and_api_answer_as_if_there_were_nobody(
    kind, client_of_all, cast, as_user, api, agency
):
    client, case = client_of_all
    # The rows of the guards have others of her name in the same lists.
    client.full_name = "Kunciwati Contohsari"
    client.save()
    referral = case.referrals.first()
    reader, _made = shut(kind, case, cast, agency)
    browser, script = as_user(reader), api(reader)
    for address in (f"/klien/{client.pk}/", f"/kasus/{case.pk}/", f"/rujukan/{referral.pk}/"):
        assert browser.get(address).status_code == 404, address
    for address in (f"/api/v1/migrants/{client.pk}/", f"/api/v1/cases/{case.pk}/"):
        assert script.get(address).status_code == 404, address
    for address in ("/klien/", "/kasus/", "/rujukan/", "/beranda/", "/notifikasi/"):
        page = browser.get(address).content.decode()
        assert client.full_name not in page and case.code not in page and client.code not in page


def test_rule_11_nobody_is_found_while_typing_her_name_or_number(cast, make_migrant, make_case):
    reader, boss = cast[OFFICER], cast["supervisor.cirebon"]
    told = {"nik": "3209145708990003", "full_name": "Suharti Contohsari"}
    client = make_migrant(by=boss, **told)
    case = make_case(client, by=boss)
    assert candidates(told, user=reader)
    lock_out(case, kind="person", target=reader, reason="Kerabat", by=boss)
    assert not candidates(told, user=reader)
    assert not known_elsewhere(told, reader)


def test_rule_11_known_elsewhere_is_silent_for_the_tied_and_for_a_locked_village(
    cast, make_migrant, make_case, agency
):
    union, boss = cast["sbmi.cirebon"], cast["supervisor.cirebon"]
    told = {"nik": "3209145708990003"}
    case = make_case(make_migrant(by=boss, **told), by=boss)
    assert known_elsewhere(told, union)
    lock_out(case, kind="agency", target=agency, reason="Pemilik sama", by=boss)
    AgencyTie.objects.create(agency=agency, user=union, added_by=boss)
    assert not known_elsewhere(told, union)


def numbers(user) -> dict:
    today = timezone.localdate()
    told = figures(user, start=today - timedelta(days=6), end=today)
    return {
        (table["name"], row["code"]): [cell["value"] for cell in row["cells"]]
        for table in told["tables"]
        for row in table["rows"]
    } | {one["name"]: one["value"] for one in told["headlines"]}


def test_rule_11_she_is_in_no_figure_of_whom_a_lock_shuts_out(
    cast, make_migrant, make_case, make_referral
):
    """The same numbers as before she was registered: sessions, people, cases, referrals."""
    admin, boss = cast["admin.cirebon"], cast["supervisor.cirebon"]
    empty = numbers(admin)
    client = make_migrant(by=boss)
    log_session(
        migrant=client,
        kind="information",
        channel="face_to_face",
        started_at=timezone.now(),
        outcome="follow_up",
        follow_up_on=timezone.localdate(),
        by=boss,
    )
    case = make_case(client, by=boss)
    make_referral(case, by=boss)
    full = numbers(admin)
    assert full != empty and full["talks"] == (empty["talks"] or 0) + 1
    lock_out(case, kind="person", target=admin, reason="Kerabat", by=boss)
    assert numbers(User.objects.get(pk=admin.pk)) == empty
    assert numbers(boss)["talks"] == 1


def test_rule_11_figures_ask_once_more_and_no_oftener(cast, django_assert_num_queries):
    today = timezone.localdate()
    reader = cast["admin.cirebon"]
    reader.posting.district_id  # noqa: B018
    with django_assert_num_queries(1):
        scope_for(reader, district="", period=Period(today, today))
