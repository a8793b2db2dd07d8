from django.conf import settings
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ltsa.access import PUBLIC, SIGNED_IN, Permission, access
from ltsa.gather import ask_together
from ltsa.notifications.models import Notification
from ltsa.notifications.rows import delivery_rows
from ltsa.organisations.models import ServicePoint
from ltsa.reading import note_rows
from ltsa.sockets import CARDS, FINDERS, KEYS, STARTS
from ltsa.uploads import has_scanner

from .health import health, part_rows


@access(PUBLIC)
def landing(request):
    offices = (
        ServicePoint.objects.current()
        .filter(type__in=["office", "mrc"], area__isnull=False)
        .select_related("organisation__district", "area")
        .order_by("organisation__district__name", "type", "name")
    )
    return render(request, "home/landing.html", {"offices": offices})


@access(SIGNED_IN)
def day(request):
    """My day: what waits for me, and what I can begin."""
    made = ask_together(*(make(request.user) for make in CARDS))
    cards = [one for one in made if one is not None]
    starts = [(*start, KEYS.get(start[2], "")) for start in STARTS if request.user.can(start[0])]
    cards.sort(key=lambda made: made.order)
    return render(request, "home/day.html", {"cards": cards, "starts": starts})


@access(SIGNED_IN)
def search(request):
    """One search box over whatever the apps can find for this person; POST keeps names out of the address bar."""
    q = request.POST.get("q", "").replace("\0", "").strip()[:100]
    found = [hit for find in FINDERS if q and (hit := find(request.user, q)) is not None]
    if q:
        note_rows(sum(len(hit.lines) for hit in found))
    return render(request, "home/search.html", {"q": q, "found": found})


@access(PUBLIC)
@require_POST
def theme(request):
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    response = HttpResponseRedirect(target if safe else "/")
    chosen = request.POST.get("theme")
    response.set_cookie(
        "theme",
        chosen if chosen in ("light", "dark") else "auto",
        max_age=31_536_000,
        samesite="Lax",
        secure=not settings.DEMO,
    )
    return response


@access(PUBLIC)
def healthz(request):
    state = health()
    return JsonResponse(state, status=200 if state["database"] else 503)


@access(Permission.SYSTEM_SEE)
def system(request):
    """Is every part alive, and did every message go out? Numbers only, for whoever keeps the machines."""
    sent = delivery_rows(Notification.objects.by_delivery())
    context = {"rows": part_rows(health()), "sent": sent}
    context["scanner"] = has_scanner()
    return render(request, "home/system.html", context)


def csrf_failure(request, reason=""):
    """A form that was open too long: say what to do; the draft still holds what was typed."""
    return render(request, "403_csrf.html", status=403)
