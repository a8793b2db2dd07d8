"""The blocks of a case's page, one file a subject; each registers itself with cases.case_page.block."""

from . import (  # noqa: F401
    clocks,
    closings,
    complaint,
    files,
    letters,
    locks,
    mediations,
    notes,
    plans,
    referrals,
    survivors,
)
