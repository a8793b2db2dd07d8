"""Letters, emergency requests and absences of the world."""

from datetime import timedelta

from django.utils import timezone

from cases import actions
from cases.actions import write_receipt
from ltsa.accounts.absences import add_absence
from ltsa.accounts.duties import add_duty
from ltsa.accounts.ties import add_tie
from tests.guards.requested import requested

KINDS = ("kuasa", "tanda-terima")


def papers(cast, cases) -> dict[str, list]:
    """A receipt of the first of these cases, what asks to read it in an emergency, and a colleague who is away."""
    desk, head = cast["meja.cirebon"], cast["supervisor.cirebon"]
    line = {"uraian": "Paspor", "jumlah": "1", "keterangan": "asli"}
    letter = write_receipt(
        cases[0], giver="Ibu Contoh", taker="Petugas", purpose="Bukti", what=[line], place="LTSA", by=desk
    )  # fmt: skip
    reason = "Ada ancaman, perlu nomor aman sekarang."
    asked = [actions.ask_glass(code=cases[0].code, reason=reason, by=desk) for _ in range(2)]
    actions.allow_glass(asked[0], by=head)
    soon = timezone.localdate() + timedelta(days=3)
    away = add_absence(
        user=cast["konselor.cirebon"], starts_on=soon, ends_on=soon, stand_in=desk, by=head
    )
    return {
        **{f"kasus/{case.pk}/surat/": list(KINDS) for case in cases},
        "surat/": [letter.pk],
        **requested(cast, cases),
        "akses-darurat/": [row.pk for row in asked],
        "tidak-masuk/": [away.pk],
        "piket/": [_on_duty(cast)],
    }


def _on_duty(cast) -> int:
    """Next month, so that it changes nothing of who is told today."""
    day = timezone.localdate() + timedelta(days=30)
    told = {"user": cast["konselor.cirebon"], "by": cast["supervisor.cirebon"]}
    return add_duty(starts_on=day, ends_on=day, **told).pk


def tied(cast, agency) -> int:
    admin = cast["admin.cirebon"]
    return add_tie(agency=agency, user=cast["sbmi.cirebon"], by=admin).pk
