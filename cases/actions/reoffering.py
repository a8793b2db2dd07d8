"""A referral that nobody answers, or that came back, is offered to the next house: with a consent for that one."""

from django.db import transaction

from ltsa.versions import Stale

from ..codes import ASKED_BESIDE
from ..models import Referral
from ..transitions import check, lock
from .sending import create_referral, send_referral


@transaction.atomic
def draft_reoffer(
    referral: Referral,
    *,
    to,
    consent: dict | None = None,
    override: dict | None = None,
    services=None,
    priority: str = "",
    needs: str = "",
    disclose=None,
    attachments=(),
    version=None,
    by,
    **asked,
) -> Referral:
    """The new referral as a draft: what is not said again is asked as before, and no file goes that was not named.

    The old one is as it was until this one is sent (replacing.py). Raises what create_referral raises, NotPossible,
    NotYours, Stale.
    """
    lock(referral.case)  # before the referral, as whoever restricts the case does
    row = lock(referral)
    check(row, "reoffer", by=by)
    if version is not None and version != row.version:
        raise Stale(row)
    return create_referral(
        row.case,
        to=to,
        services=services or row.services,
        priority=priority or row.priority,
        needs=needs or row.needs,
        disclose=row.disclose if disclose is None else disclose,
        consent=consent,
        override=override,
        previous=row,
        **({name: getattr(row, name) for name in ASKED_BESIDE} | asked),
        attachments=attachments,
        by=by,
    )


@transaction.atomic
def reoffer_referral(referral: Referral, *, by, **told) -> Referral:
    """The same, sent at once; the old one, where it lives, is withdrawn. Raises what both raise."""
    return send_referral(draft_reoffer(referral, by=by, **told), by=by)
