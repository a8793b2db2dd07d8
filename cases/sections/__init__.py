"""The blocks of a case's page, one file a subject; each registers itself with cases.case_page.block."""

from . import notes, referrals  # noqa: F401
