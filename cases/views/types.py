"""The types of a case: of an ordinary one by whoever works on it, of a restricted one by its team."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft

from .. import actions
from ..disclosure import may_work
from ..forms import OrdinaryTypesForm, TypesForm
from ..models import Case
from .asking import edit_or_refuse


@access(Permission.CASE_WORK, Permission.CASE_RESTRICTED)
def edit(request, pk):
    seen = Case.objects.visible_to(request.user).select_related("primary_type")
    case = get_object_or_404(seen, pk=pk)
    if not may_work(case, request.user):
        raise Http404
    others = list(case.secondary_types.all())
    start = {"primary_type": case.primary_type, "secondary_types": others, "version": case.version}
    kind = TypesForm if case.restricted else OrdinaryTypesForm
    form = bound_or_draft(kind, request, case=case, initial=start)
    if request.method == "POST" and form.is_valid():
        told = {"types": form.types(), "version": form.cleaned_data["version"]}
        told["closing"] = form.cleaned_data.get("closing", False)
        save = lambda: actions.set_types(case, by=request.user, **told)  # noqa: E731
        if edit_or_refuse(request, form, case, "types", save, secondary_types=others):
            return _after(request, case)
    return render(request, "cases/story_form.html", {"form": form, "case": case, "part": "types"})


def _after(request, case: Case):
    """Whoever closed the case to herself is told so, and goes back to her list."""
    if Case.objects.visible_to(request.user).filter(pk=case.pk).exists():
        return redirect("cases:case_detail", case.pk)
    messages.success(request, _("Kasus ini sekarang terbatas. Tim pendamping melanjutkannya."))
    return redirect("cases:case_list")
