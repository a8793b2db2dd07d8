"""A house says that it has deleted what it had of a client who took her consent back (rule 7)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..forms import NoteDeletionForm
from ..models import DeletionRequest

SEE = (Permission.REFERRAL_SEE, Permission.CASE_RESTRICTED)


def _request_or_404(request, pk) -> DeletionRequest:
    seen = DeletionRequest.objects.visible_to(request.user).with_parts()
    return get_object_or_404(seen, pk=pk)


@access(*SEE)
def detail(request, pk):
    """What is asked; who asked a house without an account writes down here what she was told by phone or letter."""
    asked = _request_or_404(request, pk)
    ours = asked.organisation_id == request.user.posting.organisation_id
    form = None
    if actions.may_note_deletion(asked, request.user):
        form = bound_or_draft(NoteDeletionForm, request)
    if request.method == "POST" and (form is None or _note(request, asked, form)):
        return redirect("cases:deletion_detail", pk)
    context = {"asked": asked, "ours": ours, "form": form}
    return render(request, "cases/deletion_detail.html", context)


def _note(request, asked, form) -> bool:
    def save():
        actions.note_deletion(asked, by=request.user, **form.cleaned_data)

    return form.is_valid() and save_edit(request, form, save)


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
