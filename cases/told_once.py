"""A secret on its way from the click that made it to the page that shows it: once, to the one who made it.

It lies encrypted in the cache for a few minutes at most; whoever opens the page takes it out.
"""

import json
from datetime import timedelta

from django.core.cache import cache

from ltsa.encrypted import decrypt, encrypt

from .actions.links import Secret
from .models import OutsideLink, Referral

WAITS = timedelta(minutes=5)


def keep(link: OutsideLink, secret: Secret) -> None:
    told = encrypt(json.dumps([secret.token, secret.pin]))
    cache.set(_key(link.referral_id, link.made_by_id), told, WAITS.total_seconds())


def take(referral: Referral, user) -> Secret | None:
    """What she made a moment ago; None the second time."""
    told = cache.get(key := _key(referral.pk, user.pk))
    if told is None:
        return None
    cache.delete(key)
    return Secret(*json.loads(decrypt(told)))


def _key(referral_id, user_id) -> str:
    return f"link:{referral_id}:{user_id}"
