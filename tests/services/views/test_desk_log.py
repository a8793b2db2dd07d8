import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from ltsa.drafts.models import Draft
from services.actions import log_session
from services.forms import DeskLogForm
from services.forms.desk_log import ASKED, NEW
from services.models import AccessGrant, CounsellingSession, Migrant, Relationship

PERSON = {
    "who": "new",
    "full_name": "Suharti Contohsari",
    "consent": "named",
    "sex": "female",
    "age": "27",
    "village": "32.09.30.2007",
    "client_type": "prospective",
}
TALK = {"kind": "information", "outcome": "enough", "channel": "face_to_face"}


@pytest.fixture
def desk(as_user):
    return as_user("meja.cirebon")


@pytest.fixture
def post(desk):
    def send(path="/layanan/", **typed):
        now = f"{timezone.localtime():%d/%m/%Y %H.%M}"
        told = TALK | {"started_at": now, "idempotency_key": str(uuid.uuid4())} | typed
        return desk.post(path, told)

    return send


def test_a_new_person_is_asked_at_most_eight_things(cast):
    form = DeskLogForm(user=cast["meja.cirebon"])
    required = {
        name
        for name, field in form.fields.items()
        if field.required and not form.get_initial_for_field(field, name)
    }
    asked = required | set(ASKED[NEW])
    assert len(asked) <= 8, asked


def test_a_new_person_and_her_talk_are_one_save_that_leads_to_a_receipt(post):
    answer = post(**PERSON, do="save")
    session = CounsellingSession.objects.get(migrant__full_name="Suharti Contohsari")
    assert (answer.status_code, answer.url) == (302, f"/konseling/{session.pk}/tanda-terima/")
    woman = session.migrant
    assert (woman.phase, woman.age_band, woman.village_id) == ("before", "25-35", "32.09.30.2007")
    assert (woman.consent, woman.anonymous, session.entry) == ("named", False, "live")


def test_two_clicks_make_one_person_and_one_talk(post):
    key = str(uuid.uuid4())
    first, second = (post(**PERSON, do="save", idempotency_key=key) for _ in range(2))
    assert first.url == second.url
    assert Migrant.objects.filter(full_name="Suharti Contohsari").count() == 1


def test_a_search_finds_old_spelling_and_keeps_what_was_typed(desk, post, make_migrant):
    woman = make_migrant(full_name="Suharti Contohsari")
    answer = post(q="soeharti", do="search", summary="Bertanya biaya.")
    found = answer.content.decode()
    assert str(woman.pk) in found
    assert "Desa Gebang Kulon" in found
    assert "Bertanya biaya." in found
    # A reload shows the same: the draft holds the words that were looked for.
    again = desk.get("/layanan/").content.decode()
    assert str(woman.pk) in again
    assert "Bertanya biaya." in again


def test_enter_looks_for_new_words_and_saves_once_they_were_looked_for(post, make_migrant):
    woman = make_migrant()
    typed = {"q": "suharti", "who": str(woman.pk)}
    assert post(**typed, searched="").status_code == 200
    assert not CounsellingSession.objects.filter(migrant=woman).exists()
    assert post(**typed, searched="suharti").status_code == 302
    assert CounsellingSession.objects.filter(migrant=woman).exists()


def test_nobody_found_is_somebody_new_of_that_name(post):
    form = post(q="paijem", do="search").context["form"]
    assert (form["who"].value(), form["full_name"].value()) == ("new", "Paijem")


def test_htmx_gets_the_part_that_changed(desk):
    answer = desk.post("/layanan/", {"q": "paijem", "do": "search"}, headers={"HX-Request": "true"})
    assert b"<html" not in answer.content
    assert b'id="siapa"' in answer.content


def test_nobody_is_found_whom_the_officer_may_not_know_by_name(as_user, make_migrant):
    theirs = make_migrant(by="wcc.cirebon", full_name="Lestari Andaisari")
    client = as_user("meja.cirebon")
    answer = client.post("/layanan/", {"q": "lestari andaisari", "do": "search"})
    assert str(theirs.pk) not in answer.content.decode()
    body = TALK | {"who": str(theirs.pk), "started_at": "", "do": "save"}
    assert "who" in client.post("/layanan/", body).context["form"].errors


def test_who_wants_no_record_is_counted_and_leaves_no_person(post):
    before = Migrant.objects.count()
    typed = {"who": "none", "sex": "female", "age": "27", "client_type": "returned"}
    assert post(**typed).status_code == 302
    session = CounsellingSession.objects.get(unrecorded=True)
    assert (session.phase, session.counts.get().age_band) == ("after", "25-35")
    assert Migrant.objects.count() == before


def test_who_gives_no_name_is_recorded_without_one(post):
    typed = PERSON | {"consent": "anonymous"}
    assert post(**typed).status_code == 302
    woman = CounsellingSession.objects.get(kind="information", migrant__anonymous=True).migrant
    assert (woman.full_name, woman.search_name) == ("", "")


def test_what_is_missing_is_said_at_the_field(post):
    form = post(who="new", do="save").context["form"]
    assert set(form.errors) == {"full_name", "consent", "sex", "age", "village", "client_type"}
    assert set(post(do="save").context["form"].errors) == {"who"}


def test_doubts_warn_once_and_never_block(post):
    typed = PERSON | {"age": "16"}
    page = post(**typed)
    assert page.context["form"].doubts
    assert post(**typed, confirmed="on").status_code == 302


def test_save_and_new_is_an_empty_log_and_the_village_stays(desk, post):
    answer = post(**PERSON, do="again")
    assert answer.url == "/layanan/"
    form = desk.get("/layanan/").context["form"]
    assert form.draft is None
    assert (form["village"].value(), form["full_name"].value()) == ("32.09.30.2007", None)


def test_the_next_of_a_family_comes_on_the_same_visit(desk, post):
    path = post(**PERSON, do="family", topics=["costs"], kind="legal").url
    first = CounsellingSession.objects.get(migrant__full_name="Suharti Contohsari")
    assert path == f"/layanan/{first.pk}/keluarga/"
    form = desk.get(path).context["form"]
    assert (form["kind"].value(), form["topics"].value()) == ("legal", ["costs"])
    mother = PERSON | {"full_name": "Rukmini Contohsari", "age": "52", "client_type": "family"}
    assert post(path, **mother, relation="parent").status_code == 302
    tie = Relationship.objects.get(migrant=first.migrant)
    assert (tie.relation, tie.relative.phase) == ("parent", "before")
    first.refresh_from_db()
    assert CounsellingSession.objects.filter(visit=first.visit).count() == 2


def test_topics_are_those_of_the_officers_last_entry(desk, post):
    post(**PERSON, topics=["costs", "contracts"])
    assert desk.get("/layanan/").context["form"]["topics"].value() == ["costs", "contracts"]


def test_an_earlier_day_is_kept_as_paper(post):
    then = f"{timezone.localtime() - timedelta(days=9):%d/%m/%Y %H.%M}"
    refused = post(**PERSON, started_at=then)
    assert set(refused.context["form"].errors) == {"started_at"}
    assert post(**PERSON, started_at=then, from_paper="on", paper_number="7").status_code == 302
    session = CounsellingSession.objects.get(entry="paper")
    assert session.paper_number == "7"


def test_a_draft_is_gone_once_it_is_saved(desk, post, cast):
    post(q="suharti", do="search")
    assert Draft.objects.filter(user=cast["meja.cirebon"], path="/layanan/").exists()
    post(**PERSON)
    assert not Draft.objects.filter(user=cast["meja.cirebon"], path="/layanan/").exists()


@pytest.mark.parametrize("value", ["Su\0harti", "x" * 100_000, "9" * 25, "31/12/9999", "-1"])
def test_bad_input_is_answered_at_the_field(post, value):
    typed = PERSON | dict.fromkeys(("full_name", "age", "nik", "phone", "elsewhere", "who"), value)
    answer = post(**typed, follow_up_on=value, paper_number=value, started_at=value, do="save")
    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_a_form_that_comes_without_its_fields_is_shown_again(desk):
    answer = desk.post("/layanan/", {"do": "save"})
    assert answer.status_code == 200
    assert {"who", "started_at", "channel"} <= set(answer.context["form"].errors)


def test_nobody_is_tied_to_a_client_whom_this_house_sees_no_more(as_user, cast, make_migrant):
    client, wcc = make_migrant(), cast["wcc.cirebon"]
    AccessGrant.objects.create(
        migrant=client,
        user=wcc,
        reason="referral",
        groups=["identity"],
        subject=uuid.uuid4(),
    )
    told = {"kind": "legal", "channel": "phone", "outcome": "enough"}
    talk = log_session(migrant=client, started_at=timezone.now(), by=wcc, **told)
    assert as_user(wcc).get(f"/layanan/{talk.pk}/keluarga/").status_code == 200
    client.grants.update(until=timezone.now())
    assert as_user(wcc).get(f"/layanan/{talk.pk}/keluarga/").status_code == 404
