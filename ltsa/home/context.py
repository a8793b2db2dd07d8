"""What the frame of every page needs: navigation, unread count, place, theme."""

from functools import cache

from django.conf import settings
from django.urls import reverse

from ltsa.notifications.models import Notification
from ltsa.sockets import NAV


def frame(request) -> dict:
    user = getattr(request, "user", None)
    base = {
        "demo": settings.DEMO,
        "theme": request.COOKIES.get("theme", "auto"),
        "search_url": "/cari/",
        "nav": [],
        "place": "",
        "unread": 0,
    }
    if user is None or not user.is_authenticated:
        return base
    nav = _nav(request, user)
    district = user.posting.district if user.posting else None
    return base | {
        "nav": nav,
        "nav_phone": nav[:4],
        "place": str(district) if district else "",
        "unread": Notification.objects.visible_to(user).unread().count(),
    }


_address = cache(reverse)


def _nav(request, user) -> list[dict]:
    held = [item for item in NAV if user.can(*item.needs)]
    return [
        {
            "label": item.label,
            "url": _address(item.url_name),
            "icon": item.icon,
            "current": request.path.startswith(item.prefix),
        }
        for item in sorted(held, key=lambda item: item.order)
    ]
