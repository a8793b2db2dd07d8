from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ltsa.access import PUBLIC, Permission, access
from ltsa.keyset import page_of

from .actions import mark_all_read, mark_read
from .models import Notification
from .rows import line_rows


@access(Permission.INBOX_SEE)
def inbox(request):
    seen = Notification.objects.visible_to(request.user)
    page = page_of(seen, request, order=("-created_at", "-id"))
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


def _demo_only():
    if not settings.DEMO:
        raise Http404


@access(PUBLIC)
def outbox(request):
    """The demo's mails, newest first; the page does not exist in production."""
    _demo_only()
    page = page_of(Notification.objects.mails(), request, order=("-created_at", "-id"))
    return render(request, "notifications/outbox.html", {"rows": page.rows, "page": page})


@access(PUBLIC)
def mail(request, pk):
    _demo_only()
    return render(
        request,
        "notifications/mail.html",
        {"mail": get_object_or_404(Notification.objects.mails(), pk=pk)},
    )
