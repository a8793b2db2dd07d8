from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone
from pghistory.middleware import HistoryMiddleware

from ltsa import reading
from ltsa.logs import without_keys

from .limits import TooManyReveals
from .traces import keep_trace


class QuietHistoryMiddleware(HistoryMiddleware):
    """History notes the address beside a change; one that opens something by itself is noted without its key."""

    def get_context(self, request):
        told = super().get_context(request)
        return told | {"url": without_keys(told["url"])}


class TrailMiddleware:
    """Every list, search and refused reading leaves a line; without its line no answer leaves the house."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with reading.begin(request) as now:
            response = self.get_response(request)
            keep_trace(request, response, now)
        return response

    def process_exception(self, request, exception):
        if not isinstance(exception, TooManyReveals):
            return None
        until = timezone.now() + timedelta(seconds=exception.wait)
        response = render(request, "audit/too_many.html", {"until": until}, status=429)
        response["Retry-After"] = str(exception.wait)
        return response
