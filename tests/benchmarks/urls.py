"""The portal's addresses and the floors beside them: a bare view, with session and user, with a page's SQL, its frame."""

from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path

from ltsa.access import PUBLIC, SIGNED_IN, access
from ltsa.urls import urlpatterns as portal

# The statements that a page asked, beyond those of session and user; written by the benchmark.
STATEMENTS: dict[str, list[str]] = {}


@access(PUBLIC)
def hello(request):
    return HttpResponse("halo")


@access(SIGNED_IN)
def hello_auth(request):
    return HttpResponse("halo")


@access(SIGNED_IN)
def sql(request, name):
    """The answer of the database as JSON."""
    return JsonResponse({"rows": _asked(name)}, json_dumps_params={"default": str})


@access(SIGNED_IN)
def plain(request, name):
    """The empty frame, after the same statements."""
    _asked(name)
    return render(request, "base.html")


def _asked(name: str) -> list:
    found = []
    with connection.cursor() as cursor:
        for statement in STATEMENTS[name]:
            cursor.execute(statement)
            found.append(cursor.fetchall())
    return found


urlpatterns = [
    path("lantai/", hello),
    path("lantai/masuk/", hello_auth),
    path("lantai/sql/<name>/", sql),
    path("lantai/polos/<name>/", plain),
    *portal,
]
