"""/api/v1/: each app registers its resources in its own `api`; ltsa/urls.py puts them together."""

from django.urls import path, re_path
from drf_spectacular.renderers import OpenApiJsonRenderer2, OpenApiYamlRenderer
from drf_spectacular.views import SpectacularAPIView
from rest_framework.exceptions import NotFound
from rest_framework.views import APIView

from ltsa.access import PUBLIC

from .codes import CodesViewSet


class SchemaView(SpectacularAPIView):
    """Public: it tells the shape of the API, and nothing of anybody."""

    access = PUBLIC
    authentication_classes = []
    renderer_classes = [OpenApiJsonRenderer2, OpenApiYamlRenderer]


class Nothing(APIView):
    """Every other address of the API: a problem in JSON, not the page for people."""

    access = PUBLIC
    authentication_classes: list = []
    schema = None

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        raise NotFound


urlpatterns = [
    path("schema/", SchemaView.as_view(), name="schema"),
    path("codes/<str:list>/", CodesViewSet.as_view({"get": "retrieve"}), name="codes"),
    re_path(
        r"^[\s\S]*$", Nothing.as_view(), name="nothing"
    ),  # a line break is a sign like any other
]
