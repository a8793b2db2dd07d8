from pghistory.middleware import HistoryMiddleware

from ltsa.logs import without_keys


class QuietHistoryMiddleware(HistoryMiddleware):
    """History notes the address beside a change; one that opens something by itself is noted without its key."""

    def get_context(self, request):
        told = super().get_context(request)
        return told | {"url": without_keys(told["url"])}
