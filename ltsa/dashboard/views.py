from django.http import Http404, HttpResponse
from django.shortcuts import render

from ltsa.access import access
from ltsa.audit.actions import record

from .exports import CSV, XLSX, as_csv, as_xlsx
from .figures import Board, board_of
from .forms import PeriodForm
from .layout import page_of, place_of
from .scope import READS_FIGURES, scope_for


@access(*READS_FIGURES)
def board(request):
    form = PeriodForm(request.GET or None, user=request.user)
    page = page_of(request.user, _board(request, form))
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "dashboard/board.html", page | {"form": form}, status=status)


@access(*READS_FIGURES)
def table_csv(request, name):
    return _file(request, name, as_csv, CSV, "csv")


@access(*READS_FIGURES)
def table_xlsx(request, name):
    return _file(request, name, as_xlsx, XLSX, "xlsx")


def _board(request, form: PeriodForm) -> Board:
    period, district = form.chosen, form.chosen_district
    return board_of(request.user, scope_for(request.user, district=district, period=period))


def _file(request, name: str, write, content_type: str, ending: str) -> HttpResponse:
    counted = _board(request, PeriodForm(request.GET or None, user=request.user))
    table = next((one for one in counted.tables if one.name == name), None)
    if table is None:
        raise Http404
    return file_of(request.user, counted, [table], write, content_type, f"{name}.{ending}")


def file_of(user, counted: Board, tables, write, content_type: str, name: str) -> HttpResponse:
    """Tables as a file, written down in the audit; the reason holds place and period, never a number."""
    period, place = counted.scope.period, place_of(user, counted.scope)
    body = write(tables, period=period.words, place=place, as_of=counted.as_of)
    days = f"{period.start}_{period.end}"
    record("export", "dashboard.table", fields=[name], reason=f"{place}, {days}", by=user)
    response = HttpResponse(body, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{days}-{name}"'
    return response
