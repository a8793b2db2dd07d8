"""Organisations and service points as rows of a page, formatted before the template."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Kind, Organisation, ServicePoint, ServiceStandard

CHECK_AFTER = timedelta(days=90)  # domain 5: warn when nobody has checked the entry for so long
WARN_BEFORE = timedelta(days=60)  # a new agreement takes two months of letters


def day(value) -> str:
    return date_format(value, "j F Y") if value else ""


def checked(row) -> tuple[str, str]:
    """(words, tone) for when the entry was last looked at."""
    if row.verified_on is None:
        return _("Belum pernah diperiksa"), "waiting"
    if timezone.localdate() - row.verified_on > CHECK_AFTER:
        return _("Perlu diperiksa lagi"), "waiting"
    return _("Diperiksa %(day)s") % {"day": day(row.verified_on)}, "good"


def organisation_rows(organisations, kind: str) -> dict:
    """{"rows", "kinds"} of the list; of villages there are hundreds, so they stand under their own kind."""
    seen = organisations.prefetch_related("offers")
    seen = seen.filter(kind=kind) if kind in Kind.values else seen.exclude(kind=Kind.VILLAGE)
    kinds = [("", gettext_lazy("Semua selain desa")), *Kind.choices]
    return {
        "rows": [_organisation_row(one) for one in seen],
        "kinds": [
            {"label": label, "url": f"?jenis={value}" if value else "?", "current": value == kind}
            for value, label in kinds
        ],
    }


def _organisation_row(organisation: Organisation) -> dict:
    words, tone = checked(organisation)
    if organisation.ended_on:
        words, tone = _("Berakhir %(day)s") % {"day": day(organisation.ended_on)}, "neutral"
    elif not organisation.is_confirmed:
        words, tone = _("Belum dikonfirmasi"), "waiting"
    return {
        "url": reverse("organisations:detail", args=[organisation.pk]),
        "checked": day(organisation.verified_on) or _("belum pernah"),
        "name": organisation.name,
        "kind": organisation.get_kind_display(),
        "services": ", ".join(str(offer) for offer in organisation.offers.all()),
        "state": words,
        "tone": tone,
    }


def due_page(user) -> dict:
    """What the district should ask about: entries that nobody has checked for 90 days, and agreements that end."""
    houses = Organisation.objects.managed_by(user).current()
    points = ServicePoint.objects.managed_by(user).current().select_related("organisation", "area")
    old = houses.exclude(kind=Kind.VILLAGE).unchecked_for(CHECK_AFTER).order_by("verified_on")
    ending = houses.ending_agreement(WARN_BEFORE).prefetch_related("agreements")
    return {
        "houses": [
            _organisation_row(one) | {"phone": one.phone, "pk": one.pk}
            for one in old.prefetch_related("offers")
        ],
        "points": [
            point_row(one) | {"organisation": one.organisation.name, "owner": one.organisation_id}
            for one in points.exclude(type=ServicePoint.Type.VILLAGE_POST)
            .unchecked_for(CHECK_AFTER)
            .order_by("name")
        ],
        "villages": points.filter(type=ServicePoint.Type.VILLAGE_POST)
        .unchecked_for(CHECK_AFTER)
        .count(),
        "agreements": [
            {"name": one.name, "url": reverse("organisations:detail", args=[one.pk])}
            | agreement_state(one.agreements.all())
            for one in ending
        ],
    }


def agreement_state(agreements) -> dict:
    """{words, tone} of the agreement that runs longest, or {} when there is none."""
    if not agreements:
        return {}
    last = max(agreements, key=lambda one: one.ends_on or date.max)
    today = timezone.localdate()
    if last.ends_on is None or last.ends_on > today + WARN_BEFORE:
        return {"words": "", "tone": "good"}
    told = {"number": last.number, "day": day(last.ends_on)}
    if last.ends_on <= today:
        return {"words": _("%(number)s sudah berakhir %(day)s") % told, "tone": "waiting"}
    return {"words": _("%(number)s berakhir %(day)s") % told, "tone": "waiting"}


def point_row(point: ServicePoint) -> dict:
    words, tone = checked(point)
    is_closed = point.closed_on is not None
    if is_closed:
        words, tone = _("Ditutup %(day)s") % {"day": day(point.closed_on)}, "neutral"
    desk = f" · {point.get_desk_display()}" if point.desk else ""
    return {
        "pk": point.pk,
        "name": point.name,
        "kind": f"{point.get_type_display()}{desk}",
        "place": point.area.short_name,
        "hours": point.hours,
        "checked": day(point.verified_on) or _("belum pernah"),
        "state": words,
        "tone": tone,
        "is_closed": is_closed,
    }


def point_groups(points) -> list[dict]:
    """[{title, rows}] by type, in the order of the law: office, desks, MRC corner, partners, villages."""
    rows: dict[str, list[dict]] = {value: [] for value in ServicePoint.Type.values}
    for point in points.select_related("organisation", "area"):
        owner = {"organisation": point.organisation.name, "owner": point.organisation_id}
        rows[point.type].append(point_row(point) | owner)
    return [
        {"title": label, "rows": rows[value]}
        for value, label in ServicePoint.Type.choices
        if rows[value]
    ]


def letterhead_rows(organisations) -> list[dict]:
    """[{url, name, first_line}] of everybody who writes letters: all but villages."""
    seen = organisations.current().exclude(kind=Kind.VILLAGE).select_related("letterhead")
    return [
        {
            "url": reverse("organisations:letterhead_write", args=[one.pk]),
            "name": one.name,
            "signatory": one.letterhead.signatory_name if hasattr(one, "letterhead") else "",
            "is_written": hasattr(one, "letterhead"),
        }
        for one in seen
    ]


def standard_groups(desks, standards) -> list[dict]:
    """[{title, desk, add_url, rows}]: each desk with the services it promises; two queries."""
    of_desk: dict = {}
    for standard in standards:
        of_desk.setdefault(standard.desk_id, []).append(_standard_row(standard))
    return [
        {
            "title": desk.get_desk_display(),
            "desk": desk.name,
            "add_url": reverse("organisations:standard_create", args=[desk.pk]),
            "rows": of_desk.get(desk.pk, []),
        }
        for desk in desks
    ]


def _standard_row(standard: ServiceStandard) -> dict:
    return {
        "name": standard.name,
        "promise": promise(standard),
        "cost": standard.cost,
        "product": standard.product,
        "requirements": [line for line in standard.requirements.splitlines() if line.strip()],
        "since": day(standard.starts_on),
        "change_url": reverse("organisations:standard_change", args=[standard.pk]),
        "end_url": reverse("organisations:standard_end", args=[standard.pk]),
    }


def promise(standard: ServiceStandard) -> str:
    """How long it may take, in words: "30 menit", "1 hari kerja"."""
    return f"{standard.limit} {standard.get_unit_display()}"
