from rest_framework.pagination import CursorPagination


class KeysetPagination(CursorPagination):
    """Pages by key, never by offset: page 4,000 costs what page 1 costs."""

    page_size = 25
    max_page_size = 100
    page_size_query_param = "limit"
    ordering = ("-created_at", "-id")

    def get_ordering(self, request, queryset, view):
        return getattr(view, "keyset", self.ordering)
