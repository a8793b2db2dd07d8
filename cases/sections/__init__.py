"""The blocks of a case's page, one file a subject; each registers itself with cases.case_page.block."""

from . import closings, files, letters, mediations, notes, plans, referrals, survivors  # noqa: F401
