"""Letters of a case and of its referrals: written, read, taken back. The case's own door opens them."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.letters.models import Letter
from ltsa.letters.serving import pdf_response

from .. import actions
from ..disclosure import may_read_narrative, may_work
from ..forms import PowerOfAttorneyForm, ReceiptForm, VoidLetterForm
from ..models import Case, Referral

KINDS = {
    "kuasa": (PowerOfAttorneyForm, actions.write_power_of_attorney, _("Surat kuasa")),
    "tanda-terima": (ReceiptForm, actions.write_receipt, _("Tanda terima")),
}


@access(Permission.CASE_WORK)
def create(request, pk, kind):
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    if kind not in KINDS or not may_work(case, request.user):
        raise Http404
    form_class, write, title = KINDS[kind]
    form = bound_or_draft(form_class, request, case=case, user=request.user)
    if request.method == "POST" and form.is_valid():
        make = lambda: write(case, by=request.user, **form.told())  # noqa: E731
        if save_once(request, form, make, model=Letter):
            return redirect("cases:case_detail", pk)
    context = {"form": form, "case": case, "title": title}
    return render(request, "cases/letter_form.html", context)


@access(Permission.REFERRAL_SEND)
@require_POST
def referral(request, pk):
    """The letter that goes along by hand; written anew each time it is asked for."""
    sent = Referral.objects.outgoing(request.user).open().exclude(state="draft")
    row = get_object_or_404(sent.with_parts(), pk=pk)
    return pdf_response(actions.write_referral_letter(row, by=request.user), by=request.user)


@access(Permission.CASE_SEE)
def read(request, pk):
    letter, _case = _letter_or_404(request.user, pk)
    copy = bool(request.GET.get("salinan"))
    return pdf_response(letter, by=request.user, working_copy=copy)


@access(Permission.CASE_WORK)
def void(request, pk):
    letter, case = _letter_or_404(request.user, pk)
    if letter.is_void or case.organisation_id != request.user.posting.organisation_id:
        raise Http404
    form = bound_or_draft(VoidLetterForm, request)
    if request.method == "POST" and form.is_valid():
        actions.void_letter(letter, case, by=request.user, **form.cleaned_data)
        return redirect("cases:case_detail", case.pk)
    context = {"form": form, "case": case, "letter": letter}
    return render(request, "cases/letter_void.html", context)


def _letter_or_404(user, pk) -> tuple[Letter, Case]:
    """A letter through its case, or through a referral that this reader's house sent."""
    letter = get_object_or_404(Letter, pk=pk)
    cases = Case.objects.visible_to(user)
    sent = Referral.objects.outgoing(user).filter(pk=letter.subject).values("case")
    case = cases.filter(pk=letter.subject).first() or cases.filter(pk__in=sent).first()
    if case is None or not may_read_narrative(case, user):
        raise Http404
    return letter, case
