from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..case_page import Asking, Block, block
from ..lists import referral_rows
from ..models import Case, Referral


@block(50, timing=True)
def referrals_of(case: Case, user) -> Asking:
    """What was sent to partners from this case, as far as this reader sees it; how to send is in the page's head."""
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
    return Block(
        "referrals",
        pgettext("daftar", "Rujukan"),
        rows=rows,
        empty=_("Belum ada rujukan dari kasus ini."),
    )
