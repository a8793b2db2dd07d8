"""/direktori/: who helps in a district, for everybody, printable."""

from django import forms
from django.db.models import Prefetch, Q
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from ltsa.access import PUBLIC, access
from ltsa.areas.models import Area

from .models import Kind, Organisation, ServiceCode, ServicePoint
from .publicity import EMERGENCY_LINES, public_organisation


class DistrictForm(forms.Form):
    kabupaten = forms.ChoiceField(label=_("Kabupaten"), required=False)

    def __init__(self, *args, districts, **kwargs):
        super().__init__(*args, **kwargs)
        names = [(area.code, area.short_name) for area in districts]
        self.fields["kabupaten"].choices = [("", _("Pilih kabupaten")), *names]


class DirectoryForm(DistrictForm):
    layanan = forms.ChoiceField(
        label=_("Layanan"),
        required=False,
        choices=[("", _("Semua layanan")), *ServiceCode.choices],
    )


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
    context = {
        "form": form,
        "districts": districts,
        "district": next((area for area in districts if area.code == code), None),
        "groups": _groups(code, asked.get("layanan", "")),
        "emergency": EMERGENCY_LINES,
    }
    return render(request, "organisations/directory.html", context)


def own_district(user) -> str:
    posting = user.posting if user.is_authenticated else None
    return (posting.district_id or "") if posting else ""


def _groups(code: str, service: str) -> list[dict]:
    """Organisations by kind: those of the district, and the nation's."""
    points = ServicePoint.objects.current().exclude(type=ServicePoint.Type.VILLAGE_POST)
    rows = (
        Organisation.objects.current()
        .filter(Q(district=code) | Q(district=None))
        .exclude(kind=Kind.VILLAGE)
        .prefetch_related("offers", Prefetch("service_points", queryset=points))
    )
    if service:
        rows = rows.offering(service)
    found: dict[str, list] = {kind: [] for kind in Kind.values}
    for organisation in rows:
        found[organisation.kind].append(public_organisation(organisation))
    return [
        {"label": Kind(kind).label, "organisations": entries}
        for kind, entries in found.items()
        if entries
    ]
