"""The public directory for programs: lists in the shapes of HSDS 3.0, a page at a time, without signing in."""

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ltsa.access import PUBLIC, access
from ltsa.areas.models import Area
from ltsa.gather import gather

from .. import hsds
from ..directory import listed
from ..models import OfferedService
from ..week import asked_of, weeks

ABOUT = {
    "version": "3.0",
    "profile": "https://docs.openreferral.org/en/3.0/hsds/",
    "openapi_url": "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json",
}
PER_PAGE, MOST = 50, 200
published = cache_control(public=True, max_age=300)


@access(PUBLIC)
@require_safe
@published
def about(request):
    return JsonResponse(ABOUT)


@access(PUBLIC)
@require_safe
@published
def organizations(request):
    page = _page(request, _asked(request).order_by("name", "pk"))
    week = weeks(page.object_list, *gather(*asked_of(page.object_list)))
    contents = [hsds.organization(house, week[house.pk]) for house in page.object_list]
    return JsonResponse(hsds.page_shape(page, contents))


@access(PUBLIC)
@require_safe
@published
def services(request):
    """Fully nested: each service with its house, hours, places, languages and area."""
    offers = OfferedService.objects.filter(organisation__in=_asked(request).values("pk"))
    page = _page(request, offers.order_by("organisation__name", "organisation_id", "code"))
    houses = {one.pk: one for one in listed().filter(pk__in={o.organisation_id for o in page})}
    areas, *answers = gather(_areas(page), *asked_of(houses.values()))
    week = weeks(houses.values(), *answers)
    places = {area.code: area.short_name for area in areas}
    contents = [
        hsds.service(offer, houses[offer.organisation_id], week[offer.organisation_id], places)
        for offer in page
    ]
    return JsonResponse(hsds.page_shape(page, contents))


def _asked(request):
    """Everybody who stands in the directory, or those of one district (a code of Kemendagri) with the nation's."""
    code = request.GET.get("kabupaten", "").replace("\x00", "")[:5]
    return listed(code)


def _page(request, rows):
    asked = request.GET.get("per_page", "")
    size = min(int(asked[:4]), MOST) if asked.isdecimal() else PER_PAGE
    page = Paginator(rows, size or PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = list(page.object_list)
    return page


def _areas(offers):
    codes = {code for offer in offers for code in offer.areas}
    districts = Area.objects.filter(level=Area.Level.REGENCY, code__in=_districts(offers))
    return Area.objects.filter(code__in=codes) | districts


def _districts(offers):
    houses = {offer.organisation_id for offer in offers}
    return listed().filter(pk__in=houses).order_by().values("district")
