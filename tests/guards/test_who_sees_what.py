"""Role x model x {own, partner's, other district's, restricted}: the whole table, cell by cell.

A model that holds rows about people and has no line here fails the suite.
"""

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from cases import actions
from cases.models import Case, Referral, ReferralNote
from ltsa.accounts.models import Posting, User
from ltsa.notifications.models import Notification
from ltsa.organisations.models import ServiceStandard
from services import actions as services
from services.models import Consent, CounsellingSession, DeskVisit, DocumentCheck, Migrant
from villages.models import VillageRequest

PEOPLE = [
    "meja.cirebon", "konselor.cirebon", "supervisor.cirebon", "sbmi.cirebon", "wcc.cirebon",
    "supervisor.wcc.cirebon", "uptdppa.cirebon", "kader.cirebon", "admin.cirebon",
    "meja.tulungagung", "supervisor.tulungagung", "kader.tulungagung", "admin.tulungagung",
    "pemirsa", "ppdp", "sistem",
]  # fmt: skip

# Reached only through their parents, whose visible_to is asked first; or public directory; or no rows about people.
THROUGH_PARENT = {
    "AccessGrant", "Attendance", "AttendanceCount", "BookRow", "CaseMember", "CaseNumber", "CaseType", "ColumnMapping",
    "ConsentProof", "ConsentText", "ExitAnswer", "Relationship", "VillageProfile",
}  # fmt: skip


@pytest.fixture
def rows(cast, make_migrant, make_case, make_referral):
    """One row of each kind and place; the names are those of the table below."""
    desk, wcc, far = cast["meja.cirebon"], cast["wcc.cirebon"], cast["meja.tulungagung"]
    told = {
        "channel": "face_to_face",
        "started_at": timezone.now(),
        "outcome": "enough",
    }
    ours = make_migrant(by=desk)
    theirs = make_migrant(by=wcc, full_name="Lestari Andaisari")
    distant = make_migrant(by=far, village_id=far.posting.service_point.area_id)
    case = make_case(ours, by=desk)
    opened = make_case(ours, by=desk, restricted=True, types=(), account="")
    handed = make_case(ours, by=desk, restricted=True, types=(), account="")
    actions.hand_over_case(handed, to=wcc.posting.organisation, method="witness", by=desk)
    handed = Case.objects.get(pk=handed.pk)
    sent = make_referral(case, to="sbmi.cirebon", by=desk)
    taken = make_referral(
        make_case(ours, by=desk), to="wcc.cirebon", by=desk, disclose=["identity"]
    )
    actions.accept_referral(taken, by=wcc)
    secret = make_referral(handed, to="uptdppa.cirebon", by=wcc)
    actions.write_note(sent, "answer", text="Sudah lengkap.", by=desk)
    return {
        "client of the desk": ours,
        "client of the women's centre": theirs,
        "client of the government's own crisis centre": make_migrant(
            by=cast["uptdppa.cirebon"], full_name="Sri Misalwati"
        ),
        "client of another district": distant,
        "session at the desk": services.log_session(
            migrant=ours, kind="information", by=desk, **told
        ),
        "psychosocial session": services.log_session(
            migrant=ours, kind="psychosocial", by=cast["konselor.cirebon"], **told
        ),
        "session of the women's centre": services.log_session(
            migrant=theirs, kind="legal", by=wcc, **told
        ),
        "ordinary case": case,
        "restricted case, not handed over": opened,
        "restricted case of the women's centre": handed,
        "draft to the union": make_referral(
            make_case(ours, by=desk), to="sbmi.cirebon", sent=False
        ),
        "referral to the union": sent,
        "referral taken by the women's centre": Referral.objects.get(pk=taken.pk),
        "referral of a restricted case": secret,
        "note to the union": ReferralNote.objects.get(referral=sent),
        "consent for the union": sent.consent,
        "consent of a restricted case": secret.consent,
        "inbox line of the union": Notification.objects.get(
            user=cast["sbmi.cirebon"], subject=sent.pk, kind="referral_received"
        ),
        "request of the village": _request(cast["kader.cirebon"]),
        "number at the desk": _number(desk),
        "document of the desk's client": _document(ours, desk),
        "the desk officer": desk,
        "posting of the women's centre": wcc.posting,
    }


def _number(desk) -> DeskVisit:
    office = desk.posting.organisation
    standard = ServiceStandard.objects.create(
        desk=office.service_points.filter(type="desk").first(),
        name="Informasi contoh",
        limit=30,
        starts_on=timezone.localdate(),
    )
    return services.take_number(standard=standard, by=desk)


def _document(migrant, desk) -> DocumentCheck:
    seen = {"passport": {"state": "present", "flags": [], "valid_until": None}}
    services.check_documents(migrant, seen=seen, version=0, by=desk)
    return migrant.documents.get()


def _request(kader) -> VillageRequest:
    return VillageRequest.objects.create(
        code="D-GUARD22",
        village_id=kader.posting.village_id,
        district_id=kader.posting.district_id,
        reporter_name="Ibu Contoh",
        relation="parent",
        phone_safe="yes",
        needs="Anak belum memberi kabar.",
        consent="voice",
        created_by=kader,
        call_due_at=timezone.now() + timedelta(hours=24),
    )


DESK, MRC, HEAD = "meja.cirebon", "konselor.cirebon", "supervisor.cirebon"
UNION, WCC, WCC_HEAD, UPTD = (
    "sbmi.cirebon",
    "wcc.cirebon",
    "supervisor.wcc.cirebon",
    "uptdppa.cirebon",
)
KADER, ADMIN = "kader.cirebon", "admin.cirebon"
FAR, FAR_HEAD, FAR_ADMIN = "meja.tulungagung", "supervisor.tulungagung", "admin.tulungagung"

SEEN = {
    (Migrant, "client of the desk"): {DESK, MRC, HEAD, WCC, WCC_HEAD, ADMIN},
    (Migrant, "client of the women's centre"): {WCC, WCC_HEAD},
    (Migrant, "client of the government's own crisis centre"): {UPTD},
    (Migrant, "client of another district"): {FAR, FAR_HEAD, "konselor.tulungagung", FAR_ADMIN},
    (CounsellingSession, "session at the desk"): {DESK, HEAD},
    (CounsellingSession, "psychosocial session"): {MRC, HEAD},
    (CounsellingSession, "session of the women's centre"): {WCC, WCC_HEAD},
    (Case, "ordinary case"): {DESK, HEAD, ADMIN},
    (Case, "restricted case, not handed over"): {HEAD},
    (Case, "restricted case of the women's centre"): {WCC, WCC_HEAD},
    (Referral, "draft to the union"): {DESK, HEAD},
    (Referral, "referral to the union"): {DESK, HEAD, UNION, ADMIN},
    (Referral, "referral taken by the women's centre"): {DESK, HEAD, WCC, WCC_HEAD, ADMIN},
    (Referral, "referral of a restricted case"): {WCC, WCC_HEAD, UPTD},
    (ReferralNote, "note to the union"): {DESK, HEAD, UNION},
    (Consent, "consent for the union"): {DESK, MRC, HEAD, UNION},
    (Consent, "consent of a restricted case"): {WCC, WCC_HEAD, UPTD},
    (Notification, "inbox line of the union"): {UNION},
    (VillageRequest, "request of the village"): {KADER, DESK, HEAD},
    (DeskVisit, "number at the desk"): {DESK, HEAD},
    (DocumentCheck, "document of the desk's client"): {DESK, MRC, HEAD},
    (User, "the desk officer"): {DESK, HEAD, ADMIN},
    (Posting, "posting of the women's centre"): {WCC, WCC_HEAD, ADMIN},
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


def test_every_model_about_people_has_a_line():
    about_people = {
        model
        for app in ("services", "cases", "villages")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.endswith("Event")
    }
    missing = {model.__name__ for model in about_people} - {model.__name__ for model, _ in SEEN}
    assert missing == THROUGH_PARENT


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
    assert case.get_state_display() in page
    assert str(case.migrant) not in page
    assert str(case.migrant_id) not in page
