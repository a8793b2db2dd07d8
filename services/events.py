from django.utils.translation import gettext_lazy as _

from ltsa.audit import names
from ltsa.timeline.labels import register

register(
    {
        "client.register": (_("Klien didaftarkan"), "person-plus"),
        "client.edit": (_("Data klien diubah"), "pencil"),
        "client.phase": (_("Tahap migrasi berubah"), "arrow-right"),
        "journey.add": (_("Perjalanan dicatat"), "signpost-2"),
        "journey.edit": (_("Perjalanan diubah"), "pencil"),
        "client.relative": (_("Keluarga didaftarkan"), "people"),
        "client.letter": (_("Hubungan keluarga diubah"), "pencil"),
        "client.merge_into": (_("Data ganda digabung ke sini"), "people"),
        "client.merge_duplicate": (_("Digabung ke data lain"), "people"),
        "client.unmerge_into": (_("Penggabungan diurungkan"), "arrow-left-right"),
        "client.unmerge_duplicate": (_("Berdiri sendiri lagi"), "arrow-left-right"),
        "session.log": (_("Konseling dicatat"), "chat-dots"),
        "client.documents": (_("Dokumen diperiksa"), "file-earmark-text"),
        "visit.take_number": (_("Mengambil nomor antrean"), "clock"),
        "visit.call": (_("Dipanggil ke loket"), "person"),
        "visit.finish": (_("Selesai dilayani di loket"), "check2"),
        "visit.leave": (_("Pergi sebelum dilayani"), "arrow-left"),
        "visit.name": (_("Nomor antrean dikaitkan dengan klien"), "person"),
        "session.correct": (_("Catatan konseling diperbaiki"), "pencil"),
        "session.void": (_("Catatan konseling dibatalkan"), "x-lg"),
        "consent.record": (_("Jawaban persetujuan dicatat"), "file-earmark-text"),
        "consent.withdraw": (_("Persetujuan dicabut"), "x"),
        "book.map": (_("Buku diperiksa"), "file-earmark-text"),
        "book.checked": (_("Buku selesai diperiksa"), "check2"),
        "book.save": (_("Impor buku dimulai"), "file-earmark-text"),
        "book.saved": (_("Buku tersimpan"), "check2"),
        "book.undo": (_("Pembatalan impor dimulai"), "arrow-left"),
        "book.undone": (_("Impor dibatalkan"), "arrow-left"),
        "book.fail": (_("Impor terhenti"), "x-lg"),
        "client.import": (_("Klien didaftarkan dari buku"), "person-plus"),
        "session.import": (_("Konseling disalin dari buku"), "chat-dots"),
        "session.follow_up_done": (_("Tindak lanjut selesai"), "check2"),
        "appointment.plan": (_("Janji dibuat"), "calendar-event"),
        "appointment.move": (_("Janji diubah"), "calendar-event"),
        "appointment.keep": (_("Janji terlaksana"), "check2"),
        "appointment.log": (_("Janji terlaksana, konseling dicatat"), "chat-dots"),
        "appointment.miss": (_("Tidak datang pada janji"), "x"),
        "appointment.cancel": (_("Janji dibatalkan"), "x-lg"),
    },
    kinds={
        "client": _("Data klien"),
        "session": _("Konseling"),
        "appointment": _("Janji"),
        "journey": _("Perjalanan"),
        "consent": _("Persetujuan"),
        "course": _("Psikososial"),
        "membership": _("Serikat"),
        "visit": _("Loket"),
    },
)

names.register(
    {
        "services.migrant": _("klien"),
        "search_elsewhere": _("pencarian di tempat lain"),
        "services.counsellingsession": _("konseling"),
        "services.consent": _("persetujuan"),
        "services.bookimport": _("buku impor"),
        "services.deskvisit": _("nomor antrean"),
        "services.journey": _("perjalanan"),
        "services.appointment": _("janji temu"),
        "care.open": (_("Pendampingan dibuka"), "heart-pulse"),
        "care.edit": (_("Tujuan pendampingan diubah"), "pencil"),
        "care.close": (_("Pendampingan selesai"), "check2"),
        # The trail is read by others than the counsellor: that a course exists is not told there.
        "services.psychosocialcourse": _("konseling"),
    }
)
