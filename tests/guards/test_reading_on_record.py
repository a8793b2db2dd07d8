"""Whatever shows a client leaves a line of the trail: every page and resource is asked, and its answer is believed.

Nothing here knows which views the product traces: an answer with her name in it, and no new line of its reader, fails.
"""

import re
import uuid

import pytest
from django.urls import URLPattern, get_resolver

from ltsa.audit.models import Record
from services import actions

pytestmark = pytest.mark.django_db

NAME = "Sukinah Ujianasih"
WHO = ["meja.cirebon", "wcc.cirebon", "admin.cirebon"]
# Lists that must leave a line though they show nobody today.
LISTS = {
    "/klien/": "meja.cirebon",
    "/konseling/": "meja.cirebon",
    "/kasus/": "meja.cirebon",
    "/rujukan/": "wcc.cirebon",
    "/loket/": "meja.cirebon",
    "/desa/permintaan/": "meja.cirebon",
    "/kelola/orang/": "admin.cirebon",
    "/impor/": "meja.cirebon",
}
RESOURCES = ["migrants", "sessions", "cases", "referrals"]


def walk(patterns, prefix=""):
    """(address with <names> in it, its converters) of all patterns that are plain paths."""
    for one in patterns:
        here = prefix + str(one.pattern)
        if isinstance(one, URLPattern):
            if not re.search(r"[\^$\\(]", here):
                yield "/" + here, one.pattern.converters
        else:
            yield from walk(one.url_patterns, here)


def addresses(ids: list) -> list[str]:
    found = []
    for path, names in walk(get_resolver().url_patterns):
        if path.startswith(("/api/", "/akun/", "/keluar")):
            continue
        if not names:
            found.append(path)
        elif set(names) == {"pk"} and "uuid" in path:
            found += [path.replace("<uuid:pk>", str(pk)) for pk in ids]
    return found


@pytest.fixture
def known(make_migrant, make_case, make_referral, cast):
    desk = cast["meja.cirebon"]
    client = make_migrant(full_name=NAME, phone="081234567890")
    case = make_case(client)
    referral = make_referral(case)
    session = actions.log_session(
        migrant=client, kind="legal", channel="phone", started_at=client.created_at,
        outcome="enough", by=desk,
    )  # fmt: skip
    planned = actions.plan_appointment(client, at=client.created_at, channel="phone", by=desk)
    return [client.pk, case.pk, referral.pk, session.pk, planned.pk]


def lines_of(user) -> int:
    return Record.objects.filter(by=user).count()


def test_no_page_names_a_client_without_a_line(known, as_user, cast):
    told, silent = 0, []
    for who in WHO:
        reader, user = as_user(who), cast[who]
        for path in addresses(known):
            before = lines_of(user)
            answer = reader.get(path)
            if answer.streaming or NAME not in answer.content.decode(errors="replace"):
                continue
            told += 1
            if lines_of(user) == before:
                silent.append((who, path))
    assert silent == []
    assert told > 20, told


@pytest.mark.parametrize(("path", "who"), LISTS.items())
def test_a_list_leaves_one_line_though_it_is_empty(as_user, cast, path, who):
    as_user(who).get(path)
    line = Record.objects.get(by=cast[who], verb="list")
    assert (line.rows is not None, line.subject) == (True, None)


def test_a_search_leaves_how_many_it_showed_and_never_its_words(known, as_user, cast):
    desk = as_user("meja.cirebon")
    for path in ("/cari/", "/klien/"):
        desk.post(path, {"q": NAME})
        desk.post(path, {"q": "Nobodi Takada"})
    lines = list(Record.objects.filter(by=cast["meja.cirebon"], verb="list").order_by("id"))
    assert [line.rows > 0 for line in lines] == [True, False, True, False]
    assert len({line.query for line in lines}) == 2
    assert all(len(line.query) == 64 for line in lines)
    assert NAME not in str([vars(line) for line in lines])


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_list_by_api_leaves_a_line_of_its_own_kind(known, api, cast, resource):
    desk = api("meja.cirebon")
    answer = desk.get(f"/api/v1/{resource}/?limit=50").json()
    line = Record.objects.get(by=cast["meja.cirebon"], verb="list")
    assert line.subject_type.startswith("api:")
    assert line.rows == len(answer["results"]) > 0


@pytest.mark.parametrize("path", ["/klien/{}/", "/kasus/{}/", "/api/v1/migrants/{}/"])
def test_a_refused_reading_is_on_record_and_tells_the_reader_nothing(
    known, as_user, api, cast, path, django_assert_num_queries
):
    far = cast["meja.tulungagung"]
    reader = api(far) if "/api/" in path else as_user(far)
    hers = known[1] if "kasus" in path else known[0]
    reader.get(path.format(uuid.uuid4()))  # what is asked once a process
    answers = []
    for pk in (hers, uuid.uuid4()):
        before = lines_of(far)
        answers.append(reader.get(path.format(pk)))
        assert lines_of(far) == before + 1
        line = Record.objects.filter(by=far).latest("id")
        assert (line.verb, line.subject) == ("refused", pk)
    assert [one.status_code for one in answers] == [404, 404]
    bodies = [re.sub(r'value="\w{64}"', "", one.content.decode()) for one in answers]
    assert bodies[0].replace(str(hers), "") == bodies[1].replace(str(pk), "")


def test_a_page_of_another_role_is_a_refusal_too(as_user, cast):
    assert as_user("pemirsa").get("/klien/").status_code == 403
    assert Record.objects.get(by=cast["pemirsa"]).verb == "refused"


def test_a_line_says_from_where(as_user, cast):
    as_user("meja.cirebon").get(
        "/klien/",
        REMOTE_ADDR="203.0.113.7",
        HTTP_USER_AGENT="Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko Firefox/130.0",
    )
    line = Record.objects.get(by=cast["meja.cirebon"], verb="list")
    assert (line.address, line.device, len(line.session)) == ("203.0.113.7", "Firefox Android", 16)
