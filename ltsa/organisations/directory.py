"""/direktori/: who helps in a district, where, for whom, and whether it is open now; for everybody, printable."""

from django import forms
from django.db.models import Prefetch, Q
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.access import PUBLIC, Permission, access
from ltsa.areas.models import Area
from ltsa.gather import gather

from .hours import opening, week_in_words
from .models import Kind, Organisation, ServiceCode, ServicePoint
from .publicity import EMERGENCY_LINES, public_organisation
from .week import asked_of, weeks


class DistrictForm(forms.Form):
    kabupaten = forms.ChoiceField(label=_("Kabupaten"), required=False)

    def __init__(self, *args, districts, **kwargs):
        super().__init__(*args, **kwargs)
        names = [(area.code, area.short_name) for area in districts]
        self.fields["kabupaten"].choices = [("", _("Pilih kabupaten")), *names]


class DirectoryForm(DistrictForm):
    """`kecamatan` takes any code: its choices are known once the district is (`offer_places`)."""

    layanan = forms.ChoiceField(
        label=_("Layanan"),
        required=False,
        choices=[("", _("Semua layanan")), *ServiceCode.choices],
    )
    kecamatan = forms.RegexField(
        r"^\d\d\.\d\d\.\d\d$", label=_("Kecamatan"), required=False, widget=forms.Select
    )
    buka = forms.ChoiceField(
        label=_("Kapan"),
        required=False,
        choices=[("", _("Kapan saja")), ("kini", _("Buka sekarang")), ("24", _("24 jam"))],
    )

    def offer_places(self, places: dict[str, str]) -> None:
        self.fields["kecamatan"].widget.choices = [("", _("Semua kecamatan")), *places.items()]


def served_districts():
    """Districts in which an organisation works: where the portal can help."""
    working = Organisation.objects.current().filter(district__isnull=False)
    return Area.objects.districts().filter(code__in=working.values("district")).order_by("name")


@access(PUBLIC)
def directory(request):
    districts = list(served_districts())
    form = DirectoryForm(request.GET or None, districts=districts)
    asked = form.cleaned_data if form.is_valid() else {}
    code = asked.get("kabupaten") or own_district(request.user)
    form.initial = {"kabupaten": code}
    groups, places = _groups(code, asked)
    form.offer_places(places)
    context = {
        "form": form,
        "districts": districts,
        "district": next((area for area in districts if area.code == code), None),
        "groups": groups,
        "emergency": EMERGENCY_LINES,
        "keeps_own": request.user.is_authenticated and request.user.can(Permission.DIRECTORY_OWN),
    }
    return render(request, "organisations/directory.html", context)


def own_district(user) -> str:
    posting = user.posting if user.is_authenticated else None
    return (posting.district_id or "") if posting else ""


def listed(code: str = ""):
    """Who stands in the directory: those of the district and the nation's; without a district everybody."""
    points = ServicePoint.objects.current().exclude(type=ServicePoint.Type.VILLAGE_POST)
    rows = Organisation.objects.current().exclude(kind=Kind.VILLAGE)
    if code:
        serving = Organisation.objects.serving(code).values("pk")
        rows = rows.filter(Q(pk__in=serving) | Q(district=None))
    points = points.select_related("area__parent__parent__parent")
    return rows.prefetch_related("offers", Prefetch("service_points", queryset=points))


def _groups(code: str, asked: dict) -> tuple[list[dict], dict[str, str]]:
    """(organisations by kind, names of the district's sub-districts by code)."""
    rows = list(listed(code) if code else listed().filter(district=None))
    subdistricts = Area.objects.children_of(code) if code else Area.objects.none()
    areas, *answers = gather(subdistricts.order_by("name"), *asked_of(rows))
    places = {area.code: area.short_name for area in areas}
    week = weeks(rows, *answers)
    found: dict[str, list] = {kind: [] for kind in Kind.values}
    for organisation in rows:
        hours, closures, holidays = week[organisation.pk]
        now = opening(hours, closures, holidays, timezone.now())
        if _fits(organisation, now, asked):
            shown = {"opening": now, "week": week_in_words(hours)}
            found[organisation.kind].append(public_organisation(organisation, places) | shown)
    groups = [
        {"label": Kind(kind).label, "organisations": entries}
        for kind, entries in found.items()
        if entries
    ]
    return groups, places


def _fits(organisation: Organisation, now, asked: dict) -> bool:
    """One and the same service answers all that is asked of it."""
    service, place, when = (asked.get(name, "") for name in ("layanan", "kecamatan", "buka"))
    offers = [
        offer
        for offer in organisation.offers.all()
        if service in ("", offer.code)
        and (not place or not offer.areas or place in offer.areas)
        and (when != "24" or offer.is_24h)
    ]
    if (service or place or when == "24") and not offers:
        return bool(when == "24" and not service and not place and organisation.phone_24h)
    if when != "kini":
        return True
    shut = now.tone == "waiting"  # a closure shuts what is open day and night too
    return bool(now.is_open or (any(offer.is_24h for offer in offers) and not shut))
