"""What every resource of the API shares: keyset lists, best 50 for ?q=, one row per Idempotency-Key, 404 for the unseen.

A viewset gives `rows()` (always from `visible_to`), `describe(rows)` (what this reader is shown of them, as dicts)
and a serializer for the shape of that. It says what each action needs in `access`.
"""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status, viewsets
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from ltsa.audit.actions import record
from ltsa.audit.limits import spend_rows
from ltsa.reading import note_rows

from .repeats import make_once

BEST = 50
Dicts = list[dict]  # the viewset's own `list` hides the type
Rows = list


class ListQuery(serializers.Serializer):
    q = serializers.CharField(
        required=False, allow_blank=True, max_length=100, help_text="The best 50, and no next page."
    )


class HouseViewSet(viewsets.GenericViewSet):
    http_method_names = ["get", "head", "post", "patch"]
    query_class: type[serializers.Serializer] = ListQuery
    keeps_views = False  # personal data: who opened it is recorded
    of_people = True  # its rows count as client rows; False for registers and one's own inbox

    def check_throttles(self, request):
        """One row by its id is a client row too, whatever is done to it: asked first, so that no act is done in vain."""
        super().check_throttles(request)
        if self.kwargs.get("pk"):
            self.spend(1)

    def rows(self):
        raise NotImplementedError

    def describe(self, rows) -> Dicts:
        raise NotImplementedError

    def narrowed(self, rows, asked: dict):
        return rows

    def found(self, q: str, asked: dict):
        raise NotImplementedError

    def get_queryset(self):
        return self.rows()

    def list(self, request):
        asked = self.asked()
        if asked.get("q"):
            self.paginator.check(request)
            found = self.listed(self.found(asked["q"], asked)[:BEST])
            return Response({"next": None, "previous": None, "results": self.shown(found)})
        page = self.listed(self.paginate_queryset(self.narrowed(self.rows(), asked)))
        return self.get_paginated_response(self.shown(page))

    def listed(self, rows) -> Rows:
        """The rows of a list, once they are counted. Raises TooMuch."""
        rows = [*rows]
        self.spend(len(rows))
        if self.of_people:
            note_rows(len(rows))
        return rows

    def spend(self, count: int) -> None:
        """Take from what this token may read in an hour. Raises TooMuch."""
        if self.of_people and self.request.auth is not None:
            spend_rows(self.request.auth, count)

    def retrieve(self, request, pk):
        row = self.seen(pk)
        if self.keeps_views:
            record("view", row, by=request.user)
        return self.reply(row)

    def asked(self) -> dict:
        # As a plain dict: what a form would call left empty is a wrong value in an address.
        sent = self.request.query_params.dict()
        query = self.query_class(data=sent, context={"request": self.request})
        query.is_valid(raise_exception=True)
        return query.validated_data

    def told(self, body: type[serializers.Serializer], **kwargs) -> dict:
        """The body of the request as checked by `body`. Raises ValidationError."""
        sent = body(data=self.request.data, context={"request": self.request}, **kwargs)
        sent.is_valid(raise_exception=True)
        return sent.validated_data

    def once(self, make, *, model):
        return make_once(self.request, make, model=model)

    def seen(self, pk):
        """The row, if this person may see it. Raises Http404."""
        return get_object_or_404(self.rows(), pk=pk)

    def shown(self, rows) -> Dicts:
        return self.get_serializer(self.describe(list(rows)), many=True).data

    def reply(self, row, code: int = status.HTTP_200_OK) -> Response:
        return Response(self.shown([row])[0], status=code)


def lists(query: type[serializers.Serializer] = ListQuery, **kwargs):
    """Describe `list` in the schema."""
    return extend_schema(parameters=[query], **kwargs)
