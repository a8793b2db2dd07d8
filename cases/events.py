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
        "note.add": (_("Catatan ditulis"), "pencil"),
        "note.correct": (_("Catatan diperbaiki"), "pencil"),
    },
    kinds={"case": _("Kasus"), "referral": _("Rujukan"), "note": _("Catatan")},
)

names.register(
    {
        "cases.case": _("kasus"),
        "cases.referral": _("rujukan"),
    }
)
