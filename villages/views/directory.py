"""/desa/: which villages have a service point, for everybody."""

from django.http import Http404
from django.shortcuts import render

from ltsa.access import PUBLIC, access
from ltsa.areas.models import Area
from ltsa.organisations.directory import served_districts
from ltsa.organisations.models import ServicePoint
from ltsa.organisations.publicity import EMERGENCY_LINES, hides_address, public_point

from ..codes import DUTIES, head_title
from ..forms import VillageSearchForm
from ..models import VillageProfile

MOST = 60  # villages on a page; a sub-district has fewer, a search is narrowed


@access(PUBLIC)
def index(request):
    districts = list(served_districts())
    code = request.GET.get("kabupaten", "")
    district = next((area for area in districts if area.code == code), None)
    subdistricts = list(Area.objects.children_of(code)) if district else []
    query = request.GET.copy()
    if not query.get("kecamatan", "").startswith(f"{code}."):
        query["kecamatan"] = ""  # left over from the district chosen before
    form = VillageSearchForm(query, districts=districts, subdistricts=subdistricts)
    asked = form.cleaned_data if form.is_valid() else {}
    context = {
        "form": form,
        "districts": districts,
        "district": district,
        "narrowed": bool(asked.get("kecamatan") or asked.get("nama")),
        "villages": _villages(code, asked) if district else [],
        "most": MOST,
    }
    return render(request, "villages/village_list.html", context)


def _villages(code: str, asked: dict) -> list[dict]:
    """Those of the sub-district or with that name; else all of the district that have a service point."""
    inside = asked.get("kecamatan") or code
    areas = Area.objects.within(inside).filter(level=Area.Level.VILLAGE)
    posts = ServicePoint.objects.current().filter(
        type=ServicePoint.Type.VILLAGE_POST, area__code__startswith=f"{code}."
    )
    with_post = set(posts.values_list("area", flat=True))
    if asked.get("nama"):
        areas = areas.search(asked["nama"], parent=inside)
    elif not asked.get("kecamatan"):
        areas = areas.filter(code__in=with_post)
    found = areas.select_related("parent")[:MOST]
    return [
        {
            "code": area.code,
            "name": area.short_name,
            "subdistrict": area.parent.short_name if area.parent else "",
            "has_post": area.code in with_post,
        }
        for area in found
    ]


@access(PUBLIC)
def village(request, code):
    area = Area.objects.with_parents().filter(code=code, level=Area.Level.VILLAGE).first()
    if area is None:
        raise Http404
    points = _points(area)
    posts = [point for point in points if point.type == ServicePoint.Type.VILLAGE_POST]
    offices = [point for point in points if point not in posts]
    # The one in the same sub-district is the nearest; otherwise the district's.
    offices.sort(key=lambda point: not point.area_id.startswith(area.parent_id))
    context = {
        "village": area,
        "profile": VillageProfile.objects.filter(village=area).first(),
        "head_title": head_title(area),
        "duties": DUTIES,
        "posts": [_public(point) for point in posts],
        "offices": [_public(point) for point in offices],
        "emergency": EMERGENCY_LINES,
    }
    return render(request, "villages/village_detail.html", context)


def _public(point: ServicePoint) -> dict:
    return public_point(point, hidden=hides_address(point.organisation))


def _points(area: Area) -> list[ServicePoint]:
    """This village's posts, and the LTSA and MRC of its district."""
    current = ServicePoint.objects.current().select_related("organisation")
    here = current.filter(type=ServicePoint.Type.VILLAGE_POST, area=area)
    offices = current.filter(
        type__in=[ServicePoint.Type.OFFICE, ServicePoint.Type.MRC],
        organisation__district=area.district_code,
    )
    return list((here | offices).prefetch_related("organisation__offers"))
