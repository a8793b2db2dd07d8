from django.core import signing
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ltsa.access import SIGNED_IN, access

from .actions import SALT, drop_draft, save_draft


@access(SIGNED_IN)
@require_POST
def save(request):
    """Called while typing. The stamp names the form, so a draft can only be written for a form that was shown."""
    try:
        user_id, path = signing.loads(request.POST.get("draft_stamp", ""), salt=SALT)
    except signing.BadSignature:
        return HttpResponseBadRequest()
    if user_id == str(request.user.pk):
        save_draft(path, request.POST, by_id=user_id)
    return HttpResponse(status=204)


@access(SIGNED_IN)
@require_POST
def drop(request):
    path = request.POST.get("path", "")
    drop_draft(request.user, path)
    safe = url_has_allowed_host_and_scheme(path, allowed_hosts=None) and path.startswith("/")
    return redirect(path if safe else "home:day")
