"""What she agreed to ends soon while something still rests on it; and what she took back that is not done yet."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.access import Permission as P
from ltsa.sockets import Asking, Card, Line, card

from ..codes import Purpose
from ..consent_page import title_of
from ..lists import addresses
from ..models import Appointment, Consent
from ..withdrawing import any_live

ASKED_TO_MEET = (Purpose.CONTACT, Purpose.FOLLOW_UP)


@card
def consents(user) -> Asking:
    """For who recorded them. Empty it is not shown: nobody waits for a consent to end."""
    if not user.can(P.CLIENT_EDIT):
        return None
    rows = yield _ending(user).select_related("recipient", "migrant").order_by("expires_on")[:10]
    if not rows:
        return None
    url_of = addresses("services:consent_detail")
    lines = [
        Line(
            text=row.migrant.code,
            url=url_of(row.pk),
            hint=title_of(row, user),
            tag=_("tanpa nama")
            if row.withdrawn_at
            else _("sampai %(day)s") % {"day": date_format(row.expires_on, "j M")},
            tone="burning" if row.withdrawn_at else "waiting",
        )
        for row in rows
    ]
    return Card(
        title=_("Persetujuan yang perlu ditanya lagi"),
        lines=lines,
        icon="file-earmark-text",
        order=32,
    )


def _ending(user):
    """Ending soon with a referral or an appointment on it; or taken back while her name still stands there."""
    planned = Appointment.objects.filter(
        migrant=OuterRef("migrant"), at__gt=timezone.now(), state="planned"
    )
    needed = any_live() | Q(Exists(planned), purpose__in=ASKED_TO_MEET)
    soon = Consent.objects.ending_soon().filter(needed).values("pk")
    again = Consent.objects.valid().filter(migrant=OuterRef("migrant"), purpose=Purpose.RECORD)
    named = Consent.objects.filter(
        ~Exists(again), purpose=Purpose.RECORD, withdrawn_at__isnull=False, migrant__anonymous=False
    )
    mine = Q(recorded_by=user, pk__in=soon) | Q(withdrawn_by=user, pk__in=named.values("pk"))
    return Consent.objects.visible_to(user).filter(mine)
