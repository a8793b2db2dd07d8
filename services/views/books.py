"""An office brings in its Excel book: file, columns, dry run, doubles, saving, undoing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.drafts.actions import drop_draft
from ltsa.drafts.forms import bound_or_draft, save_once
from ltsa.keyset import page_of

from ..actions import books as actions
from ..book_page import book_lines, book_page, double_lines, name_of, progress_of
from ..books.columns import guess
from ..books.sheets import XLSX, template, to_mend
from ..forms.book import BookForm, ColumnsForm, DoublesForm, UndecidedForm
from ..models import BookImport, ColumnMapping
from ..transitions import BOOKS, NotPossible, possible


@access(Permission.CLIENT_IMPORT)
def index(request):
    """The office's books, and the form for the next one."""
    form = bound_or_draft(BookForm, request)
    if request.method == "POST" and form.is_valid():
        book = save_once(
            request,
            form,
            lambda: actions.receive_book(form.sheet, by=request.user),
            model=BookImport,
        )
        if book:
            for note in form.sheet.notes:
                messages.warning(request, note)
            return redirect("services:book_columns", book.pk)
    seen = BookImport.objects.visible_to(request.user).select_related("by")
    page = page_of(seen, request, order=("-created_at", "-id"), size=10)
    context = {"form": form, "books": book_lines(page.rows), "page": page}
    return render(request, "services/book_list.html", context)


@access(Permission.CLIENT_IMPORT)
def blank(request):
    """The template to fill in."""
    return _sheet(template(request.user.posting.district_id), "templat-impor.xlsx")


@access(Permission.CLIENT_IMPORT)
def columns(request, pk):
    """Say which column of the book means what; then it is checked."""
    book = _book_or_404(request, pk)
    remembered = ColumnMapping.objects.filter(organisation=book.organisation_id).first()
    known = book.columns or guess(book.headers, remembered.columns if remembered else {})
    form = bound_or_draft(ColumnsForm, request, headers=book.headers, initial=known)
    if request.method == "POST" and form.is_valid():
        drop_draft(request.user, form.draft_path)
        return _do(request, book, actions.map_book, columns=form.columns())
    if "map" not in {one.verb for one in possible(book, BOOKS)}:
        return redirect("services:book_detail", book.pk)
    context = {"form": form, "book": book, "name": name_of(book)}
    return render(request, "services/book_columns.html", context)


@access(Permission.CLIENT_IMPORT)
def detail(request, pk):
    """How far it is, while a worker has it; then what was found."""
    book = _book_or_404(request, pk)
    progress = progress_of(book)
    if progress["running"]:
        part = "services/book_progress_part.html"
        page = part if request.htmx else "services/book_progress.html"
        return render(request, page, {"book": book, "progress": progress})
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if not book.columns:
        return redirect("services:book_columns", book.pk)
    return render(request, "services/book_detail.html", {"book": book} | book_page(book))


@access(Permission.CLIENT_IMPORT)
def doubles(request, pk):
    """Line by line: whoever may be registered already."""
    book = _book_or_404(request, pk)
    rows = book.rows.filter(state="double").select_related("same_as", "book")
    page = page_of(rows, request, order=("number",), size=20)
    form = DoublesForm(request.POST or None, rows=page.rows)
    if request.method == "POST" and form.is_valid():
        answer = _do(request, book, actions.choose_doubles, choices=form.choices())
        return redirect(f"{request.path}{page.next}") if page.next else answer
    record("view", book, by=request.user)
    context = {
        "book": book,
        "name": name_of(book),
        "page": page,
        "lines": double_lines(page.rows, form, request.user),
        "undecided": UndecidedForm(),
    }
    return render(request, "services/book_doubles.html", context)


@access(Permission.CLIENT_IMPORT)
@require_POST
def decide(request, pk):
    """One answer for every line that has none yet."""
    book = _book_or_404(request, pk)
    form = UndecidedForm(request.POST)
    if not form.is_valid():
        return redirect("services:book_doubles", book.pk)
    return _do(request, book, actions.choose_undecided, choice=form.cleaned_data["choice"])


@access(Permission.CLIENT_IMPORT)
def mend(request, pk):
    """The lines that were not saved, with what is wrong with each."""
    book = _book_or_404(request, pk)
    record("export", book, by=request.user)
    return _sheet(to_mend(book), "perlu-diperbaiki.xlsx")


@access(Permission.CLIENT_IMPORT)
@require_POST
def save(request, pk):
    return _do(request, _book_or_404(request, pk), actions.save_book)


@access(Permission.CLIENT_IMPORT)
def undo(request, pk):
    """Ask once, then take the whole import back."""
    book = _book_or_404(request, pk)
    if request.method == "POST":
        return _do(request, book, actions.undo_book)
    return render(request, "services/book_undo.html", {"book": book} | book_page(book))


@access(Permission.CLIENT_IMPORT)
@require_POST
def discard(request, pk):
    book = _book_or_404(request, pk)
    try:
        actions.discard_book(book, by=request.user)
    except NotPossible:
        messages.warning(request, _("Buku ini sudah berjalan. Muat ulang halaman."))
        return redirect("services:book_detail", book.pk)
    messages.success(request, _("Buku dibuang. Tidak ada yang disimpan."))
    return redirect("services:book_list")


def _book_or_404(request, pk) -> BookImport:
    seen = BookImport.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("organisation"), pk=pk)


def _do(request, book: BookImport, verb, **told):
    """One verb; whatever it refuses is said on the book's page."""
    try:
        verb(book, by=request.user, **told)
    except NotPossible:
        messages.warning(request, _("Buku ini sudah berjalan. Muat ulang halaman."))
    except ValidationError as error:
        messages.warning(request, error.messages[0])
    return redirect("services:book_detail", book.pk)


def _sheet(body: bytes, name: str) -> HttpResponse:
    kept = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=XLSX, headers=kept)
