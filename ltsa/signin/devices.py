"""Known devices: one cookie for each person of a shared PC; the server keeps its hash and can forget it."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from ltsa.encrypted import keyed_hash

from .models import Device

KNOWN_FOR = timedelta(days=180)


def cookie_name(username: str) -> str:
    return "perangkat_" + keyed_hash(username.strip().lower(), "signin:device")[:16]


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def find_device(request, username: str) -> Device | None:
    """The device of this person that the request comes from."""
    token = request.COOKIES.get(cookie_name(username), "")
    if not token:
        return None
    known = Device.objects.filter(
        digest=_digest(token),
        user__username__iexact=username.strip(),
        seen_at__gt=timezone.now() - KNOWN_FOR,
    )
    return known.first()


def keep_device(request, response, person) -> Device:
    """She came in here: this browser is known for her from now on."""
    device = find_device(request, person.username)
    token = request.COOKIES.get(cookie_name(person.username), "")
    if device is None:
        token = secrets.token_urlsafe(32)
        browser = request.headers.get("User-Agent", "")[:200]
        device = Device.objects.create(user=person, digest=_digest(token), browser=browser)
    else:
        device.seen_at = timezone.now()
        device.save(update_fields=["seen_at"])
    response.set_cookie(
        cookie_name(person.username),
        token,
        max_age=KNOWN_FOR,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return device


def remember(device: Device, mark: str) -> None:
    device.remembered_at, device.mark = timezone.now(), mark
    device.save(update_fields=["remembered_at", "mark"])


def is_remembered(device: Device | None, mark: str, lasts: timedelta) -> bool:
    if device is None or device.remembered_at is None:
        return False
    return device.mark == mark and device.remembered_at > timezone.now() - lasts


def forget_devices(person) -> None:
    Device.objects.filter(user=person).delete()
