from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_edit

from .. import actions
from ..actions.documents import document_version
from ..disclosure import is_home, may_edit, show_client
from ..forms import DocumentsForm
from ..models import DocumentCheck, Migrant


@access(Permission.CLIENT_EDIT)
def edit(request, pk):
    """The eight documents of one client, asked about and written down at once."""
    migrant = get_object_or_404(Migrant.objects.identified_for(request.user).with_place(), pk=pk)
    if not (is_home(migrant, request.user) and may_edit(migrant, request.user)):
        raise Http404
    seen = DocumentCheck.objects.visible_to(request.user).filter(migrant=migrant)
    rows = {row.code: row for row in seen}
    known = {"version": document_version(rows.values())}
    form = bound_or_draft(DocumentsForm, request, rows=rows, initial=known)
    if request.method == "POST" and form.is_valid() and _is_saved(request, form, migrant, rows):
        return redirect("services:migrant_detail", migrant.pk)
    record("view", migrant, fields=["documents"], by=request.user)
    context = {"form": form, "client": show_client(migrant, request.user)}
    status = 409 if getattr(form, "both", None) else 200
    return render(request, "services/documents_form.html", context, status=status)


def _is_saved(request, form, migrant: Migrant, rows: dict) -> bool:
    version = form.cleaned_data["version"]
    theirs = {f"{code}_state": row.state for code, row in rows.items()}
    return save_edit(
        request,
        form,
        lambda: actions.check_documents(
            migrant, seen=form.seen(), version=version, by=request.user
        ),
        **theirs,
    )
