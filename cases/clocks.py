"""The clocks of cases (domain 4.3), a section a subject."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from ltsa.clocks.kinds import Step, hours, kind

from . import notices
from .actions.deletions import CLOCK as WITHDRAWAL
from .reporting import CLOCK as TPKS_REPORT

# --- Police report within 3x24 hours (UU 12/2022 art 41): the worker and her supervisor alone are told, neutrally.


def _remind(clock, step) -> None:
    notices.report_due(clock)


kind(
    TPKS_REPORT,
    _("Keputusan dalam 3x24 jam"),
    limit=hours(72),
    steps=(
        Step("day", _remind, after=hours(24)),
        Step("two_days", _remind, after=hours(48)),
        Step("last_hours", _remind, before=timedelta(hours=6)),
        Step("due", _remind, share=1),
    ),
    private=True,
)

# --- Confirmation of deletion after a withdrawal (UU 27/2022 art 40): whoever was asked, then whoever asks.


def _ask_again(clock, step) -> None:
    notices.deletion_due(clock, late=step.name == "due")


kind(WITHDRAWAL, _("Konfirmasi penghapusan"), limit=hours(72), act=_ask_again, private=True)
