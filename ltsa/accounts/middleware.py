"""The door. Every view declares what it needs (ltsa/access); what declares nothing is refused."""

import time
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ltsa.access import Open, Permission, declared
from ltsa.drafts import kept
from ltsa.drafts.actions import park_post

from . import curtain
from .factors import NEEDS_SECOND_FACTOR, has_factor
from .views.curtain import show_curtain

ACCOUNT_PAGES = "/akun/"  # where the second factor is set up, so they are open without it


class LanguageMiddleware:
    """Indonesian, unless the person or the visitor chose English."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen not in dict(settings.LANGUAGES):
            chosen = request.user.language if request.user.is_authenticated else "id"
        with translation.override(chosen):
            request.LANGUAGE_CODE = chosen
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", chosen)
            return response


class DoorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated:
            curtain.keep_drawn(request.session)
            # A shared PC keeps nothing: neither its cache nor its back button after logout.
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    def process_view(self, request, view, args, kwargs):
        needs = declared(view)
        if hasattr(view, "cls"):
            return None  # DRF: the same question, asked by DoorPermission once the token is read
        if request.user.is_authenticated and self._is_behind_the_curtain(request):
            return self._show_curtain(request)
        if Open.PUBLIC in needs:
            return None
        if not request.user.is_authenticated:
            return self._to_login(request)
        if is_over(request.session):
            answer = self._to_login(request)
            kept.note_latest(answer, request.user)
            logout(request)
            messages.info(request, _("Sesi berakhir setelah 12 jam. Masuk lagi untuk melanjutkan."))
            return answer
        if not curtain.is_drawn(request.session):
            stay_signed_in(request.session)
        if Open.SIGNED_IN not in needs and not request.user.can(
            *[need for need in needs if isinstance(need, Permission)]
        ):
            raise PermissionDenied
        if not request.path.startswith(ACCOUNT_PAGES) and lacks_second_factor(request):
            messages.warning(
                request, _("Peran Anda memerlukan pengaman kedua. Pasang dulu, lalu lanjutkan.")
            )
            return redirect("mfa_index")
        return None

    def _is_behind_the_curtain(self, request) -> bool:
        name = request.resolver_match.view_name
        drawn = curtain.is_drawn(request.session) and not is_over(request.session)
        return drawn and name not in curtain.OPEN_BEHIND_IT

    def _show_curtain(self, request):
        """Nothing sent is lost: a form is parked, and a script's request fails without changing the page."""
        draft = park_post(request) if request.method == "POST" else None
        target = self._page(request, draft) if request.method == "POST" else request.get_full_path()
        if request.headers.get("HX-Request") or request.resolver_match.view_name == "drafts:save":
            response = HttpResponse(status=HTTPStatus.FORBIDDEN)
        else:
            response = show_curtain(request, target)
        response["X-Curtain"] = "1"
        return response

    def _to_login(self, request):
        draft = park_post(request) if request.method == "POST" else None
        target = self._page(request, draft) if request.method == "POST" else request.get_full_path()
        response = self._lead_to_login(request, target)
        if draft is not None:
            kept.note(response, draft)
        return response

    def _lead_to_login(self, request, target):
        if request.headers.get("HX-Request"):
            response = redirect("account_login")
            response.status_code = 204
            response["HX-Redirect"] = f"{settings.LOGIN_URL}?{urlencode({'next': target})}"
            return response
        return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': target})}")

    def _page(self, request, draft) -> str:
        """Where a POST came from: after login its form is shown again there, with what was typed."""
        if draft is not None:
            return draft.path
        source = urlsplit(request.META.get("HTTP_REFERER", ""))
        return source.path if source.netloc == request.get_host() else request.path


def is_over(session) -> bool:
    """A session ends after so many hours, whatever she does; one that does not say when it began begins now."""
    started = session.setdefault("started_at", int(time.time()))
    return time.time() - started > settings.SESSION_ENDS_AFTER


def stay_signed_in(session) -> None:
    """Move the idle limit on, at most once a minute: one write a minute instead of one a request."""
    minute = int(time.time() // 60)
    if session.get("minute") != minute:
        session["minute"] = minute


def lacks_second_factor(request) -> bool:
    """In production whoever finds or reveals clients, or reaches more than that, needs one (domain 4.1)."""
    if settings.DEMO or not request.user.can(*NEEDS_SECOND_FACTOR):
        return False
    if not request.session.get("second_factor"):
        request.session["second_factor"] = has_factor(request.user)
    return not request.session["second_factor"]
