import json

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ltsa.access import PUBLIC, Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit
from ltsa.keyset import page_of

from .actions import (
    believe_address,
    change_preference,
    mark_all_read,
    mark_delivery,
    mark_read,
)
from .forms import PreferenceForm
from .gateway import is_offered, is_signed
from .models import Notification, Preference
from .rows import line_rows, sent_rows

SHOWN = 5  # messages on the page of preferences
OUTCOMES = {"delivered": True, "failed": False}  # any other, such as "queued", changes nothing


@access(Permission.INBOX_SEE)
def inbox(request):
    seen = Notification.objects.visible_to(request.user)
    page = page_of(seen, request, order=("-created_at", "-id"), of_people=False)
    context = {"rows": line_rows(page.rows), "page": page}
    return render(request, "notifications/inbox.html", context)


@access(Permission.INBOX_SEE)
@require_POST
def open_line(request, pk):
    """Mark a line read and go where it leads; that page asks its own permission again."""
    line = get_object_or_404(Notification.objects.visible_to(request.user), pk=pk)
    mark_read(line, by=request.user)
    return redirect(line.link or "notifications:inbox")


@access(Permission.INBOX_SEE)
@require_POST
def read_all(request):
    mark_all_read(by=request.user)
    return redirect("notifications:inbox")


@access(Permission.INBOX_SEE)
def preferences(request):
    """How she wishes to be told, and what became of the last messages to her."""
    mine = Preference.objects.visible_to(request.user).first() or Preference(user=request.user)
    form = bound_or_draft(PreferenceForm, request, instance=mine)
    if request.method == "POST" and form.is_valid():
        change = lambda: change_preference(by=request.user, **form.cleaned_data)  # noqa: E731
        if save_edit(request, form, change):
            messages.success(request, _("Pilihan pemberitahuan disimpan."))
            return redirect("notifications:preferences")
    last = Notification.objects.sent_to(request.user)[:SHOWN]
    context = {"form": form, "wish": mine, "offered": is_offered(), "sent": sent_rows(last)}
    return render(request, "notifications/preferences.html", context)


@access(Permission.INBOX_SEE)
@require_POST
def address_works(request):
    believe_address(request.user)
    messages.success(request, _("Terima kasih. Surel berikutnya dikirim ke alamat ini."))
    return redirect("notifications:preferences")


@csrf_exempt
@access(PUBLIC)
@require_POST
def gateway_status(request):
    """What the gateway says became of a message; believed by its signature alone."""
    head = request.headers
    stamp, signature = head.get("X-Gateway-Timestamp", ""), head.get("X-Gateway-Signature", "")
    if not is_signed(request.body, stamp, signature):
        return HttpResponse(status=403)
    try:
        told = json.loads(request.body)
        reference, status = str(told["reference"]), str(told["status"])
    except (ValueError, KeyError, TypeError):
        return HttpResponse(status=400)
    # Not known yet, when it is faster than the worker's commit: the gateway asks again.
    known = status not in OUTCOMES or mark_delivery(reference, delivered=OUTCOMES[status])
    return HttpResponse(status=204 if known else 404)


def _demo_only():
    if not settings.DEMO:
        raise Http404


@access(PUBLIC)
def outbox(request):
    """The demo's mails, newest first; the page does not exist in production."""
    _demo_only()
    mails = Notification.objects.mails()
    page = page_of(mails, request, order=("-created_at", "-id"), of_people=False)
    return render(request, "notifications/outbox.html", {"rows": page.rows, "page": page})


@access(PUBLIC)
def mail(request, pk):
    _demo_only()
    return render(
        request,
        "notifications/mail.html",
        {"mail": get_object_or_404(Notification.objects.mails(), pk=pk)},
    )
