"""Lists of the API: pages by key, never by offset: page 4,000 costs what page 1 costs."""

from django.core import signing
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.utils.urls import replace_query_param

SALT = "api.keyset"


class KeysetPagination(CursorPagination):
    """`keyset` on a view names its order. The place in the list is signed, so that nobody can try values."""

    page_size = 25
    max_page_size = 100
    page_size_query_param = "limit"
    page_size_query_description = "Rows on a page."
    cursor_query_description = "The place in the list, as `next` and `previous` carry it."
    ordering = ("-created_at", "-id")

    def get_ordering(self, request, queryset, view):
        return getattr(view, "keyset", self.ordering)

    def get_page_size(self, request) -> int:
        asked = request.query_params.get(self.page_size_query_param)
        if asked is None:
            return self.page_size
        if not (asked.isascii() and asked.isdigit() and len(asked) < 4):
            raise ValidationError({"limit": [_("Isi angka dari 1 sampai 100.")]})
        if not 1 <= int(asked) <= self.max_page_size:
            raise ValidationError({"limit": [_("Isi angka dari 1 sampai 100.")]})
        return int(asked)

    def check(self, request) -> None:
        """A search has one page; what is asked of pages must make sense all the same. Raises ValidationError."""
        self.get_page_size(request)
        self.decode_cursor(request)

    def encode_cursor(self, cursor) -> str:
        token = signing.dumps([cursor.offset, cursor.reverse, cursor.position], salt=SALT)
        return replace_query_param(str(self.base_url), self.cursor_query_param, token)

    def decode_cursor(self, request) -> Cursor | None:
        token = request.query_params.get(self.cursor_query_param)
        if token is None:
            return None
        try:
            return Cursor(*signing.loads(token, salt=SALT))
        except signing.BadSignature as error:
            raise ValidationError({"cursor": [_("Penunjuk halaman tidak berlaku.")]}) from error

    def get_schema_operation_parameters(self, view):
        cursor, limit = super().get_schema_operation_parameters(view)
        limit["schema"] = {"type": "integer", "minimum": 1, "maximum": self.max_page_size}
        return [cursor, limit]
