"""A link for a partner without an account, and the hand that opens it."""

from cases import actions
from cases.models import OutsideLink

HERE = "alamat"


def linked(referral, by, *, way="print", address="", **told):
    """(link, Secret), as the sender makes it."""
    return actions.make_link(referral, way=way, address=address, by=by, **told)


def entered(secret, *, pin="", held=""):
    """(what the browser keeps, the link) or None; `held` is what it keeps already."""
    return actions.open_link(secret.token, pin or secret.pin, secret=held, address=HERE)


def wrong(secret) -> str:
    return f"{(int(secret.pin) + 1) % 1_000_000:06d}"


def answered(secret, held, verb, *, name="Ibu Perawat Contoh", **told):
    return actions.answer_through(secret.token, held, verb, name=name, address=HERE, **told)


def state(link) -> str:
    """Why it is dead, "" while it lives."""
    return actions.why_dead(OutsideLink.objects.select_related("referral__consent").get(pk=link.pk))
