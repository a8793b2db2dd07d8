from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from ltsa.access import PUBLIC, Permission, access
from ltsa.keyset import PARAMETER, page_of

from . import notice as text
from .actions import record_reading
from .forms import TrailForm
from .retention import DEFAULTS
from .trail import NEWEST_FIRST, asked_day, asked_person, looks, trail_rows


@access(PUBLIC)
def notice(request):
    """What people must be told before their data are taken (UU 27/2022 art 21)."""
    return render(request, "privacy/notice.html", {"retention": DEFAULTS, "since": text.SINCE})


@access(Permission.AUDIT_SEE)
def trail(request):
    form = TrailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(_filtered(**form.cleaned_data))
    person = asked_person(request.GET.get("petugas", ""))
    day = asked_day(request.GET.get("hari", ""))
    page = page_of(looks(person=person, day=day), request, order=NEWEST_FIRST)
    if PARAMETER not in request.GET:
        # One trace a reading, not one a page of it.
        record_reading(person=person, by=request.user)
    rows = trail_rows(page.rows)
    context = {"form": form, "rows": rows, "page": page, "person": person, "day": day}
    return render(request, "privacy/trail.html", context)


def _filtered(*, person, day, **_more) -> str:
    asked = {"petugas": person.pk} if person else {}
    if day:
        asked["hari"] = day.isoformat()
    return f"{reverse('privacy:trail')}?{urlencode(asked)}"
