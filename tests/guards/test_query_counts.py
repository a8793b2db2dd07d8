"""How many SQL statements a page takes, and that no row of a list adds one.

The goal: a list takes at most 5 and a detail page at most 7 beside the frame that every page
has: the session, the person with her posting, her unread lines. A new person takes at most 10. The numbers below are today's: who adds a statement meets it here, who saves one writes the smaller number down.
"""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases import actions
from cases.models import CaseMember
from ltsa.accounts.models import User
from services import actions as services
from tests.guards.mediated import dispute_further, disputed
from tests.guards.planned import plan_further
from villages.models import VillageRequest

# Who asks and why goes to the history triggers in front of each write.
HISTORY_CONTEXT = re.compile(r"^SELECT set_config\('pghistory\.context_id'.*?, true\); ", re.DOTALL)

# (page, who asks, SQL statements with the frame; one of a list is its line in the trail)
LISTS = [
    ("/klien/", "meja.cirebon", 5),
    ("/klien/", "admin.cirebon", 5),
    ("/konseling/", "meja.cirebon", 6),
    ("/kasus/", "meja.cirebon", 7),
    ("/kasus/", "wcc.cirebon", 7),
    ("/rujukan/?tampil=semua", "meja.cirebon", 6),
    ("/rujukan/", "wcc.cirebon", 7),
    ("/notifikasi/", "wcc.cirebon", 4),
    ("/layanan/", "meja.cirebon", 7),
    ("/kasus/beban/", "supervisor.cirebon", 12),
    ("/akses-darurat/", "supervisor.cirebon", 6),
    ("/akses-darurat/", "ppdp", 6),
    ("/beranda/", "meja.cirebon", 11),
    ("/beranda/", "wcc.cirebon", 11),
    ("/desa/", "meja.cirebon", 4),
    ("/desa/permintaan/", "meja.cirebon", 5),
    ("/desa/?kabupaten=32.09", "", 4),
    ("/direktori/?kabupaten=32.09", "", 5),
]
DETAILS = [
    ("/konseling/{session}/", "meja.cirebon", 9),
    ("/konseling/{session}/tanda-terima/", "meja.cirebon", 5),
    ("/klien/{client}/", "meja.cirebon", 7),
    ("/klien/{client}/", "wcc.cirebon", 8),
    ("/kasus/{case}/", "meja.cirebon", 11),
    ("/kasus/{case}/riwayat/", "meja.cirebon", 9),
    ("/rujukan/{referral}/", "meja.cirebon", 10),  # whether anybody there can answer
    ("/rujukan/{referral}/", "wcc.cirebon", 10),  # whether she has a case to refer her on from
    ("/mediasi/{mediation}/", "meja.cirebon", 10),
    ("/rencana/{plan}/", "meja.cirebon", 7),
]
# (form, what is typed, SQL statements of the save)
CREATES = [
    (
        "/klien/baru/",
        {
            "full_name": "Wagiyem Karangan", "sex": "female", "age_band": "25-35", "village": "32.09.30.2007",
            "client_type": "prospective", "phase": "before", "consent": "named",
        },
        11,  # nine beside the frame: her consent is a row of its own
    ),
    (
        "/klien/{client}/konseling/",
        {
            "channel": "phone", "kind": "legal", "started_at": "01/10/2026 09.00", "outcome": "enough",
            "from_paper": "on", "identity_check": "not_checked", "consent_read": "True",
        },
        9,
    ),
    (
        "/layanan/",
        {
            "who": "new", "full_name": "Paijem Karangan", "consent": "named", "sex": "female", "age": "27",
            "village": "32.09.30.2007", "client_type": "prospective", "kind": "legal", "outcome": "enough",
            "channel": "face_to_face", "started_at": "01/10/2026 09.00", "from_paper": "on", "do": "save",
        },
        15,
    ),
    (
        "/klien/{client}/kasus/",
        {"primary_type": "KRJ01", "account": "Gaji tiga bulan.", "reported_by": "self"},
        20,  # its clock of three working days with two steps is seven of them; its number is drawn and looked up
    ),
    (
        "/kasus/{case}/rujuk/",
        {
            "to": "{union}", "services": ["legal"], "priority": "normal", "needs": "Perlu pendamping.",
            "disclose": ["identity"], "consent_given": "on", "method": "signature", "expires_on": "{soon}",
        },
        15,  # the case is held while it is written
    ),
]  # fmt: skip


def statements(ask, *told, expected: int = 200) -> list[str]:
    """What one request asks of the database, without what only the test's own transaction adds.

    A savepoint is a BEGIN in production; the session is moved on once a minute.
    """
    with CaptureQueriesContext(connection) as caught:
        answer = ask(*told)
    assert answer.status_code == expected
    extra = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO", 'UPDATE "django_session"')
    asked = [HISTORY_CONTEXT.sub("", one["sql"]) for one in caught]
    return [sql for sql in asked if not sql.startswith(extra)]


@pytest.fixture
def grow(cast, make_migrant, make_case, make_referral):
    """`grow()` adds three of everything that the lists show, all on one client where a detail page lists it."""
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    client = make_migrant(by=desk, phone="081234567890", nik="3209145708990003")
    case = make_case(client, by=desk)
    referral = make_referral(case, by=desk)
    referral = actions.accept_referral(referral, contact="Ibu Piket", by=wcc)

    held = disputed(make_case, client, desk)
    crowd = list(User.objects.exclude(pk=desk.pk)[:6])

    def more():
        for n in range(3):
            other = make_case(make_migrant(by=desk), by=desk, next_action_on=timezone.localdate())
            make_referral(other, by=desk, to="wcc.cirebon")
            CaseMember.objects.create(case=case, user=crowd.pop(), added_by=desk)
            for migrant in (client, other.migrant):
                services.log_session(
                    migrant=migrant,
                    kind="legal",
                    channel="phone",
                    started_at=timezone.now(),
                    outcome="follow_up",
                    follow_up_on=timezone.localdate(),
                    by=desk,
                )
            soon = timezone.now() + timedelta(hours=n)
            for migrant in (client, other.migrant):
                services.plan_appointment(migrant, at=soon, channel="phone", by=desk)
            services.offer_membership(
                client, association=f"Paguyuban {n}", answer="offered", by=desk
            )
            services.check_contract(client, answers={"wage": "no"}, by=desk)
            make_case(client, by=desk)
            today = timezone.localdate()
            actions.add_step(case, text=f"Tugas {n}.", who=desk, due_on=today, by=desk)
            dispute_further(held, by=desk)
            plan = plan_further(case, by=desk)
            actions.assess(case, "needs_risk", answers={"suicide": "no"}, by=desk)
            make_case(make_migrant(by=wcc), by=wcc, next_action_on=timezone.localdate())
            actions.write_note(referral, "ask", text=f"Pertanyaan {n}", by=wcc)
            actions.add_note(case, text=f"Ditelepon {n}.", by=desk)
            actions.ask_glass(
                code=case.code,
                reason="Ada ancaman, perlu nomor aman.",
                by=cast["konselor.cirebon" if more.ids else "meja.cirebon"],
            )
            actions.write_note(referral, "answer", text=f"Jawaban {n}", by=desk)
            VillageRequest.objects.create(
                code=f"D-{uuid.uuid4().hex[:7].upper()}",
                village_id=cast["kader.cirebon"].posting.village_id,
                district_id="32.09",
                reporter_name="Ibu Contoh",
                relation="parent",
                phone_safe="yes",
                needs="Belum ada kabar.",
                consent="voice",
                created_by=cast["kader.cirebon"],
                call_due_at=timezone.now() + timedelta(hours=24),
            )
        more.ids = {"mediation": held.mediation_id, "plan": plan.pk, **more.ids}

    more.ids = {}
    more()
    session = client.sessions.first()
    more.ids |= {
        "client": client.pk,
        "case": case.pk,
        "referral": referral.pk,
        "session": session.pk,
    }
    return more


@pytest.fixture(autouse=True)
def _within_a_minute(monkeypatch):
    """The one write a minute that keeps her signed in falls into no measurement by chance."""
    monkeypatch.setattr("ltsa.accounts.middleware.stay_signed_in", lambda session: None)


def test_no_page_takes_more_statements_than_written_and_no_row_adds_one(grow, signed_in):
    wrong = {}
    measured = {}
    for path, who, most in LISTS + DETAILS:
        client, address = signed_in(who), path.format(**grow.ids)
        client.get(address)  # what is asked once a process or once a minute
        measured[path, who] = statements(client.get, address)
        if len(measured[path, who]) > most:
            wrong[path, who] = (len(measured[path, who]), f"more than {most}")
    grow()
    for (path, who), before in measured.items():
        after = statements(signed_in(who).get, path.format(**grow.ids))
        if len(after) != len(before):
            wrong[path, who, "rows"] = (len(before), len(after))
    assert wrong == {}


def test_a_save_takes_no_more_statements_than_written(grow, signed_in, cast):
    soon = timezone.localdate() + timedelta(days=30)
    known = grow.ids | {
        "union": cast["sbmi.cirebon"].posting.organisation_id,
        "soon": f"{soon:%d/%m/%Y}",
    }
    client, wrong = signed_in("meja.cirebon"), {}
    for path, typed, most in CREATES:
        address = path.format(**known)
        body = {name: v.format(**known) if isinstance(v, str) else v for name, v in typed.items()}
        body["idempotency_key"] = str(uuid.uuid4())
        client.get(address)
        caught = statements(client.post, address, body, expected=302)
        if len(caught) > most:
            wrong[path] = len(caught)
    assert wrong == {}
