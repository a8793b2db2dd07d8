from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.letters.models import Letter

from ..case_page import Asking, Block, block
from ..disclosure import may_work
from ..lists import day
from ..models import Case, Referral

SHOWN = 20


@block(75)
def letters_of(case: Case, user) -> Asking:
    """What was printed about the case and its referrals; a void one stays in the list."""
    referrals = Referral.objects.outgoing(user).filter(case=case)
    about = Letter.objects.filter(Q(subject=case.pk) | Q(subject__in=referrals.values("pk")))
    found = yield about.defer("content", "sheet").order_by("-made_at")[:SHOWN]
    working = may_work(case, user)
    return Block(
        "letters",
        _("Surat"),
        rows=[_row(letter, working) for letter in found],
        actions=[
            (_("Surat kuasa"), reverse("cases:letter_create", args=[case.pk, "kuasa"])),
            (_("Tanda terima"), reverse("cases:letter_create", args=[case.pk, "tanda-terima"])),
        ]
        if working
        else [],
        empty=_("Belum ada surat."),
    )


def _row(letter: Letter, working: bool) -> dict:
    return {
        "url": reverse("cases:letter_read", args=[letter.pk]),
        "title": letter.number,
        "text": f"{letter.get_kind_display()}, {day(letter.made_at)}",
        "tag": _("Batal") if letter.is_void else _("Berlaku"),
        "tone": "neutral" if letter.is_void else "good",
        "edit": ""
        if letter.is_void or not working
        else reverse("cases:letter_void", args=[letter.pk]),
        "edit_label": _("batalkan"),
    }
