from django.core.exceptions import ValidationError
from django.urls import path
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from ltsa.api.schema import PROBLEM, Problem

from .figures import figures
from .forms import PeriodForm
from .scope import READS_FIGURES


class FiguresView(APIView):
    """The dashboard's numbers, suppressed alike; without dates those of the running month, in its first seven days of the one before."""

    access = READS_FIGURES

    @extend_schema(
        parameters=[
            OpenApiParameter("district", OpenApiTypes.STR),
            OpenApiParameter("from", OpenApiTypes.DATE),
            OpenApiParameter("to", OpenApiTypes.DATE),
        ],
        responses={200: OpenApiTypes.OBJECT, (404, PROBLEM): Problem},
    )
    def get(self, request):
        asked = {name: request.query_params.get(name, "") for name in ("from", "to")}
        form = PeriodForm(asked, user=request.user)
        if not form.is_valid():
            raise ValidationError(form.errors.as_data())
        period = form.cleaned_data["chosen"]
        told = figures(
            request.user,
            district=request.query_params.get("district", ""),
            start=period.start,
            end=period.end,
        )
        return Response(told)


urlpatterns = [path("figures/", FiguresView.as_view())]
