"""API tokens: shown once, kept as a hash, expiring; and the door as DRF asks for it."""

import hashlib
import secrets
import time
from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, MethodNotAllowed, Throttled
from rest_framework.permissions import BasePermission

from ltsa.access import Open, Permission, declared
from ltsa.reading import note_token
from ltsa.signin import slowing

from .models import ApiToken, User

WRONG_A_MINUTE = 20


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def create_token(user, *, days: int = 90) -> str:
    """A new token of 43 signs for `user`; it cannot be read again afterwards."""
    token = secrets.token_urlsafe(32)
    ApiToken.objects.create(
        user=user, digest=_digest(token), expires_at=timezone.now() + timedelta(days=days)
    )
    return token


class TokenAuthentication(BaseAuthentication):
    def authenticate(self, request):
        kind, _, token = get_authorization_header(request).decode(errors="replace").partition(" ")
        if kind.lower() != "token":
            return None
        found = (
            ApiToken.objects.select_related("user")
            .filter(user__in=User.objects.not_suspended())
            .filter(digest=_digest(token.strip()), expires_at__gt=timezone.now())
            .first()
        )
        if found is None or not found.user.is_active:
            self._slow_down(request)
            raise AuthenticationFailed("Token tidak berlaku.")
        note_token(found.user, found)
        return found.user, found

    def _slow_down(self, request) -> None:
        """Raises Throttled after WRONG_A_MINUTE wrong tokens from one address; right ones are never held up."""
        address = get_adapter().get_client_ip(request)
        minute = slowing.key_of("token", f"{address}{int(time.time() // 60)}")
        if slowing.count_wrong(minute) > WRONG_A_MINUTE:
            raise Throttled(wait=60)

    def authenticate_header(self, request):
        return "Token"


class DoorPermission(BasePermission):
    """The same door as for pages: what a viewset does not declare is refused."""

    def has_permission(self, request, view):
        needs = declared(view, getattr(view, "action", None))
        if Open.PUBLIC in needs:
            return True
        if not request.user.is_authenticated:
            return False
        if request.method.lower() not in getattr(view, "action_map", {request.method.lower()}):
            raise MethodNotAllowed(request.method)
        if not needs:
            return False
        held = [need for need in needs if isinstance(need, Permission)]
        return Open.SIGNED_IN in needs or request.user.can(*held)
