"""A house says that it has deleted what it had of a client who took her consent back (rule 7)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access

from .. import actions
from ..models import DeletionRequest

SEE = (Permission.REFERRAL_SEE, Permission.CASE_RESTRICTED)


def _request_or_404(request, pk) -> DeletionRequest:
    seen = DeletionRequest.objects.visible_to(request.user).with_parts()
    return get_object_or_404(seen, pk=pk)


@access(*SEE)
def detail(request, pk):
    asked = _request_or_404(request, pk)
    ours = asked.organisation_id == request.user.posting.organisation_id
    return render(request, "cases/deletion_detail.html", {"asked": asked, "ours": ours})


@access(*SEE)
@require_POST
def confirm(request, pk):
    asked = get_object_or_404(
        DeletionRequest.objects.visible_to(request.user).filter(
            organisation=request.user.posting.organisation_id
        ),
        pk=pk,
    )
    actions.confirm_deletion(asked, by=request.user)
    messages.success(request, _("Terima kasih. Penghapusan sudah dikonfirmasi."))
    return redirect("cases:deletion_detail", pk)
