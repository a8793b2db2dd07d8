from django.http import Http404, HttpResponse
from django.shortcuts import render

from ltsa.access import access
from ltsa.audit.actions import record

from .exports import CSV, XLSX, as_csv, as_xlsx
from .figures import Board, board_of, section_of
from .forms import PeriodForm
from .layout import page_of, place_of, tabs_of
from .scope import READS_FIGURES, scope_for
from .sockets import Scope


@access(*READS_FIGURES)
def board(request):
    """What needs action, the large numbers, and the tables that say most."""
    form = PeriodForm(request.GET or None, user=request.user)
    counted = _board(request, form)
    page = page_of(request.user, counted, leading_only=True)
    return _page(request, form, page, tabs_of(counted.scope, request.GET.urlencode()))


@access(*READS_FIGURES)
def section(request, name):
    form = PeriodForm(request.GET or None, user=request.user)
    counted = section_of(_scope(request, form), name)
    tabs = tabs_of(counted.scope, request.GET.urlencode(), current=name)
    return _page(request, form, page_of(request.user, counted), tabs)


@access(*READS_FIGURES)
def table_csv(request, name):
    return _file(request, name, as_csv, CSV, "csv")


@access(*READS_FIGURES)
def table_xlsx(request, name):
    return _file(request, name, as_xlsx, XLSX, "xlsx")


def _scope(request, form: PeriodForm) -> Scope:
    return scope_for(request.user, district=form.chosen_district, period=form.chosen)


def _board(request, form: PeriodForm) -> Board:
    return board_of(request.user, _scope(request, form))


def _page(request, form: PeriodForm, page: dict, tabs: list[dict]) -> HttpResponse:
    status = 400 if form.is_bound and form.errors else 200
    context = page | {"form": form, "tabs": tabs}
    return render(request, "dashboard/board.html", context, status=status)


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
