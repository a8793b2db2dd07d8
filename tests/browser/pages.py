"""Every page there is: who looks at it, and where it is. `{client}` and the like are filled in from the demo's rows."""

from typing import NamedTuple

from django.db.models import Count
from django.utils import timezone

from cases.models import (
    ActionStep,
    Assessment,
    Case,
    Incident,
    Mediation,
    Recovery,
    Referral,
    SafetyPlan,
)
from ltsa.accounts.models import Posting, User
from ltsa.notifications.models import Notification
from ltsa.organisations.models import Agency, Organisation, ServicePoint, ServiceStandard
from services.models import (
    Appointment,
    Attendance,
    Consent,
    ContractCheck,
    CounsellingSession,
    DeskVisit,
    Journey,
    Merge,
    Migrant,
    PsychosocialCourse,
    Relationship,
    UnionMembership,
)
from tests.browser.recent import handed_over_lately
from villages.models import VillageRequest


class Page(NamedTuple):
    """`press` names the button that shows the page's other face: a form with its errors, a result."""

    path: str
    who: str = ""  # nobody is signed in
    press: str = ""
    status: int = 200

    def __str__(self) -> str:
        return f"{self.who or 'visitor'} {self.path} {self.press}".strip()


def of(who: str, *paths: str | tuple[str, str]) -> list[Page]:
    return [
        Page(path[0], who, path[1]) if isinstance(path, tuple) else Page(path, who)
        for path in paths
    ]


PAGES = [
    *of("", "/", "/masuk/", ("/masuk/", "Masuk"), "/direktori/", "/privasi/", "/desa/"),
    *of("", "/desa/{village}/", "/surel/", "/surel/{mail}/", "/akun/daftar/"),
    *of("", "/akun/sandi/lupa/", "/akun/sandi/lupa/terkirim/", "/akun/nonaktif/"),
    *of("meja.cirebon", "/beranda/", "/klien/", ("/klien/", "Cari"), "/klien/baru/"),
    *of("meja.cirebon", ("/klien/baru/", "Simpan klien"), "/klien/{client}/"),
    *of("meja.cirebon", "/klien/{client}/ubah/", "/klien/{client}/keluarga/"),
    *of("meja.cirebon", "/klien/{client}/cetak/", "/keluarga/{tie}/"),
    *of("meja.cirebon", "/klien/terdaftar/", ("/klien/terdaftar/", "Periksa")),
    *of("meja.cirebon", "/klien/{twice}/gabung/", "/klien/{twice}/gabung/{again}/"),
    *of("meja.cirebon", ("/klien/{twice}/gabung/{again}/", "Gabungkan")),
    *of("meja.cirebon", "/klien/{merged}/", "/gabungan/{merge}/urungkan/"),
    *of("meja.cirebon", "/klien/{client}/tampilkan/phone/", "/klien/{client}/konseling/"),
    *of("meja.cirebon", ("/klien/{client}/konseling/", "Simpan konseling"), "/konseling/"),
    *of("meja.cirebon", "/layanan/", ("/layanan/", "Cari"), "/layanan/{talk}/keluarga/"),
    *of("meja.cirebon", "/konseling/{talk}/tanda-terima/", "/konseling/{talk}/perbaiki/"),
    *of("meja.cirebon", "/konseling/{talk}/batalkan/"),
    *of("meja.cirebon", "/konseling/kelompok/", "/konseling/{session}/", "/kasus/"),
    *of("meja.cirebon", "/klien/{client}/kasus/", ("/klien/{client}/kasus/", "Buka kasus")),
    *of("meja.cirebon", "/kasus/?tampil=semua", "/kasus/{case}/", "/kasus/{case}/rujuk/"),
    *of("meja.cirebon", ("/kasus/{case}/rujuk/", "Lihat dulu yang akan dikirim")),
    *of("meja.cirebon", "/kasus/{case}/berkas/", "/kasus/{known}/", "/kasus/{fresh}/"),
    *of("meja.cirebon", "/kasus/{case}/pindah/"),
    *of("meja.cirebon", ("/kasus/{case}/pindah/", "Lihat dulu yang akan dikirim")),
    *of("meja.cirebon", "/kasus/{begun}/selesai/"),
    *of("meja.cirebon", ("/kasus/{begun}/selesai/", "Nyatakan selesai")),
    *of("supervisor.cirebon", "/kasus/{resolved}/tutup/", "/kasus/{closed}/"),
    *of("supervisor.cirebon", ("/kasus/{resolved}/tutup/", "Tutup kasus")),
    *of("sbmi.cirebon", "/kasus/ditutup-sendiri/"),
    *of("meja.cirebon", "/kasus/{fresh}/serahkan/", "/kasus/diserahkan/", "/rujukan/"),
    *of("meja.cirebon", "/rujukan/{outside}/tautan/", "/rujukan/{outside}/jawaban/"),
    *of("meja.cirebon", ("/rujukan/{outside}/tautan/", "Buat tautan tamu")),
    *of("meja.cirebon", ("/rujukan/{outside}/jawaban/", "Catat jawaban")),
    *of("", "/tamu/tautan/", ("/tamu/tautan/", "Buka"), "/tamu/selesai/decline/"),
    *of("meja.cirebon", "/rujukan/{sent}/tawarkan/"),
    *of("meja.cirebon", ("/rujukan/{sent}/tawarkan/", "Lihat dulu yang akan dikirim")),
    *of("meja.cirebon", "/rujukan/{sent}/", "/persetujuan/{consent}/cabut/", "/notifikasi/"),
    *of("meja.cirebon", "/persetujuan/{consent}/", "/persetujuan/{consent}/kartu/"),
    *of("meja.cirebon", "/klien/{client}/persetujuan/baru/?untuk=referral"),
    *of("meja.cirebon", ("/klien/{client}/persetujuan/baru/", "Simpan jawaban")),
    *of("meja.cirebon", "/dasbor/", "/desa/permintaan/", "/desa/permintaan/{request}/"),
    *of("meja.cirebon", "/cari/", "/akun/", "/akun/pemberitahuan/", "/akun/sandi/ganti/"),
    *of("meja.cirebon", "/akun/sesi/", "/akun/pengaman/", "/surel/"),
    *of("meja.cirebon", "/klien/{client}/perjalanan/", "/perjalanan/{journey}/"),
    *of("meja.cirebon", ("/klien/{client}/perjalanan/", "Simpan perjalanan")),
    *of("meja.cirebon", "/perjalanan/{journey}/ubah/", "/direktori/p3mi/"),
    *of("meja.cirebon", "/direktori/p3mi/?q=contoh", "/direktori/p3mi/{agency}/"),
    *of("meja.cirebon", "/klien/{client}/janji/", ("/klien/{client}/janji/", "Simpan janji")),
    *of("meja.cirebon", "/janji/{planned}/", "/janji/{planned}/ubah/", "/janji/{planned}/catat/"),
    *of("meja.cirebon", "/janji/{missed}/", "/klien/{client}/serikat/", "/serikat/{interested}/"),
    *of("meja.cirebon", "/serikat/{interested}/langkah/register/", "/serikat/{member}/"),
    *of("meja.cirebon", "/klien/{client}/perjanjian-kerja/", "/perjanjian-kerja/{contract}/"),
    *of("konselor.cirebon", "/klien/{client}/pendampingan/", "/pendampingan/{course}/"),
    *of("konselor.cirebon", "/pendampingan/{course}/catat/", "/pendampingan/{course}/tutup/"),
    *of("konselor.cirebon", "/pendampingan/{course}/ubah/", "/beranda/"),
    *of("meja.cirebon", "/impor/", ("/impor/", "Unggah buku")),
    *of("meja.cirebon", "/kasus/{case}/rencana/", ("/kasus/{case}/rencana/", "Simpan rencana")),
    *of("meja.cirebon", "/tugas/{task}/", "/kasus/{case}/tugas/"),
    *of("meja.cirebon", ("/kasus/{case}/tugas/", "Simpan tugas"), "/penilaian/{rated}/"),
    *of("meja.cirebon", "/kasus/{case}/penilaian/risiko/", "/kasus/{case}/penilaian/penapisan/"),
    *of("wcc.cirebon", "/beranda/", "/rujukan/", "/rujukan/{incoming}/", "/kasus/"),
    *of("wcc.cirebon", "/rujukan/{incoming}/decline/", "/rujukan/{incoming}/ask/"),
    *of("wcc.cirebon", ("/rujukan/{incoming}/decline/", "Tolak"), "/kasus/{restricted}/"),
    *of("wcc.cirebon", "/rujukan/{accepted}/", "/kasus/{explained}/batas/"),
    *of("wcc.cirebon", ("/kasus/{explained}/batas/", "Simpan jawaban")),
    *of("wcc.cirebon", "/kasus/{explained}/cerita/", "/kasus/{explained}/jenis/"),
    *of("wcc.cirebon", "/kasus/{explained}/kejadian/", "/kasus/{explained}/rencana-aman/"),
    *of("wcc.cirebon", ("/kasus/{explained}/kejadian/", "Simpan kejadian")),
    *of("supervisor.cirebon", "/kasus/{case}/kunci/", "/kelola/keterkaitan/"),
    *of("supervisor.cirebon", "/kelola/keterkaitan/baru/", "/piket/", ("/piket/baru/", "Simpan")),
    *of("supervisor.cirebon", "/mediasi/{broken}/", "/mediasi/{broken}/rekomendasi/"),
    *of("supervisor.cirebon", "/mediasi/{invited}/", "/mediasi/{invited}/undang/"),
    *of("supervisor.cirebon", "/mediasi/{invited}/pertemuan/", "/undangan/{invitation}/sampai/"),
    *of("supervisor.cirebon", ("/mediasi/{invited}/pertemuan/", "Simpan")),
    *of("supervisor.cirebon", "/sidang/{hearing}/tanda-tangan/", "/kesepakatan/{promise}/bayar/"),
    *of("supervisor.cirebon", "/perolehan/{recovery}/batal/", "/kasus/{mediable}/mediasi/"),
    *of("supervisor.cirebon", ("/kasus/{mediable}/mediasi/", "Ajukan mediasi")),
    *of("supervisor.cirebon", "/kasus/{mediable}/perolehan/", "/kasus/{mediable}/"),
    *of("wcc.cirebon", "/kejadian/{act}/", "/kejadian/{act}/ubah/", "/rencana-aman/{plan}/"),
    *of("supervisor.wcc.cirebon", "/kasus/{explained}/lapor/", "/kasus/{explained}/"),
    *of("supervisor.wcc.cirebon", ("/kasus/{explained}/lapor/", "Simpan keputusan")),
    *of("meja.cirebon", "/kasus/{complained}/", "/kasus/{complained}/pengaduan/"),
    *of("meja.cirebon", "/kasus/{complained}/pihak/", "/kasus/{complained}/tuntutan/"),
    *of("meja.cirebon", "/kasus/{complained}/tiket/", "/kasus/{complained}/jenis/"),
    *of("meja.cirebon", ("/kasus/{complained}/tuntutan/", "Simpan"), "/tuntutan/{claim}/"),
    *of("meja.cirebon", "/tiket/{ticket}/", "/pihak/{party}/", "/rencana/{agreed}/"),
    *of("meja.cirebon", "/kasus/{verifying}/", "/kasus/{verifying}/ajukan-tutup/"),
    *of("meja.cirebon", ("/kasus/{verifying}/ajukan-tutup/", "Ajukan penutupan")),
    *of("admin.cirebon", "/kelola/jenis-kasus/", "/kelola/jenis-kasus/baru/"),
    *of("admin.cirebon", ("/kelola/jenis-kasus/baru/", "Simpan jenis")),
    *of("kader.cirebon", "/beranda/", "/desa/permintaan/saya/", "/desa/permintaan/baru/"),
    *of("kader.cirebon", "/desa/permintaan/{told}/perbaiki/"),
    *of("admin.cirebon", "/dasbor/answers/?periode=year", "/laporan/{month}/forum/"),
    *of("admin.cirebon", "/beranda/", "/dasbor/", "/dasbor/?periode=year", "/kasus/", "/rujukan/"),
    *of("admin.cirebon", "/kelola/", "/kelola/orang/", "/kelola/orang/undang/"),
    *of("admin.cirebon", "/kelola/orang/{person}/", "/kelola/orang/{person}/ubah/"),
    *of("admin.cirebon", "/kelola/orang/{person}/tugas/", "/kelola/orang/{person}/nonaktif/"),
    *of("admin.cirebon", "/kelola/tugas/{posting}/akhiri/", "/kelola/lembaga/"),
    *of("admin.cirebon", "/kelola/lembaga/baru/", "/kelola/lembaga/{house}/"),
    *of("admin.cirebon", "/kelola/lembaga/{house}/ubah/", "/kelola/lembaga/{house}/akhiri/"),
    *of("admin.cirebon", "/kelola/lembaga/{house}/titik/", "/kelola/kantor/"),
    *of("admin.cirebon", "/kelola/kantor/{point}/ubah/", "/kelola/hari-libur/"),
    *of("admin.cirebon", "/kelola/kop-surat/", "/kelola/kop-surat/{letterhead}/"),
    *of("meja.cirebon", "/konseling/{meeting}/peserta/", "/konseling/{meeting}/peserta/tambah/"),
    *of("meja.cirebon", ("/konseling/{meeting}/peserta/", "Periksa daftar"), "/peserta/{came}/"),
    *of("meja.cirebon", ("/konseling/kelompok/", "Simpan konseling"), "/konseling/{meeting}/"),
    *of("meja.cirebon", "/loket/", "/loket/nomor/", ("/loket/nomor/", "Ambil nomor")),
    *of("meja.cirebon", "/loket/{visit}/", "/klien/{client}/dokumen/", "/klien/{client}/antrean/"),
    *of("meja.cirebon", ("/klien/{client}/dokumen/", "Simpan dokumen")),
    *of("admin.cirebon", "/kelola/surat/", "/kelola/surat/settlement/"),
    *of("admin.cirebon", "/kelola/surat/settlement/ubah/"),
    *of("admin.cirebon", "/kelola/standar/", "/kelola/kantor/{desk}/standar/"),
    *of("admin.cirebon", "/kelola/standar/{standard}/ubah/"),
    *of("supervisor.wcc.cirebon", "/loket/"),
    *of("", "/direktori/standar/", "/direktori/?kabupaten=32.09&buka=kini"),
    *of("admin.cirebon", "/kelola/lembaga/perlu-diperiksa/"),
    *of("wcc.cirebon", "/kelola/lembaga/{house}/", "/kelola/lembaga/{house}/hubungan/"),
    *of("wcc.cirebon", "/kelola/lembaga/{house}/jam/", "/kelola/lembaga/{house}/penutupan/"),
    *of("wcc.cirebon", "/kelola/lembaga/{house}/layanan/", "/kelola/layanan/{offer}/ubah/"),
    *of("wcc.cirebon", "/kelola/layanan/{offer}/penuh/"),
    *of("admin.cirebon", "/direktori/p3mi/", "/kelola/p3mi/baru/", "/kelola/p3mi/impor/"),
    *of("admin.cirebon", "/kelola/p3mi/{agency}/ubah/", "/direktori/p3mi/{agency}/"),
    *of("ppdp", "/beranda/", "/privasi/jejak/"),
    *of("sistem", "/kelola/", "/kelola/lembaga/", "/kelola/lembaga/baru/"),
    *of("admin.cirebon", "/kelola/lembaga/kabupaten-lain/"),
    *of("pemirsa", "/dasbor/"),
    Page("/tidak-ada/", "", "", 404),
    Page("/kasus/", "kader.cirebon", "", 403),
]


STATES = {
    "begun": "in_progress",
    "resolved": "resolved",
    "closed": "closed",
}


def _complaint_of(case) -> dict:
    """A case with everything that a complaint can name."""
    return {
        "complained": case,
        "claim": case.claims.first(),
        "ticket": case.tickets.first(),
    }


def ids() -> dict:
    """What stands for each name in the paths; run where the house's database is open."""
    meja, konselor, wcc, kader, admin = (
        User.objects.get(username=f"{name}.cirebon")
        for name in ("meja", "konselor", "wcc", "kader", "admin")
    )
    seen, restricted = Case.objects.visible_to(meja), Case.objects.filter(restricted=True)
    ours = seen.ordinary().filter(organisation=meja.posting.organisation)
    case = ours.open().first()
    incoming = Referral.objects.incoming(wcc)
    outgoing = Referral.objects.outgoing(meja)
    clients = Migrant.objects.identified_for(meja).filter(district=meja.posting.district_id)
    meetings = CounsellingSession.objects.visible_to(meja).filter(mode="group", by=meja)
    meetings = meetings.filter(voided_at=None, attendances__isnull=False)
    return {
        "planned": Appointment.objects.visible_to(meja).filter(state="planned", by=meja).last(),
        "missed": Appointment.objects.visible_to(meja).filter(state="missed").first(),
        "interested": UnionMembership.objects.visible_to(meja).filter(state="interested").first(),
        "member": UnionMembership.objects.visible_to(meja).filter(state="member").first(),
        "contract": ContractCheck.objects.visible_to(meja).first(),
        "course": PsychosocialCourse.objects.open().filter(counsellor=konselor).first(),
        "village": kader.posting.village_id,
        "month": f"{timezone.localdate():%Y-%m}",
        "mail": Notification.objects.mails().first(),
        "client": clients.exclude(phone_hash="").first(),
        "tie": Relationship.objects.filter(migrant__in=clients, relative__in=clients).first(),
        "session": CounsellingSession.objects.visible_to(meja).first(),
        "journey": Journey.objects.visible_to(meja).exclude(agency=None).first(),
        "agency": Agency.objects.exclude(complaints=0).first(),
        "talk": CounsellingSession.objects.last_talk_of(meja),
        "case": case,
        **_complaint_of(ours.open().filter(claims__isnull=False, tickets__isnull=False).first()),
        "task": ActionStep.objects.of(meja).open().first(),
        "rated": Assessment.objects.visible_to(meja).first(),
        **{name: ours.filter(state=state).first() for name, state in STATES.items()},
        "known": handed_over_lately(meja),
        "fresh": Case.objects.known_to(meja).filter(handed_over_at=None).first(),
        "restricted": restricted.filter(pk__in=Case.objects.visible_to(wcc).values("pk")).first(),
        **_survived(wcc),
        "sent": outgoing.filter(state="sent", links=None).first(),
        "outside": outgoing.filter(state="sent").exclude(links=None).first(),
        "incoming": incoming.filter(state="sent").first(),
        "accepted": incoming.filter(state__in=["accepted", "in_progress"]).first(),
        "consent": Consent.objects.visible_to(meja).valid().filter(purpose="referral").first(),
        "request": VillageRequest.objects.visible_to(meja).exclude(phone="").first(),
        "told": VillageRequest.objects.visible_to(kader).order_by("-created_at").first(),
        "person": wcc,
        "posting": Posting.objects.visible_to(admin).unended().filter(user=wcc).first(),
        "house": Organisation.objects.managed_by(admin).filter(pk=wcc.posting.organisation_id)[0],
        "offer": wcc.posting.organisation.offers.first().pk,
        "point": ServicePoint.objects.managed_by(admin).first(),
        "meeting": meetings.first(),
        "came": Attendance.objects.filter(session__in=meetings).first(),
        "visit": DeskVisit.objects.visible_to(meja).last(),
        "desk": ServicePoint.objects.managed_by(admin).filter(type="desk").first(),
        "standard": ServiceStandard.objects.managed_by(admin).first(),
        "letterhead": admin.posting.organisation_id,
        **_twice(meja),
        **_mediated(),
    }


def _survived(wcc) -> dict:
    """A restricted case of which an act and a safety plan are written."""
    plan = SafetyPlan.objects.visible_to(wcc).first()
    act = Incident.objects.filter(case=plan.case_id).first()
    return {"explained": plan.case_id, "act": act, "plan": plan}


def _mediated() -> dict:
    """Of Cirebon: a mediation on its way, and one whose second instalment never came."""
    invited, broken = (
        Mediation.objects.get(state=state, case__district="32.09")
        for state in ("invited", "broken")
    )
    return {
        "invited": invited,
        "broken": broken,
        "mediable": broken.case_id,
        "invitation": invited.invitations.last(),
        "hearing": broken.hearings.last(),
        "promise": broken.promises.get(state="broken"),
        "recovery": Recovery.objects.get(promise__mediation=broken),
    }


def _twice(meja) -> dict:
    """Two records of one person that the demo planted, and a pair that is merged."""
    known = Migrant.objects.current().exclude(nik_hash="").order_by()
    known = known.filter(registered_by=meja.posting.organisation)
    shared = known.values("nik_hash").annotate(rows=Count("pk")).filter(rows=2).order_by("nik_hash")
    pair = known.filter(nik_hash=shared.first()["nik_hash"]).order_by("created_at")
    merge = Merge.objects.visible_to(meja).first()
    return {"twice": pair[0], "again": pair[1], "merged": merge.into_id, "merge": merge}
