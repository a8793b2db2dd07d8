from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..case_page import Asking, Block, block
from ..locks_page import may_lock
from ..models import Case, ConflictLock


@block(95)
def locks_of(case: Case, user) -> Asking:
    """One line for those who may lock: how many are shut out. Never on paper."""
    if not may_lock(case, user):
        return None
    standing = ConflictLock.objects.visible_to(user).filter(case=case, lifted_at=None)
    number = len((yield standing.defer("reason", "lift_reason")))
    address = reverse("cases:lock_list", args=[case.pk])
    text = ngettext("%(n)d kunci berlaku", "%(n)d kunci berlaku", number) % {"n": number}
    row = {"url": address, "title": text, "text": "", "tag": _("terkunci"), "tone": "waiting"}
    return Block(
        "locks",
        _("Kunci konflik kepentingan"),
        rows=[row] if number else [],
        actions=[(_("Kunci lembaga atau petugas"), address)],
        empty=_("Menutup kasus ini bagi pihak yang punya kepentingan."),
        on_paper=False,
    )
