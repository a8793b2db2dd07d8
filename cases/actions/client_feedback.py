"""What the client herself says about a referral, asked by the house that sent it (features 29)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record

from ..codes import AskedHow, Helped
from ..models import ClientFeedback, Referral
from .referral_clocks import move_referral

SCORES = range(1, 6)


@transaction.atomic
def ask_client(
    referral: Referral, *, helped: str, how: str, score: int | None = None, version=None, by
) -> Referral:
    """Keep whether she was helped and how content she is, none of her words; asked again, the last answer counts."""
    if helped not in Helped.values:
        raise ValidationError({"helped": _("Pilih salah satu.")})
    if how not in AskedHow.values:
        raise ValidationError({"how": _("Pilih salah satu.")})
    if score is not None and score not in SCORES:
        raise ValidationError({"score": _("Pilih 1 sampai 5.")})
    referral = move_referral(referral, "ask_client", by=by, version=version)
    said = {"helped": helped, "how": how, "score": score, "at": timezone.now(), "by": by}
    kept = ClientFeedback.objects.filter(referral=referral).first()
    if kept is None:
        kept = ClientFeedback.objects.create(referral=referral, **said)
        record("create", kept, fields=["helped", "score", "how"], by=by)
        return referral
    changed = [name for name in ("helped", "score", "how") if getattr(kept, name) != said[name]]
    for name, value in said.items():
        setattr(kept, name, value)
    kept.version += 1
    kept.save()
    record("change", kept, fields=changed, by=by)
    return referral
