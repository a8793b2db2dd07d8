"""The standard texts of a district's letters, under /kelola/surat/."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.drafts.forms import bound_or_draft, save_edit
from ltsa.versions import Stale

from . import actions
from .forms import LetterTextForm, NewestForm
from .kinds import KINDS, Kind
from .lists import example_pdf, kind_page, kind_rows, placeholder_rows
from .models import LetterText
from .serving import as_file

manages_master_data = access(Permission.MASTER_DATA_MANAGE)


@manages_master_data
def index(request):
    return render(request, "letters/kind_list.html", {"rows": kind_rows(request.user)})


@manages_master_data
def detail(request, kind):
    return render(request, "letters/kind_detail.html", kind_page(_kind_or_404(kind), request.user))


@manages_master_data
def write(request, kind):
    shape = _kind_or_404(kind)
    form = bound_or_draft(LetterTextForm, request, kind=shape, initial=_now(shape, request.user))
    if request.method == "POST" and form.is_valid():
        saved = save_edit(
            request,
            form,
            lambda: actions.write_text(shape.code, by=request.user, **form.cleaned_data),
        )
        if saved:
            messages.success(
                request, _("Teks surat disimpan. Surat yang sudah dibuat tidak berubah.")
            )
            return redirect("letters:detail", shape.code)
    context = {"form": form, "kind": shape, "placeholders": placeholder_rows(shape)}
    return render(request, "letters/text_form.html", context)


@manages_master_data
def example(request, kind):
    """The PDF with invented people: of the text that counts, or of what stands in the form."""
    shape = _kind_or_404(kind)
    words = {name: value for name, value in _now(shape, request.user).items() if name != "version"}
    if request.method == "POST":
        path = reverse("letters:write", args=[shape.code])
        form = bound_or_draft(LetterTextForm, request, path=path, kind=shape)
        if not form.is_valid():
            context = {"form": form, "kind": shape, "placeholders": placeholder_rows(shape)}
            return render(request, "letters/text_form.html", context)
        words = {name: form.cleaned_data[name] for name in ("subject", "body")}
    return as_file(example_pdf(shape, user=request.user, **words), "contoh-surat.pdf", inline=True)


@manages_master_data
@require_POST
def go_back(request, kind):
    shape = _kind_or_404(kind)
    form = NewestForm(request.POST)
    if form.is_valid():
        try:
            actions.use_shipped_text(shape.code, by=request.user, **form.cleaned_data)
            messages.success(request, _("Teks bawaan dipakai lagi. Versi lama tetap tersimpan."))
        except Stale:
            messages.warning(request, _("Teks ini baru saja diubah orang lain. Periksa dulu."))
    return redirect("letters:detail", shape.code)


def _kind_or_404(code: str) -> Kind:
    if code not in KINDS:
        raise Http404
    return KINDS[code]


def _now(kind: Kind, user) -> dict:
    text = LetterText.objects.newest(user.posting.district_id, kind.code)
    subject, body = actions.words_of(kind, text)
    return {"subject": subject, "body": body, "version": text.version if text else 0}
