from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ltsa.access import PUBLIC, SIGNED_IN, Permission, access
from ltsa.drafts.forms import show_errors
from ltsa.keyset import PARAMETER, page_of

from . import notice as text
from .actions import look_at_alert, record_reading, say_home
from .forms import HomeForm, NoteForm, TrailForm
from .models import Alert, HomeVillage
from .retention import DEFAULTS
from .trail import NEWEST_FIRST, asked_day, asked_person, asked_record, looks, trail_rows


@access(PUBLIC)
def notice(request):
    """What people must be told before their data are taken (UU 27/2022 art 21)."""
    return render(request, "privacy/notice.html", {"retention": DEFAULTS, "since": text.SINCE})


@access(Permission.AUDIT_SEE)
def trail(request):
    form = TrailForm(request.POST or None, district=request.user.posting.district_id)
    if request.method == "POST" and form.is_valid():
        return redirect(_filtered(**form.cleaned_data))
    asked = {
        "person": asked_person(request.GET.get("petugas", "")),
        "day": asked_day(request.GET.get("hari", "")),
        "subject": asked_record(request.GET.get("catatan", "")),
    }
    page = page_of(looks(by=request.user, **asked), request, order=NEWEST_FIRST, of_people=False)
    if PARAMETER not in request.GET:
        # One trace a reading, not one a page of it.
        person = asked["person"].pk if asked["person"] else None
        record_reading(asked=asked["subject"] or person, by=request.user)
    context = {"form": form, "rows": trail_rows(page.rows), "page": page, **asked}
    return render(request, "privacy/trail.html", context)


def _filtered(*, person, day, subject, **_more) -> str:
    asked = {"petugas": person.pk} if person else {}
    if subject:
        asked["catatan"] = subject
    if day:
        asked["hari"] = day.isoformat()
    return f"{reverse('privacy:trail')}?{urlencode(asked)}"


@access(Permission.AUDIT_SEE)
def alerts(request):
    """What is unusual, the newest first."""
    rows = Alert.objects.visible_to(request.user).select_related("person", "seen_by", "district")
    page = page_of(rows, request, order=("-made_at", "-id"), of_people=False)
    return render(request, "privacy/alerts.html", {"page": page})


@access(Permission.AUDIT_SEE)
def alert(request, pk):
    """One of them: who, what, how much; and what the officer found when she looked at it."""
    rows = Alert.objects.visible_to(request.user).select_related("person", "seen_by", "district")
    row = get_object_or_404(rows, pk=pk)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            look_at_alert(row, by=request.user, **form.cleaned_data)
            messages.success(request, _("Peringatan ditandai sudah diperiksa."))
            return redirect("privacy:alerts")
        except ValidationError as error:
            show_errors(form, error)
    return render(request, "privacy/alert.html", {"alert": row, "form": form})


@access(SIGNED_IN)
def home(request):
    """Where a colleague lives, as she says: looks at her neighbours are then seen by the officer for data protection."""
    known = HomeVillage.objects.visible_to(request.user).select_related("village").first()
    start = {"village": known.village_id if known else ""}
    form = HomeForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        say_home(form.cleaned_data["village"], by=request.user)
        messages.success(request, _("Desa Anda disimpan."))
        return redirect("privacy:home")
    return render(request, "privacy/home.html", {"form": form, "known": known})
