"""The locks of a case as rows; who was shut out is read by those who may lock, by nobody else."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission

from .lists import minute
from .models import Case, ConflictLock


def may_lock(case: Case, user) -> bool:
    """Of the house that has the case, also when it is closed: what it holds stays."""
    here = user.posting is not None and user.posting.organisation_id == case.organisation_id
    return here and user.can(Permission.CASE_LOCK)


def lock_rows(locks) -> list[dict]:
    people = ("organisation", "agency", "village", "user", "by", "lifted_by")
    return [_row(one) for one in locks.select_related(*people)]


def _row(one: ConflictLock) -> dict:
    lifted = one.lifted_at is not None
    told = {"when": minute(one.at), "who": one.by}
    return {
        "kind": one.get_kind_display(),
        "target": str(one.organisation or one.agency or one.village or one.user),
        "reason": one.reason,
        "when": _("dipasang %(when)s oleh %(who)s") % told,
        "lifted": _("dibuka %(when)s oleh %(who)s")
        % {"when": minute(one.lifted_at), "who": one.lifted_by}
        if lifted
        else "",
        "lift_reason": one.lift_reason,
        "tag": _("dibuka") if lifted else _("berlaku"),
        "tone": "neutral" if lifted else "waiting",
        "url": "" if lifted else reverse("cases:lock_lift", args=[one.pk]),
    }
