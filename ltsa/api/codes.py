"""Every code list of the house with its labels in both languages. Apps add theirs with `code_list`."""

from collections.abc import Callable, Iterable

from django.http import Http404
from django.utils import translation
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, viewsets
from rest_framework.response import Response

from ltsa.access import SIGNED_IN

from .schema import HouseSchema

LISTS: dict[str, Callable] = {}


def code_list(name: str, choices) -> None:
    """Offer a TextChoices as codes/<name>/."""
    LISTS[name] = lambda user: both_languages(choices.choices)


def both_languages(choices: Iterable) -> list[dict]:
    """[{code, label_id, label_en}] of (code, lazy label) pairs."""
    choices = list(choices)
    labels = {}
    for language in ("id", "en"):
        with translation.override(language):
            labels[language] = [str(label) for _code, label in choices]
    return [
        {"code": code, "label_id": indonesian, "label_en": english}
        for (code, _label), indonesian, english in zip(
            choices, labels["id"], labels["en"], strict=True
        )
    ]


class CodeShown(serializers.Serializer):
    code = serializers.CharField()
    label_id = serializers.CharField()
    label_en = serializers.CharField()


class CodesShown(serializers.Serializer):
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = CodeShown(many=True)


class CodesSchema(HouseSchema):
    def get_override_parameters(self):
        """Asked when the schema is made: by then every app has added its lists."""
        return [OpenApiParameter("list", str, OpenApiParameter.PATH, enum=sorted(LISTS))]


class CodesViewSet(viewsets.ViewSet):
    """A code list: what may be written into a field, and how it is called. Always complete."""

    http_method_names = ["get", "head"]
    access = {"retrieve": SIGNED_IN}
    schema = CodesSchema()
    lookup_url_kwarg = "list"

    @extend_schema(responses=CodesShown)
    def retrieve(self, request, list):
        if list not in LISTS:
            raise Http404
        rows = LISTS[list](request.user)
        return Response({"next": None, "previous": None, "results": rows})
