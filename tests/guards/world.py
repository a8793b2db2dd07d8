"""One row of every kind in Cirebon, and the address of every page of the house that shows one."""

import re
from datetime import date, timedelta

from django.urls import URLPattern, get_resolver
from django.utils import timezone

from cases import actions
from cases.models import Referral
from ltsa.access import Open, declared
from ltsa.notifications.models import Notification
from ltsa.organisations.actions import create_agency
from ltsa.organisations.models import (
    Agreement,
    Holiday,
    Letterhead,
    Organisation,
    ServiceStandard,
)
from ltsa.sheets import Row, Sheet
from ltsa.uploads import CleanFile
from services import actions as services
from services.actions.book_batches import work_batch
from services.actions.books import map_book, receive_book
from services.attendance import read_list
from services.books.columns import guess
from services.codes import ContractItem
from services.proofs import Proof
from tests.guards.mediated import mediated
from tests.guards.offered import guarded, linked_token, offered
from tests.guards.papers import papers, tied
from tests.guards.planned import planned
from tests.guards.survivor_world import survived
from villages.models import VillageRequest

# One person a role, and both sides of a referral.
PEOPLE = [
    "meja.cirebon", "konselor.cirebon", "supervisor.cirebon", "wcc.cirebon", "kader.cirebon", "admin.cirebon",
    "pemirsa", "ppdp", "sistem",
]  # fmt: skip
CASE_VERBS = ("verify", "close")
REFERRAL_VERBS = (
    "send", "accept", "decline", "start", "report_service", "return", "complete", "withdraw", "claim",
    "ask", "answer", "feedback", "ask_client",
)  # fmt: skip


def make_world(cast, make_migrant, make_case, make_referral) -> dict[str, list]:
    """{route up to its id: the ids to ask for}; everything was made by the desk of Cirebon."""
    desk, wcc = cast["meja.cirebon"], cast["wcc.cirebon"]
    client = make_migrant(
        by=desk, nik="3209145708990003", phone="081234567890", passport="C1234567", birth_date=date(1999, 8, 17)
    )  # fmt: skip
    mother = make_migrant(by=desk, full_name="Rukmini Contohsari", represents=client)
    told = {"channel": "phone", "started_at": timezone.now(), "by": desk}
    kept = services.log_session(
        migrant=client,
        kind="legal",
        outcome="follow_up",
        follow_up_on=timezone.localdate(),
        summary="Bertanya tentang kontrak.",
        topics=["safe_procedure"],
        minutes=20,
        **told,
    )
    cell = {"sex": "female", "phase": "before", "age_band": "25-35", "count": 4, "disability": 1}
    group = services.log_session(
        kind="information", outcome="enough", title="Penyuluhan desa", counts=[cell], **told
    )
    services.add_attendees(
        group, lines=read_list("Dewi Umpama; P; 30; ; ; ya", user=desk, phase="before"), by=desk
    )
    case, restricted = (
        make_case(client, by=desk),
        make_case(client, by=desk, restricted=True, types=(), account=""),
    )
    sent = make_referral(case, by=desk)
    second = make_case(client, by=desk)
    file = actions.add_file(
        second, upload=CleanFile(b"gambar", "image/jpeg"), kind="evidence", by=desk
    )
    taken = make_referral(second, by=desk, attachments=[file])
    actions.write_note(taken, "ask", text="Boleh datang Senin?", by=wcc)
    taken = actions.accept_referral(Referral.objects.get(pk=taken.pk), contact="Ibu Piket", by=wcc)
    actions.move_case(taken.case, "verify", by=desk)
    actions.move_case(taken.case, "ask_closing", reason="duplicate", by=desk)
    draft = make_referral(make_case(client, by=desk), by=desk, sent=False)
    asked = VillageRequest.objects.create(
        code="D-WORLD22",
        village_id=cast["kader.cirebon"].posting.village_id,
        district_id="32.09",
        reporter_name="Ibu Contoh",
        relation="parent",
        phone="+6281234567890",
        phone_safe="yes",
        needs="Anak belum memberi kabar.",
        consent="voice",
        created_by=cast["kader.cirebon"],
        call_due_at=timezone.now() + timedelta(hours=24),
    )
    house = Organisation.objects.get(pk=wcc.posting.organisation_id)
    pact = Agreement.objects.create(organisation=house, number="PKS/1", starts_on=date(2026, 1, 5))
    promised = ServiceStandard.objects.create(
        desk=desk.posting.organisation.service_points.filter(type="desk").first(),
        name="Informasi contoh",
        limit=30,
        starts_on=timezone.localdate(),
    )
    visit = services.take_number(standard=promised, migrant=client, by=desk)
    proved = services.record_consent(
        client, purpose="story", method="thumbprint", expires_on=services.usual_end("story"),
        proof=Proof(b"gambar", "image/jpeg"), by=desk,
    )  # fmt: skip
    line = Notification.objects.filter(user=wcc, subject=sent.pk).first()
    agency = create_agency(name="PT Contoh Karya", kind="p3mi", by=cast["admin.cirebon"])
    return {
        "impor/": _books(desk),
        **_beside(cast, client),
        **planned(cast, case, restricted),
        **papers(cast, [case, restricted, taken.case]),
        **_complained(cast, case),
        **survived(cast, make_case, make_referral, client, restricted),
        **mediated(make_case, client, desk),
        **_twice(make_migrant, client, desk),
        "perjalanan/": [
            services.add_journey(client, destination="Taiwan", agency=agency, by=desk).pk
        ],
        "direktori/p3mi/": [agency.pk],
        "kelola/p3mi/": [agency.pk],
        "kelola/keterkaitan/": [tied(cast, agency)],
        "kunci/": [_locked(cast, case)],
        "klien/": [client.pk],
        "keluarga/": [mother.represents.get().pk],
        "konseling/": [kept.pk, group.pk],
        "layanan/": [kept.pk],
        "kasus/": [case.pk, restricted.pk, taken.case_id],
        "berkas/": [file.pk],
        "lampiran/": [taken.attachments.get().pk],
        "rujukan/": [sent.pk, taken.pk, draft.pk],
        "tamu/": [linked_token(make_referral, sent.case, desk)],
        "persetujuan/": [sent.consent_id, proved.pk],
        "notifikasi/": [line.pk],
        "surel/": [line.pk],
        "desa/permintaan/": [asked.pk],
        "desa/": ["32.09.30.2007"],
        "peserta/": [group.attendances.get().pk],
        "loket/": [visit.pk],
        "kelola/standar/": [promised.pk],
        "kelola/orang/": [desk.pk],
        "kelola/tugas/": [cast["kader.cirebon"].posting.pk],
        "kelola/lembaga/": [house.pk],
        "kelola/perjanjian/": [pact.pk],
        **offered(house),
        **guarded(house, cast),
        "kelola/kantor/": [promised.desk_id],
        "kelola/hari-libur/": [
            Holiday.objects.create(district_id="32.09", on=date(2026, 12, 25), name="Natal").pk
        ],
        "kelola/surat/": ["invitation", "settlement"],
        "kelola/kop-surat/": [
            Letterhead.objects.filter(organisation=desk.posting.organisation).first().pk
        ],
    }


def _locked(cast, case):
    head = cast["supervisor.cirebon"]
    target = cast["sbmi.cirebon"]
    return actions.lock_out(case, kind="person", target=target, reason="Kerabat", by=head).pk


def _twice(make_migrant, client, desk) -> dict[str, list]:
    """Records of one person: another one of this client's, and two that were merged."""
    again, stays, goes = (make_migrant(by=desk, full_name="Sitti Contohrini") for _ in range(3))
    merged = services.merge_clients(goes, into=stays, reason="Nama sama", by=desk)
    return {f"klien/{client.pk}/gabung/": [again.pk], "gabungan/": [merged.pk]}


def _books(desk) -> list:
    """A book as it came, one that a worker has, and one that was checked: ready, wrong, and this client once more."""
    heads = ["Nama", "L/P", "Umur", "Desa", "Status", "Tgl", "Layanan", "NIK"]
    told = ["P", "27", "Gebang Kulon", "CPMI", "09/08/2026", "hukum"]
    rows = [
        Row(2, ["Orang Contoh", *told, ""]),
        Row(3, ["=1+1", *told, ""]),
        Row(4, ["Suharti Contohsari", *told, "3209145708990003"]),
    ]
    books = [receive_book(Sheet(heads, rows, []), by=desk) for _ in range(3)]
    for book in books[1:]:
        map_book(book, columns=guess(book.headers, {}), by=desk)
    while work_batch(books[2].pk):
        pass
    return [book.pk for book in books]


def _beside(cast, client) -> dict[str, list]:
    """What is planned with this client, and what else hangs on her."""
    desk, counsellor = cast["meja.cirebon"], cast["wcc.cirebon"]
    union = cast["sbmi.cirebon"].posting.organisation
    soon = timezone.now() + timedelta(hours=2)
    answers = {item.value: "unclear" for item in ContractItem}
    return {
        "janji/": [services.plan_appointment(client, at=soon, channel="phone", by=desk).pk],
        "pendampingan/": [services.open_course(client, goals=["calm"], by=counsellor).pk],
        "serikat/": [services.offer_membership(client, union=union, answer="interested", by=desk).pk],
        "perjanjian-kerja/": [services.check_contract(client, answers=answers, by=desk).pk],
    }  # fmt: skip


def _complained(cast, case) -> dict[str, list]:
    """What a complaint is about, and a type of the district's own."""
    desk = cast["meja.cirebon"]
    case.refresh_from_db()
    actions.edit_complaint(
        case, version=case.version, by=desk, reported_by="family", complainant="Ibu Umpama", complainant_phone="081234567890"
    )  # fmt: skip
    told = {"label_id": "Jenis contoh", "label_en": "Sample type", "phases": ["before"]}
    own = actions.add_case_type(
        **told, priority="normal", sensitive=False, by=cast["admin.cirebon"]
    )
    today = timezone.localdate()
    ticket = actions.add_ticket(case, system="police", number="LP/1", opened_on=today, by=desk)
    return {
        "pihak/": [actions.add_respondent(case, kind="sponsor", name="Pak Umpama", by=desk).pk],
        "tuntutan/": [actions.add_claim(case, kind="documents", text="Ijazah", by=desk).pk],
        "tiket/": [ticket.pk],
        "kelola/jenis-kasus/": [own.pk],
    }


WORDS = {
    "field": ("nik", "family_card", "passport", "phone", "code_word"),
    "name": ("people", "services", "cases", "referrals"),
    "code": ("2026-10",),
}
VERBS = {
    "kasus/": CASE_VERBS,
    "rujukan/": REFERRAL_VERBS,
    "desa/permintaan/": ("tangani", "selesai"),
    "janji/": ("keep", "cancel", "miss"),
    "rencana/": ("submit", "approve", "send_back"),
    "mediasi/": ("fail", "cancel"),
    **dict.fromkeys(("akses-darurat/", "permintaan-akses/"), ("allow", "refuse")),
    "tugas/": ("finish", "drop", "resume", "thaw"),
    "serikat/": ("interest", "decline", "register", "join", "leave"),
    "loket/": ("panggil", "selesai", "pergi"),
    "tamu/": ("accept", "decline", "ask", "report_service"),
}
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# Asked by programs, or by allauth in the middle of a ceremony that has its own tests.
ELSEWHERE = re.compile(r"^(api/|akun/pengaman/|akun/sandi/kunci/)")


def _patterns(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), entry.callback
        else:
            yield from _patterns(entry, prefix + str(entry.pattern))


def addresses(world) -> list[tuple[str, tuple]]:
    """[(address, what its view needs)] of every page; KeyError for a route with an id that the world lacks."""
    found = []
    for route, view in _patterns():
        route = (
            re.sub(r"\(\?P<(\w+)>.+\)/\$$", r"<\1>/", route).replace("^", "").removesuffix("/?$")
        )
        if not ELSEWHERE.match(route):
            found += [(f"/{path}", declared(view)) for path in _filled(route, world)]
    return found


def _filled(route: str, world) -> list[str]:
    asked = PARAMETER.search(route)
    if asked is None:
        return [route]
    before, name = route[: asked.start()], asked[1]
    top = next((top for top in sorted(VERBS, reverse=True) if before.startswith(top)), "")
    if name == "verb":
        values = VERBS[top]
    elif name in ("field", "name") or before == "laporan/":
        values = WORDS[name]
    else:
        values = world[before]
    return [
        path
        for value in values
        for path in _filled(f"{before}{value}{route[asked.end() :]}", world)
    ]


def readers(needs, cast) -> list[str]:
    """Who of the people is let in by the door; a visitor is ""."""
    if Open.PUBLIC in needs:
        return ["", "meja.cirebon"]
    if Open.SIGNED_IN in needs:
        return PEOPLE
    return [who for who in PEOPLE if cast[who].can(*needs)]
