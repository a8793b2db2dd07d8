from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ltsa.access import Permission

from ..case_page import Asking, Block, block
from ..lists import referral_rows
from ..models import Case, Referral
from ..transitions import OPEN_CASE


@block(50, timing=True)
def referrals_of(case: Case, user) -> Asking:
    """What was sent to partners from this case, as far as this reader sees it."""
    found = yield Referral.objects.visible_to(user).filter(case=case).with_parts()
    rows = [
        {
            "url": row["url"],
            "title": row["other"],
            "text": " · ".join(part for part in (row["services"], row["clock"]) if part),
            "tag": row["state"],
            "tone": row["tone"],
        }
        for row in referral_rows(found, user)
    ]
    refer = (_("Rujuk"), reverse("cases:referral_create", args=[case.pk]))
    return Block(
        "referrals",
        pgettext("daftar", "Rujukan"),
        rows=rows,
        actions=[refer] if may_refer(case, user) else [],
        empty=_("Belum ada rujukan dari kasus ini."),
    )


def may_refer(case: Case, user) -> bool:
    own = user.posting and case.organisation_id == user.posting.organisation_id
    return bool(own and user.can(Permission.REFERRAL_SEND) and case.state in OPEN_CASE)
