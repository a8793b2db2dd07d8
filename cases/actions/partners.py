"""To whom a case may go at all, and when it may move to another district."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from ltsa.organisations.models import Organisation, Suspension
from services.locks import shut_houses

from ..models import Case, Mediation, Referral
from ..transitions import LIVE, OPEN_CASE, UNDER_WAY


def check_partner(case: Case, to) -> None:
    """Not to a house that is locked out of this client, nor while its access is suspended; who sends need not learn why.

    Raises ValidationError.
    """
    shut = Q(pk__in=shut_houses(case.migrant_id).values("pk"))
    halted = Q(pk__in=Suspension.objects.in_force().values("organisation"))
    if Organisation.objects.filter(shut | halted, pk=to.pk).exists():
        raise ValidationError(
            {"to": _("Lembaga ini tidak dapat dipilih untuk kasus ini. Pilih lembaga lain.")},
            code="not_for_this_case",
        )


def check_transfer(case: Case, *, besides: Referral | None = None) -> None:
    """Nothing else of it may be under way between houses; `besides`: the transfer itself. Raises ValidationError {to}."""
    others = Referral.objects.filter(case=case, state__in=LIVE)
    others = others.exclude(pk=besides.pk) if besides else others
    why = ""
    if case.state not in OPEN_CASE:
        why = _("Kasus ini sudah selesai atau ditutup, jadi tidak dapat dipindahkan.")
    elif case.handed_over_at is not None:
        why = _("Kasus ini diserahkan dari lembaga lain. Kembalikan dulu sebelum dipindahkan.")
    elif others.exists():
        why = _("Masih ada rujukan yang berjalan. Selesaikan atau tarik dulu, lalu pindahkan.")
    elif Mediation.objects.filter(case=case, state__in=UNDER_WAY).exists():
        why = _("Mediasi masih berjalan. Selesaikan atau batalkan dulu, lalu pindahkan.")
    if why:
        raise ValidationError({"to": why}, code="not_now")
