"""Role x model x {own, partner's, other district's, restricted}: the whole table, cell by cell.

A model that holds rows about people and has no line here fails the suite.
"""

import pytest
from django.apps import apps
from django.utils import timezone

from cases.models import (
    AccessRequest,
    BreakGlass,
    Case,
    CaseFile,
    ClientFeedback,
    DeletionRequest,
    OutsideLink,
    OutsideView,
    Referral,
    ReferralFile,
    ReferralNote,
    ReportDecision,
)
from ltsa.accounts.models import AccountReset, PersonAct, Posting, SupervisorProposal, User
from ltsa.clocks.models import Clock
from ltsa.letters.models import Letter
from ltsa.notifications.models import Notification
from services.models import (
    Appointment,
    BookImport,
    Consent,
    ContractCheck,
    CounsellingSession,
    DeskVisit,
    DocumentCheck,
    Journey,
    Merge,
    Migrant,
    PsychosocialCourse,
    UnionMembership,
)
from tests.guards.case_rows import parts_of, survivor_parts_of
from tests.guards.rows import make_rows
from villages.models import VillageRequest

PEOPLE = [
    "meja.cirebon", "konselor.cirebon", "supervisor.cirebon", "sbmi.cirebon", "wcc.cirebon",
    "supervisor.wcc.cirebon", "uptdppa.cirebon", "kader.cirebon", "admin.cirebon",
    "meja.tulungagung", "supervisor.tulungagung", "kader.tulungagung", "admin.tulungagung",
    "pemirsa", "ppdp", "ppdp.cirebon", "sistem",
]  # fmt: skip

# Reached only through their parents, whose visible_to is asked first; or public directory; or no rows about people.
THROUGH_PARENT = {
    "AccessGrant", "Attendance", "AttendanceCount", "BookRow", "CaseFileContent", "CaseMember", "CaseType", "ColumnMapping",
    "ConsentProof", "ConsentText", "ExitAnswer", "Relationship", "VillageProfile",
}  # fmt: skip


# Parts of a case: whoever reads the case's content, and nobody who sees its line alone.
PARTS = {
    "ActionPlan", "ActionStep", "Assessment", "CaseClosing", "CaseFile", "CaseNote", "Claim", "ConflictLock", "ExternalTicket",
    "Hearing", "Invitation", "Mediation", "Promise", "Recovery", "Respondent",
}  # fmt: skip
SURVIVOR_PARTS = {"BreakGlass", "Incident", "ReportDecision", "SafetyPlan"}
# Parts of a referral that are its sender's alone; test_parts_of_a_referral_are_its_senders asks each of them.
REFERRAL_PARTS = {
    "ClientFeedback",
    "OutsideLink",
    "OutsideView",
    "ReferralFile",
    "ReferralShare",
}


@pytest.fixture
def rows(cast, make_migrant, make_case, make_referral):
    return make_rows(cast, make_migrant, make_case, make_referral)


DESK, MRC, HEAD = "meja.cirebon", "konselor.cirebon", "supervisor.cirebon"
UNION, WCC, WCC_HEAD, UPTD = (
    "sbmi.cirebon",
    "wcc.cirebon",
    "supervisor.wcc.cirebon",
    "uptdppa.cirebon",
)
KADER, ADMIN = "kader.cirebon", "admin.cirebon"
OFFICERS = {"ppdp", "ppdp.cirebon"}
FAR, FAR_HEAD, FAR_ADMIN = "meja.tulungagung", "supervisor.tulungagung", "admin.tulungagung"

SEEN = {
    (Migrant, "client of the desk"): {DESK, MRC, HEAD, WCC, WCC_HEAD, ADMIN},
    (Migrant, "client of the women's centre"): {WCC, WCC_HEAD},
    (Migrant, "client of the government's own crisis centre"): {UPTD},
    (Migrant, "client of another district"): {FAR, FAR_HEAD, "konselor.tulungagung", FAR_ADMIN},
    (CounsellingSession, "session at the desk"): {DESK, HEAD},
    (CounsellingSession, "psychosocial session"): {MRC, HEAD},
    (CounsellingSession, "session of the women's centre"): {WCC, WCC_HEAD},
    (Merge, "merge at the desk"): {DESK, MRC, HEAD},
    (Case, "ordinary case"): {DESK, HEAD, ADMIN},
    # Nobody is on its team: whoever may take it on reads code, priority and clock (tests/cases/actions/test_team.py).
    (Case, "restricted case, not handed over"): set(),
    (Case, "restricted case of the women's centre"): {WCC, WCC_HEAD},
    (Referral, "draft to the union"): {DESK, HEAD},
    (Referral, "referral to the union"): {DESK, HEAD, UNION, ADMIN},
    (Referral, "referral taken by the women's centre"): {DESK, HEAD, WCC, WCC_HEAD, ADMIN},
    (Referral, "referral of a restricted case"): {WCC, WCC_HEAD, UPTD},
    (ReferralNote, "note to the union"): {DESK, HEAD, UNION},
    (Consent, "consent for the union"): {DESK, MRC, HEAD, UNION},
    (Consent, "consent of a restricted case"): {WCC, WCC_HEAD, UPTD},
    # Who asked her, her supervisor, and the house it lets in: not the desk beside her.
    (Consent, "consent to hand over a restricted case"): {DESK, HEAD, WCC, WCC_HEAD},
    (Consent, "consent to be recorded"): {DESK, MRC, HEAD},
    (DeletionRequest, "deletion asked of the women's centre"): {
        DESK,
        HEAD,
        WCC,
        WCC_HEAD,
        *OFFICERS,
    },
    (DeletionRequest, "deletion of a restricted case that went home"): {
        WCC,
        WCC_HEAD,
        *OFFICERS,
    },
    # Codes alone: who asked, whoever could decide in the house, and the data protection officer.
    (AccessRequest, "request to join a team"): {MRC, HEAD, "ppdp.cirebon"},
    (Notification, "inbox line of the union"): {UNION},
    (Letter, "letter of the desk"): {DESK, HEAD},
    # Reached through its case alone, whose team is asked first.
    (Letter, "letter about a restricted case of the women's centre"): set(),
    (VillageRequest, "request of the village"): {KADER, DESK, HEAD},
    (DeskVisit, "number at the desk"): {DESK, HEAD},
    (DocumentCheck, "document of the desk's client"): {DESK, MRC, HEAD},
    (Appointment, "appointment at the desk"): {DESK, HEAD},
    (Appointment, "appointment of the counsellor"): {MRC, HEAD},
    (PsychosocialCourse, "course of the counsellor"): {MRC, HEAD},
    (PsychosocialCourse, "course of the women's centre"): {WCC, WCC_HEAD},
    (UnionMembership, "offer of the union"): {DESK, MRC, HEAD},
    (UnionMembership, "member of the union"): {WCC, WCC_HEAD, UNION},
    # The women's centre has a case of hers that was handed over with all groups.
    (Journey, "journey noted at the desk"): {DESK, MRC, HEAD, WCC, WCC_HEAD},
    (Journey, "journey noted at the women's centre"): {WCC, WCC_HEAD},
    (ContractCheck, "contract read at the desk"): {DESK, MRC, HEAD},
    (BookImport, "book of the desk"): {DESK, HEAD},
    (Clock, "clock of the desk"): {DESK, HEAD},
    (Clock, "private clock of the desk"): {DESK},
    (User, "the desk officer"): {DESK, HEAD, ADMIN} | OFFICERS,
    (Posting, "posting of the women's centre"): {WCC, WCC_HEAD, ADMIN} | OFFICERS,
    (PersonAct, "invitation into the women's centre"): {WCC_HEAD} | OFFICERS,
    (AccountReset, "reset of the companion"): {WCC, WCC_HEAD} | OFFICERS,
    (SupervisorProposal, "proposal for the union"): {ADMIN} | OFFICERS,
}


def test_everyone_sees_exactly_what_the_table_says(rows, cast):
    wrong = {}
    for (model, name), expected in SEEN.items():
        seen = {
            who
            for who in PEOPLE
            if model.objects.visible_to(cast[who]).filter(pk=rows[name].pk).exists()
        }
        if seen != expected & set(PEOPLE):
            wrong[name] = {"also": seen - expected, "missing": expected & set(PEOPLE) - seen}
    assert wrong == {}


def test_the_two_sides_of_the_list_of_referrals_hold_just_what_is_visible(rows, cast):
    for who in PEOPLE:
        sides = Referral.objects.sides(cast[who])
        held = {pk for side in sides for pk in side.values_list("pk", flat=True)}
        seen = Referral.objects.visible_to(cast[who]).values_list("pk", flat=True)
        assert held == set(seen), who


def test_every_model_about_people_has_a_line():
    about_people = {
        model
        for app in ("services", "cases", "villages")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.endswith("Event")
    }
    missing = {model.__name__ for model in about_people} - {model.__name__ for model, _ in SEEN}
    assert missing == THROUGH_PARENT | PARTS | SURVIVOR_PARTS | REFERRAL_PARTS


def _seers(cast, row) -> set:
    seen = type(row).objects.visible_to
    return {who for who in PEOPLE if seen(cast[who]).filter(pk=row.pk).exists()}


def test_rule_1_every_part_of_a_restricted_case_is_seen_by_its_named_team_alone(rows, cast):
    wcc = cast["wcc.cirebon"]
    case = rows["restricted case of the women's centre"]
    parts = parts_of(case, by=wcc) | survivor_parts_of(case, by=wcc)
    assert {model.__name__ for model in parts} == PARTS | SURVIVOR_PARTS
    expected = {model: {WCC, WCC_HEAD} for model in parts}
    # The decision on reporting: her assigned worker and the supervisor; without an owner all of the team.
    expected[ReportDecision] = {WCC, WCC_HEAD}
    # A request to read in an emergency: who asked, the supervisor, and the data protection officer.
    expected[BreakGlass] = {WCC, WCC_HEAD, *OFFICERS}
    assert {model: _seers(cast, row) for model, row in parts.items()} == expected


def test_every_part_of_an_ordinary_case_is_seen_by_whoever_reads_its_content(rows, cast):
    parts = parts_of(rows["ordinary case"], by=cast["meja.cirebon"])
    expected = {model: {DESK, HEAD} for model in parts}
    assert {model: _seers(cast, row) for model, row in parts.items()} == expected


def test_parts_of_a_referral_are_its_senders(rows, cast):
    desk, sent = cast["meja.cirebon"], rows["referral to the union"]
    file = parts_of(sent.case, by=desk)[CaseFile]
    link = OutsideLink.objects.create(
        referral=sent,
        way="print",
        token_digest="a",
        pin_hash="b",
        made_by=desk,
        expires_at=timezone.now(),
    )
    parts = [
        sent.shares.get(),
        ReferralFile.objects.create(referral=sent, file=file, by=desk),
        ClientFeedback.objects.create(referral=sent, helped="yes", how="phone", by=desk),
        link,
        OutsideView.objects.create(link=link, what="made"),
    ]
    assert {type(row).__name__ for row in parts} == REFERRAL_PARTS
    assert {type(row).__name__: _seers(cast, row) for row in parts} == {
        name: {DESK, HEAD} for name in REFERRAL_PARTS
    }


ADDRESSES = {
    "client of the desk": "/klien/{pk}/",
    "client of another district": "/klien/{pk}/",
    "client of the women's centre": "/klien/{pk}/",
    "ordinary case": "/kasus/{pk}/",
    "restricted case of the women's centre": "/kasus/{pk}/",
    "referral to the union": "/rujukan/{pk}/",
    "referral of a restricted case": "/rujukan/{pk}/",
    "session at the desk": "/konseling/{pk}/",
    "psychosocial session": "/konseling/{pk}/",
    "appointment at the desk": "/janji/{pk}/",
    "course of the counsellor": "/pendampingan/{pk}/",
    "course of the women's centre": "/pendampingan/{pk}/",
    "offer of the union": "/serikat/{pk}/",
    "journey noted at the desk": "/perjalanan/{pk}/",
    "journey noted at the women's centre": "/perjalanan/{pk}/",
    "contract read at the desk": "/perjanjian-kerja/{pk}/",
    "book of the desk": "/impor/{pk}/",
}
# She opened it: code and state, nothing more (domain 4 rule 2).
KNOWN = {("restricted case of the women's centre", DESK)}


def test_a_page_answers_404_to_whoever_may_not_see_the_row(rows, signed_in):
    wrong = {}
    expected = {name: people for (_, name), people in SEEN.items()}
    for who in PEOPLE:
        for name, address in ADDRESSES.items():
            answer = signed_in(who).get(address.format(pk=rows[name].pk)).status_code
            allowed = who in expected[name] or (name, who) in KNOWN
            if answer not in ((200,) if allowed else (403, 404)):
                wrong[name, who] = answer
    assert wrong == {}


def test_rule_1_a_restricted_case_stands_in_nobody_elses_list_search_or_title(rows, as_user):
    case = rows["restricted case of the women's centre"]
    for who in PEOPLE:
        if who in (WCC, WCC_HEAD, DESK):
            continue
        client = as_user(who)
        for answer in (
            client.get("/kasus/?tampil=semua"),
            client.get("/beranda/"),
            client.get("/notifikasi/"),
            client.post("/cari/", {"q": case.code}),
            client.get(f"/klien/{case.migrant_id}/"),
        ):
            shown = answer.content.decode().replace(f"“{case.code}”", "")
            assert case.code not in shown, (who, answer.request["PATH_INFO"])


def test_rule_2_after_handing_over_the_officer_sees_code_and_state_and_nothing_more(rows, as_user):
    case = rows["restricted case of the women's centre"]
    page = as_user(DESK).get(f"/kasus/{case.pk}/").content.decode()
    assert case.code in page
    assert "Ditangani" in page
    assert case.get_state_display() not in page
    assert str(case.migrant) not in page
    assert str(case.migrant_id) not in page
