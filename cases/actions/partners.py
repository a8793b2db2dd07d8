"""To whom a case may go at all."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from services.locks import shut_houses

from ..models import Case


def check_partner(case: Case, to) -> None:
    """Not to a house that is locked out of this client; who sends need not learn why. Raises ValidationError."""
    if shut_houses(case.migrant_id).filter(pk=to.pk).exists():
        raise ValidationError(
            {"to": _("Lembaga ini tidak dapat dipilih untuk kasus ini. Pilih lembaga lain.")},
            code="not_for_this_case",
        )
