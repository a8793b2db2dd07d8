"""PostgreSQL away: a clear page with Retry-After instead of a bare 500, and nothing else is tried.

An error handler and no middleware: the session, the language and the door need the database too, and what they
raise reaches no middleware above them.
"""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views import defaults

RETRY_AFTER = 5  # seconds


def server_error(request) -> HttpResponse:
    """What Django asks for when nobody caught an error; it is still being handled."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return unavailable(request)
    return defaults.server_error(request)


def unavailable(request) -> HttpResponse:
    """503 for a person or for a program; it touches no database."""
    if request.path.startswith("/api/"):
        response: HttpResponse = JsonResponse(
            {"type": "about:blank", "title": "Service unavailable", "status": 503}, status=503
        )
        response["Content-Type"] = "application/problem+json"
    else:
        response = HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response
