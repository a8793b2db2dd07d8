"""What villages handed in, in numbers; nothing below the district, so that no family is recognised."""

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.dashboard.cells import count, counts
from ltsa.dashboard.sockets import (
    MEASURES,
    Concern,
    Headline,
    Row,
    Scope,
    Section,
    Table,
    figures,
)

from .codes import RequestState
from .models import VillageRequest

MEASURES["villages"] = _("Desa dengan titik layanan")
HANDED_IN = _("Permintaan keluarga yang dikirim kader desa dalam periode ini.")


def _requests(scope: Scope):
    """Those of the district; an organisation or a desk has none of its own."""
    rows = VillageRequest.objects.all()
    return rows.filter(district=scope.district) if scope.district else rows


def _within(period) -> Q:
    return Q(created_at__gte=period.since, created_at__lt=period.until)


@figures("villages", pgettext_lazy("daftar", "Desa"), order=40, district_only=True)
def handed_in(scope: Scope) -> Section:
    before = scope.period.before()
    rows = {
        state: numbers
        for state, *numbers in _requests(scope)
        .values_list("state")
        .annotate(
            now=Count("pk", filter=_within(scope.period)),
            earlier=Count("pk", filter=_within(before or scope.period)),
            pressing=Count("pk", filter=_within(scope.period) & Q(urgent=True)),
            late=Count("pk", filter=Q(state=RequestState.RECEIVED, call_due_at__lt=timezone.now())),
        )
        .order_by()
    }
    now, earlier, urgent, late = (sum(row[at] for row in rows.values()) for at in range(4))
    return Section(
        headlines=[
            Headline(
                "village-requests",
                _("Permintaan dari desa"),
                HANDED_IN,
                count(now),
                count(earlier) if before else None,
            )
        ],
        tables=[
            Table(
                name="village-requests",
                title=_("Permintaan dari desa"),
                definition=[HANDED_IN, _("Status sekarang.")],
                row_title=_("Status"),
                columns=[_("Permintaan"), _("Mendesak")],
                rows=[
                    Row(code, label, counts([rows.get(code, (0, 0, 0))[at] for at in (0, 2)]))
                    for code, label in RequestState.choices
                ],
                total=Row("", _("Seluruhnya"), counts([now, urgent])),
            )
        ],
        concerns=[
            Concern(
                "uncalled",
                _("Permintaan desa belum ditelepon"),
                late,
                _("Lebih dari 24 jam sejak kader mengirimnya."),
                tone="burning",
            )
        ],
    )
