from django.core import signing
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ltsa.access import SIGNED_IN, access
from ltsa.idempotency.actions import is_used

from . import kept
from .actions import drop_draft, read_stamp, save_draft


@access(SIGNED_IN)
@require_POST
def save(request):
    """Called while typing: 204 saved, 409 when the form was shown to somebody else or is saved already."""
    try:
        user_id, path = read_stamp(request.POST.get("draft_stamp", ""))
    except signing.BadSignature:
        return HttpResponseBadRequest()
    used = is_used(request.POST.get("idempotency_key", ""), by=request.user)
    if user_id != str(request.user.pk) or used:
        return HttpResponse(status=409)
    draft = save_draft(path, request.POST, by_id=user_id)
    response = HttpResponse(status=204)
    kept.note(response, draft)
    return response


@access(SIGNED_IN)
@require_POST
def drop(request):
    """Throw one's own draft away and show the form anew."""
    try:
        user_id, path = read_stamp(request.POST.get("draft_stamp", ""))
    except signing.BadSignature:
        return redirect("home:day")
    if user_id == str(request.user.pk):
        drop_draft(request.user, path)
    return redirect(path)
