"""Organisations and service points as rows of a page, formatted before the template."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Kind, Organisation, ServicePoint, ServiceStandard

CHECK_AFTER = timedelta(days=90)  # domain 5: warn when nobody has checked the entry for so long


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
        "name": organisation.name,
        "kind": organisation.get_kind_display(),
        "services": ", ".join(str(offer) for offer in organisation.offers.all()),
        "state": words,
        "tone": tone,
    }


def organisation_page(organisation: Organisation) -> dict:
    """Everything the page of one organisation shows."""
    words, tone = checked(organisation)
    return {
        "organisation": organisation,
        "state": words,
        "tone": tone,
        "summary": _summary(organisation),
        "services": [str(offer) for offer in organisation.offers.all()],
        "points": [point_row(one) for one in organisation.service_points.select_related("area")],
        "agreements": [_agreement_row(one) for one in organisation.agreements.all()],
        "people": organisation.postings.current().count(),
        "is_ended": organisation.ended_on is not None,
    }


def _summary(organisation: Organisation) -> list[dict]:
    confirmed = _("Sudah dikonfirmasi") if organisation.is_confirmed else _("Belum dikonfirmasi")
    violence = _("Ya") if organisation.is_women_crisis_centre else _("Tidak")
    bound = {True: _("Ya"), False: _("Tidak"), None: _("Belum dipastikan")}
    rows = [
        (_("Jenis"), organisation.get_kind_display()),
        (_("Kemitraan"), confirmed),
        (_("Menangani kekerasan terhadap perempuan"), violence),
        (_("Wajib lapor kekerasan seksual"), bound[organisation.reports_violence]),
        (_("Telepon"), organisation.phone),
        (_("Telepon 24 jam"), organisation.phone_24h),
        (_("Surel"), organisation.email),
        (_("Alamat"), organisation.address),
        (_("Jam layanan"), organisation.hours),
        (_("Catatan"), organisation.note),
        (_("Terakhir diperiksa"), day(organisation.verified_on)),
        (_("Berakhir"), day(organisation.ended_on)),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]


def _agreement_row(agreement) -> dict:
    today = timezone.localdate()
    running = agreement.ends_on is None or agreement.ends_on > today
    until = day(agreement.ends_on) or _("tanpa batas")
    return {
        "pk": agreement.pk,
        "number": agreement.number,
        "days": f"{day(agreement.starts_on)} – {until}",
        "is_running": running,
    }


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
