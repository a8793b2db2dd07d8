"""Rule 4: whatever leaves the house says that there is a task, and nothing of whom, of what, where or why.

Every function that tells people is called: all of them for an ordinary and for a sensitive case, and for every type of
case some in turns; a type reaches none of them but by the words of its row, and those of all types are looked for. Mail,
message to a phone, summary and link are read, and the title and file name of the page behind the link. What is allowed
is a list of sentences; beside it a list of words says in a failure what it was that leaked.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from django.utils.translation import gettext

from cases.actions import make_link
from cases.models import CaseType
from ltsa.notifications.actions import notify, send_digest
from ltsa.notifications.models import Notification, Preference
from ltsa.notifications.texts import SUBJECT
from ltsa.organisations.models import Organisation
from tests.guards.messages import KINDS, Story

TOLD = {
    "client": {
        "full_name": "Suharti Contohsari", "nickname": "Harti", "nik": "3209305708990003",
        "phone": "081234567890", "passport": "C1234567", "destination": "Taiwan",
    },
    "account": "Cerita yang sangat pribadi", "needs": "Alasan yang rahasia", "contact": "Bibi Umpamawati",
}  # fmt: skip
FIELD_WORDS = ["kekerasan", "perkosaan", "hamil", "polisi", "terbatas", "psikososial", "mandat", "violence", "perpu"]  # fmt: skip
TURNS = 5  # of the functions each type calls every fifth, another fifth than the type before it
NEUTRAL = "Ada tugas baru di portal LTSA-MRC. Silakan masuk."
SENTENCES = [NEUTRAL, "Ada tugas yang mendekati tenggat.", "Jawab sebelum %(time)s"]
SUMMARY = r"Ada \d+ pemberitahuan di portal LTSA-MRC\. Silakan masuk\."


def in_each_language(words: str) -> set[str]:
    said = set()
    for language in ("id", "en"):
        with translation.override(language):
            said.add(gettext(words))
    return said


SUBJECTS = in_each_language(SUBJECT)
ALLOWED = [one for words in SENTENCES for one in in_each_language(words)]
LINES = [re.escape(one).replace(re.escape("%(time)s"), r"[\d.:]+( [ap]\.m\.)?") for one in ALLOWED]
ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
# No verb behind what it is about, and no word that says that somebody took her consent back.
LINK = re.compile(rf"/(?!penghapusan)([a-z-]+/)+({ID}/)?")
CODE = re.compile(r"[A-Z0-9-]{0,32}")
WHOLE = re.compile(
    rf"\s*(({'|'.join([*LINES, SUMMARY])})\s*)+http://localhost:\d+(?P<link>/\S*)\s*"
)


@pytest.fixture
def story(cast, make_migrant, make_case, make_referral, settings):
    """With readers of every taste: a phone, a summary, another language."""
    settings.GATEWAY_URL = "http://127.0.0.1:1/"
    wcc, desk, head = (cast[f"{who}.cirebon"] for who in ("wcc", "meja", "supervisor"))
    Preference.objects.create(user=wcc, phone_channel="whatsapp", phone="+6281234567891")
    Preference.objects.create(user=desk, phone_channel="sms", phone="+6281234567892", mail="digest")
    head.language = "en"
    head.save(update_fields=["language"])
    return Story(cast, make_migrant, make_case, make_referral, TOLD)


@pytest.fixture
def secrets(story):
    client = story.case.migrant
    words = [*TOLD["client"].values(), *TOLD["client"]["full_name"].split(), TOLD["account"]]
    words += [
        TOLD["needs"],
        TOLD["contact"],
        "+6281234567890",
        "+6281234567891",
        client.village.name,
    ]
    words += [client.code, *FIELD_WORDS, *Organisation.objects.values_list("name", flat=True)]
    return words


def of_type(kind: CaseType) -> list[str]:
    """Its code and names, and each of their words that none of our sentences needs."""
    needed = set(" ".join([*SUBJECTS, *ALLOWED, SUMMARY]).lower().split())
    words = re.findall(r"[a-z]{5,}", f"{kind.label_id} {kind.label_en}".lower())
    return [
        kind.code,
        kind.label_id,
        kind.label_en,
        *(word for word in words if word not in needed),
    ]


def leaks(row: Notification, secrets: list[str]) -> list[str]:
    """What a row says beyond the sentences, or of the secrets."""
    found = WHOLE.fullmatch(row.mail_body)
    wrong = [] if found and row.mail_subject in SUBJECTS | {""} else ["other words"]
    if found and found["link"] not in (row.link, "/notifikasi/"):
        wrong.append("other link")
    wrong += [] if LINK.fullmatch(row.link or "/x/") else ["link"]
    wrong += [] if CODE.fullmatch(row.code) else ["code"]
    said = "\n".join([row.mail_subject, row.mail_body, row.link, row.code]).lower()
    return wrong + [word for word in secrets if word.lower() in said]


def test_no_message_of_any_type_of_case_says_more_than_that_there_is_a_task(story, secrets, cast):
    types = list(CaseType.objects.filter(district=None).order_by("sensitive", "code"))
    words = [*secrets, *(word for kind in types for word in of_type(kind))]
    kinds, channels = set(), set()
    for turn, kind in enumerate(types):
        story.becomes(kind)
        whole = turn == 0 or kind == types[-1]
        for row in story.tell(
            turn, some=slice(None) if whole else slice(turn % TURNS, None, TURNS)
        ):
            assert not leaks(row, words), (kind.code, row.kind, row.channel)
            kinds.add(row.kind)
            channels.add(row.channel)
    assert kinds == set(KINDS)
    assert channels == {"mail", "sms", "whatsapp"}
    past = timezone.now() - timedelta(days=2)
    Notification.objects.update(created_at=past)
    Preference.objects.update(digest_at="00:00")
    assert not leaks(send_digest(cast["meja.cirebon"].pk), words)


def test_no_step_of_a_clock_and_no_closed_house_says_more(story, secrets):
    rows = story.steps_come()
    assert {"clock_reminder", "clock_late", "referral_reoffer", "referral_withdrawn"} == {
        row.kind for row in rows
    }
    for row in rows:
        assert not leaks(row, secrets), (row.kind, row.link)


def test_no_page_behind_a_message_tells_it_in_title_address_or_file_name(story, secrets, as_user):
    kind = CaseType.objects.get(code="GBV02")
    story.becomes(kind)
    words = [*secrets, *of_type(kind)]
    seen = {row.link: row.user for row in story.tell(0) if row.link}
    assert len(seen) >= 5
    for link, user in seen.items():
        answer = as_user(user).get(link)
        title = re.search(r"<title>(.*?)</title>", answer.text, re.DOTALL)[1]
        said = f"{link} {title} {answer.headers.get('Content-Disposition', '')}".lower()
        assert not [word for word in words if word.lower() in said], link


def test_a_mail_to_a_house_without_an_account_says_no_more(
    story, secrets, cast, make_case, make_referral, no_accounts
):
    desk = cast["meja.cirebon"]
    told = {"to": no_accounts, "needs": TOLD["needs"]}
    sent = make_referral(make_case(story.case.migrant, by=desk), by=desk, **told)
    make_link(sent, way="mail", address="mitra@contoh.invalid", why="Lewat telepon.", by=desk)
    mail = Notification.objects.get(kind="outside")
    said = f"{mail.mail_subject} {mail.mail_body}".lower()
    words = [*secrets, sent.code, sent.case.code, sent.case.primary_type.label_id]
    assert not [word for word in words if word.lower() in said]
    assert (mail.state, mail.user, mail.next_attempt_at <= timezone.now()) == (
        "pending",
        None,
        True,
    )


PLANTED = [
    {"mail_subject": "Rujukan untuk Suharti Contohsari"},
    {"mail_subject": "Tugas untuk Anda"},
    {"mail_body": "Kasus kekerasan. http://localhost:8000/rujukan/"},
    {"mail_body": "Ada tugas baru di Gebang. http://localhost:8000/rujukan/"},
    {"mail_body": f"{NEUTRAL} http://localhost:8000/klien/3209305708990003/"},
    {"link": "/rujukan/Suharti/"},
    {"link": "/rujukan/00000000-0000-0000-0000-000000000000/tawarkan/"},
    {"link": "/penghapusan/00000000-0000-0000-0000-000000000000/"},
    {"link": "/klien/?q=081234567890"},
    {"code": "gaji tidak dibayar"},
]


def test_a_leak_that_is_planted_is_found(story, secrets, cast):
    for planted in PLANTED:
        (line,) = notify([cast["wcc.cirebon"]], "referral_received", link="/rujukan/")
        assert not leaks(line, secrets)
        for name, value in planted.items():
            setattr(line, name, value)
        assert leaks(line, secrets), planted
