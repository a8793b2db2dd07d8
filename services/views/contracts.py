from django.shortcuts import get_object_or_404, redirect, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.forms import bound_or_draft, save_once

from .. import actions
from ..contracts import findings
from ..disclosure import show_client
from ..forms import ContractForm
from ..models import ContractCheck, Migrant


@access(Permission.SESSION_CREATE)
def create(request, pk):
    migrant = get_object_or_404(Migrant.objects.visible_to(request.user).with_place(), pk=pk)
    form = bound_or_draft(ContractForm, request)
    if request.method == "POST" and form.is_valid():
        check = save_once(
            request,
            form,
            lambda: actions.check_contract(migrant, answers=form.cleaned_data, by=request.user),
            model=ContractCheck,
        )
        if check:
            return redirect("services:contract_detail", check.pk)
    context = {"form": form, "client": show_client(migrant, request.user)}
    return render(request, "services/contract_form.html", context)


@access(Permission.CLIENT_SEE)
def detail(request, pk):
    """What is missing, and what to ask; to print and take along."""
    seen = ContractCheck.objects.visible_to(request.user)
    parts = ("migrant__village__parent__parent", "migrant__registered_by", "by", "organisation")
    check = get_object_or_404(seen.select_related(*parts), pk=pk)
    record("view", check, by=request.user)
    client = show_client(check.migrant, request.user)
    context = {"check": check, "client": client, "found": findings(check)}
    return render(request, "services/contract_detail.html", context)
