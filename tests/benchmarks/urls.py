"""The portal's addresses and two floors beside them: a bare view, and the same with session and user."""

from django.http import HttpResponse
from django.urls import path

from ltsa.access import PUBLIC, SIGNED_IN, access
from ltsa.urls import urlpatterns as portal


@access(PUBLIC)
def hello(request):
    return HttpResponse("halo")


@access(SIGNED_IN)
def hello_auth(request):
    return HttpResponse("halo")


urlpatterns = [path("lantai/", hello), path("lantai/masuk/", hello_auth), *portal]
