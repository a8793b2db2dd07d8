"""What no token may read answers like an id that there is not: byte for byte, whatever the verb, whoever asks."""

import re
import uuid

import pytest

from cases.actions import request_mediation, restrict_case
from cases.models import Case
from tests.cases.mediations import in_progress
from tests.guards.test_every_url_declares import ALL

pytestmark = pytest.mark.django_db
MEDIATION = {
    "party": {"kind": "sponsor", "name": "Budi Umpama"},
    "mediator_name": "Rahmat Contohnya",
    "client_willing": True,
    "briefed": True,
}
BY_ID = sorted({path for path, _ in ALL if path.startswith("api/v1/") and "(?P<pk>" in path})
VERBS = ("get", "post", "patch", "options")
READERS = (
    "meja.cirebon",
    "konselor.cirebon",
    "wcc.cirebon",
    "admin.cirebon",
)
NAMES_NO = re.compile(r"UU |pasal|matches|given query|Case|Migrant|Referral|kekerasan|Not |found")


@pytest.fixture
def hidden(cast, make_case, make_migrant, make_referral):
    """Ids of restricted cases (of before, opened in one tap, of the women's centre), and of a referral and mediation."""
    desk = cast["meja.cirebon"]
    case = in_progress(make_case(), by=desk)
    mediation = request_mediation(case, **MEDIATION, by=desk)
    referral = make_referral(case)
    restrict_case(case, by=cast["konselor.cirebon"])
    fresh = make_case(restricted=True, by=desk)
    hers = make_migrant(by="wcc.cirebon", full_name="Lestari Andaisari")
    secret = make_case(hers, types=["GBV02"], by="wcc.cirebon", limits_explained=True)
    return [case.pk, fresh.pk, secret.pk, referral.pk, mediation.pk]


def answer_of(client, verb, address, body=None):
    answer = getattr(client, verb)(address, body or {}, format="json")
    return answer.status_code, dict(answer.items()), answer.content


def addresses():
    for path in BY_ID:
        if path.split("^")[1].split("/")[0] in ("cases", "referrals", "mediations"):
            yield "/" + path.replace("(?P<pk>[^/.]+)", "ID").replace("^", "").replace("$", "")


def of(address, pk) -> str:
    return address.replace("ID", str(pk))


def test_the_addresses_are_found():
    assert len(list(addresses())) >= 40
    assert all("/ID/" in address for address in addresses())


@pytest.mark.parametrize("who", READERS)
def test_every_verb_at_every_address_says_the_same_of_hidden_and_unknown(api, hidden, who):
    client, tried = api(who), 0
    for address in addresses():
        for verb in VERBS:
            unknown = answer_of(client, verb, of(address, uuid.uuid4()))
            assert not NAMES_NO.search(unknown[2].decode()) or verb == "options", unknown
            for pk in hidden:
                told = answer_of(client, verb, of(address, pk))
                assert told == unknown, f"{verb} {address}"
                tried += 1
            assert unknown[0] in (403, 404, 405) or verb == "options", f"{verb} {address}"
    assert tried == len(list(addresses())) * len(VERBS) * len(hidden)


@pytest.mark.parametrize("who", READERS)
def test_an_id_in_a_body_or_a_question_says_no_more(api, hidden, who):
    client = api(who)
    referral = {"to": str(uuid.uuid4()), "services": ["legal"], "priority": "normal"}
    unknown = str(uuid.uuid4())
    for pk in map(str, hidden):
        for one in ({"case": pk}, {"previous": pk, "case": pk}):
            other = dict.fromkeys(one, unknown)
            told = answer_of(client, "post", "/api/v1/referrals/", referral | one)
            assert told == answer_of(client, "post", "/api/v1/referrals/", referral | other)
        for kind in ("referrals", "mediations"):
            asked = [answer_of(client, "get", f"/api/v1/{kind}/?case={x}") for x in (pk, unknown)]
            assert asked[0] == asked[1]


def test_what_is_refused_is_said_in_the_readers_language(api, make_case):
    case, desk = make_case(), api("meja.cirebon")
    Case.objects.filter(pk=case.pk).update(state="in_progress", threat=True)
    told = [
        desk.get(f"/api/v1/cases/{uuid.uuid4()}/"),
        desk.get("/api/v1/nothing/"),
        desk.delete(f"/api/v1/cases/{case.pk}/"),
        desk.post(f"/api/v1/cases/{case.pk}/verify/", {}, format="json"),
        desk.post(f"/api/v1/cases/{case.pk}/mediations/", MEDIATION, format="json"),
    ]
    assert [one.status_code for one in told] == [404, 404, 405, 409, 422]
    for one in told:
        assert not NAMES_NO.search(one.content.decode()), one.content
    english = desk.get(f"/api/v1/cases/{uuid.uuid4()}/", headers={"Accept-Language": "en"})
    assert english.status_code == 404
