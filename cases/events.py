from django.utils.translation import gettext_lazy as _

from ltsa.audit import names
from ltsa.timeline.labels import register

register(
    {
        "case.open": (_("Kasus dibuka"), "folder-plus"),
        "case.verify": (_("Verifikasi dimulai"), "search"),
        "case.start": (_("Mulai ditangani"), "play"),
        "case.monitor": (_("Dipantau"), "eye"),
        "case.wait_for_client": (_("Menunggu klien"), "pause"),
        "case.resume": (_("Dilanjutkan"), "play"),
        "case.resolve": (_("Dinyatakan selesai"), "check2"),
        "case.close": (_("Kasus ditutup"), "lock"),
        "case.ask_closing": (_("Penutupan diajukan"), "hand-index"),
        "case.promise_broken": (
            _("Kasus dibuka kembali: janji tidak ditepati"),
            "arrow-counterclockwise",
        ),
        "case.reopen": (_("Kasus dibuka kembali"), "arrow-counterclockwise"),
        "case.hand_over": (_("Kasus diserahkan"), "arrow-right"),
        "case.take_back": (_("Penyerahan dicabut klien"), "arrow-left"),
        "referral.draft": (_("Draf rujukan dibuat"), "pencil"),
        "referral.send": (_("Rujukan dikirim"), "send"),
        "referral.open": (_("Rujukan dibuka penerima"), "envelope-open"),
        "referral.claim": (_("Rujukan diambil petugas"), "hand-index"),
        "referral.accept": (_("Rujukan diterima"), "check2"),
        "referral.decline": (_("Rujukan ditolak"), "x"),
        "referral.start": (_("Layanan dimulai"), "play"),
        "referral.report_service": (_("Layanan diberikan"), "check2"),
        "referral.return": (_("Rujukan dikembalikan"), "arrow-left"),
        "referral.complete": (_("Rujukan selesai"), "check2"),
        "referral.withdraw": (_("Rujukan ditarik"), "x"),
        "referral.expire": (_("Rujukan berakhir"), "clock"),
        "referral.ask": (_("Penerima bertanya"), "question"),
        "referral.answer": (_("Pengirim menjawab"), "reply"),
        "referral.feedback": (_("Umpan balik diberikan"), "chat-dots"),
        "file.add": (_("Berkas ditambahkan"), "paperclip"),
        "file.replace": (_("Berkas diganti versi baru"), "paperclip"),
        "file.remove": (_("Berkas dihapus dari daftar"), "x-lg"),
        "glass.allow": (_("Akses darurat dibuka satu jam"), "eye"),
        "glass.refuse": (_("Akses darurat ditolak"), "x"),
        "glass.end": (_("Akses darurat berakhir"), "lock"),
        "case.limits": (_("Batas kerahasiaan dijelaskan"), "info-circle-fill"),
        "case.account": (_("Kronologi ditulis"), "pencil"),
        "case.types": (_("Jenis kasus dipilih"), "pencil"),
        "incident.add": (_("Kejadian dicatat"), "pencil"),
        "incident.edit": (_("Kejadian diperbaiki"), "pencil"),
        "safety_plan.write": (_("Rencana keselamatan ditulis"), "lock"),
        "report_decision.write": (_("Keputusan lapor dicatat"), "check2"),
        "deletion.ask": (_("Penghapusan data diminta"), "x"),
        "deletion.confirm": (_("Penghapusan data dikonfirmasi"), "check2"),
        "note.add": (_("Catatan ditulis"), "pencil"),
        "note.correct": (_("Catatan diperbaiki"), "pencil"),
    },
    kinds={"case": _("Kasus"), "referral": _("Rujukan"), "note": _("Catatan"), "glass": _("Akses darurat"), "access": _("Akses"), "file": _("Berkas")},
)

names.register(
    {
        "cases.case": _("kasus"),
        "cases.closed_alone": _("penutupan tanpa orang kedua"),
        "cases.referral": _("rujukan"),
        "cases.incident": _("kejadian"),
        "cases.safetyplan": _("rencana keselamatan"),
        "cases.reportdecision": _("keputusan lapor"),
        "cases.deletionrequest": _("permintaan penghapusan"),
        "cases.casefile": _("berkas kasus"),
    }
)
