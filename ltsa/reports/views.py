from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from ltsa.access import access
from ltsa.dashboard.exports import CSV, XLSX, as_csv, as_xlsx
from ltsa.dashboard.figures import Board, board_of, forum_of
from ltsa.dashboard.forms import DistrictForm
from ltsa.dashboard.layout import page_of, place_of
from ltsa.dashboard.scope import READS_FIGURES, scope_for
from ltsa.dashboard.views import file_of
from ltsa.organisations.models import Letterhead

from .months import code_of, month_from, months_for


def district_of(request) -> DistrictForm:
    """What a viewer chose; Http404 for a district without an office."""
    form = DistrictForm(request.GET or None, user=request.user)
    if form.is_bound and not form.is_valid():
        raise Http404
    return form


@access(*READS_FIGURES)
def index(request):
    months = months_for(request.user)
    form = district_of(request)
    scope = scope_for(request.user, district=form.chosen_district, period=months[0])
    rows = [
        {"code": code_of(month), "words": month.words, "running": month.end >= localdate()}
        for month in months
    ]
    context = {
        "months": rows,
        "form": form,
        "place": place_of(request.user, scope),
        "question": form.question,
    }
    return render(request, "reports/index.html", context)


@access(*READS_FIGURES)
def month(request, code):
    form = district_of(request)
    context = page_of(request.user, _board(request, code, form))
    letterhead = Letterhead.objects.filter(organisation=request.user.posting.organisation_id)
    context |= {"code": code, "letterhead": letterhead.first(), "question": form.question}
    return render(request, "reports/month.html", context)


@access(*READS_FIGURES)
def forum(request, code):
    """The month for the tripartite forum: how the houses answer each other, on a page or two of paper."""
    form = district_of(request)
    scope = scope_for(
        request.user, district=form.chosen_district, period=month_from(code, request.user)
    )
    context = page_of(request.user, forum_of(scope)) | {"code": code, "question": form.question}
    return render(request, "reports/forum.html", context)


@access(*READS_FIGURES)
def month_csv(request, code):
    return _file(request, code, as_csv, CSV, "csv")


@access(*READS_FIGURES)
def month_xlsx(request, code):
    return _file(request, code, as_xlsx, XLSX, "xlsx")


def _board(request, code: str, form: DistrictForm) -> Board:
    """The tables of one month; what waits for action belongs to today and stays on the dashboard."""
    period = month_from(code, request.user)
    scope = scope_for(request.user, district=form.chosen_district, period=period)
    return board_of(request.user, scope, with_open_work=False)


def _file(request, code: str, write, content_type: str, ending: str) -> HttpResponse:
    counted = _board(request, code, district_of(request))
    name = f"laporan.{ending}"
    return file_of(request.user, counted, counted.tables, write, content_type, name)
