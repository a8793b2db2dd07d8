"""How the portal writes icons, states, dates, times and money, in the reader's language."""

from datetime import date, datetime
from decimal import Decimal
from functools import cache

from django import template
from django.templatetags.static import static
from django.utils import dateformat, formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()

SPRITE = "vendor/bootstrap-icons-1.13.2/sprite.svg"
# A state is told by word, colour and shape, so each tone has a shape of its own.
TONE_ICONS = {
    "neutral": "circle",
    "info": "info-circle-fill",
    "waiting": "hourglass-split",
    "good": "check-circle-fill",
    "burning": "exclamation-triangle-fill",
}
# Django's message levels speak in tones too.
MESSAGE_TONES = {
    "debug": "neutral",
    "success": "good",
    "warning": "waiting",
    "error": "burning",
}


@register.simple_tag
@cache  # a page has thirty, of the few that templates name
def icon(name: str, size: str = "") -> SafeString:
    """One icon of the vendored sprite, hidden from screen readers: a word stands beside it."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        " icon-large" if size == "large" else "",
        static(SPRITE),
        name,
    )


@register.simple_tag
def status_tag(label: str, tone: str = "neutral", shape: str = "") -> SafeString:
    """A state in word, colour and shape. Tones: neutral, info, waiting, good, burning.

    A tag begins with a capital, wherever its word comes from.
    """
    tone = tone if tone in TONE_ICONS else "neutral"
    words = str(label)
    label = type(words)(words[:1].upper() + words[1:])  # what is safe stays so
    return format_html(
        '<span class="tag tag-{}">{}{}</span>', tone, icon(shape or TONE_ICONS[tone]), label
    )


@register.filter
def tone(level: str) -> str:
    """The tone of a message level or of a tone itself: error -> burning."""
    level = MESSAGE_TONES.get(level, level)
    return level if level in TONE_ICONS else "info"


@register.filter
def tone_icon(name: str) -> str:
    """The icon that belongs to a tone."""
    return TONE_ICONS[tone(name)]


def _local(value: date | datetime) -> date | datetime:
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


@register.filter
def long_date(value: date | datetime | None) -> str:
    """Senin, 9 Agustus 2026."""
    return dateformat.format(_local(value), "l, j F Y") if value else ""


@register.filter
def short_date(value: date | datetime | None) -> str:
    """9 Agustus 2026."""
    return dateformat.format(_local(value), "j F Y") if value else ""


@register.filter
def clock_time(value: datetime | None) -> str:
    """14.30 WIB, 14:30 WIB in English: the zone is named, because the districts lie in more than one."""
    if not value:
        return ""
    return dateformat.format(_local(value), f"{formats.get_format('TIME_FORMAT')} T").strip()


@register.filter
def date_time(value: datetime | None) -> str:
    """9 Agustus 2026, 14.30 WIB."""
    return f"{short_date(value)}, {clock_time(value)}" if value else ""


@register.filter
def iso(value: date | datetime | None) -> str:
    """For <time datetime>: machines read the same moment."""
    return _local(value).isoformat() if value else ""


@register.filter
def number(value: int | Decimal | None) -> str:
    """1.500 in Indonesian, 1,500 in English; a dash where nothing was counted."""
    return "–" if value is None else formats.number_format(value, force_grouping=True)


@register.filter
def rupiah(value: int | Decimal | str | None) -> str:
    """Rp1.250.000, cents only where there are some. Written the Indonesian way in any language."""
    if value in (None, ""):
        return ""
    amount = Decimal(value).quantize(Decimal("0.01"))
    whole, cents = f"{abs(amount):,.2f}".split(".")
    text = "Rp" + whole.replace(",", ".") + (f",{cents}" if cents != "00" else "")
    return f"-{text}" if amount < 0 else text


@register.filter
def change_in_words(difference: int | None, before: str = "") -> str:
    """12 -> '12 lebih banyak dari Juni'; 0 -> 'sama dengan Juni'; None -> ''."""
    if difference is None:
        return ""
    values = {"count": number(abs(difference)), "before": before}
    if difference > 0:
        return _("%(count)s lebih banyak dari %(before)s") % values
    if difference < 0:
        return _("%(count)s lebih sedikit dari %(before)s") % values
    return _("sama dengan %(before)s") % values


@register.filter
def percent_of(value: int | None, total: int | None) -> str:
    """A width for a bar, to 100 with one decimal and a point (SVG reads no comma); "" for none."""
    if not value or not total:
        return ""
    return f"{min(100.0, 100 * value / total):.1f}"


@register.inclusion_tag("components/bar_chart.html")
def bar_chart(rows: list[dict], title: str, note: str = "") -> dict:
    """Bars from zero, the longest is the largest value.

    rows: dicts with label, value and, if wanted, text (shown instead of the value, as for "<5"; a
    value of None draws no bar), url and highlight.
    """
    top = max((row["value"] or 0 for row in rows), default=0)
    drawn = [
        {
            "label": row["label"],
            "share": percent_of(row["value"], top),
            "text": row.get("text") or number(row["value"]),
            "url": row.get("url", ""),
            "highlight": row.get("highlight", False),
        }
        for row in rows
    ]
    return {"rows": drawn, "title": title, "note": note}


COLUMN_HEIGHT = 128  # px


@register.inclusion_tag("components/column_chart.html")
def column_chart(rows: list[dict], title: str, summary: str = "", note: str = "") -> dict:
    """Columns over time from zero, rows as for bar_chart. `summary` is read out before them."""
    top = max((row["value"] or 0 for row in rows), default=0)
    drawn = [
        {
            "label": row["label"],
            "height": str(round(COLUMN_HEIGHT * (row["value"] or 0) / top)) if top else "0",
            "text": row.get("text") or number(row["value"]),
            "highlight": row.get("highlight", False),
        }
        for row in rows
    ]
    return {"rows": drawn, "title": title, "summary": summary, "note": note}
