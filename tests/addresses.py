"""A house with a confirmed mail address, as the people concerned give it one; and the forms they fill in for it."""

from datetime import timedelta

from ltsa.notifications.models import Notification
from ltsa.organisations.actions import ask_address, confirm_address
from ltsa.organisations.models import AddressChange


def give_address(organisation, address, cast) -> AddressChange:
    """Its first: asked for by the district's admin, confirmed by the data protection officer, in force at once."""
    change = ask_address(organisation, address=address, by=cast["admin.cirebon"])
    change = confirm_address(change, document="PKS/1/2026", by=cast["ppdp.cirebon"])
    organisation.refresh_from_db(fields=["email"])
    return change


def ask(client, house, address):
    return client.post(f"/kelola/lembaga/{house.pk}/surel/", {"address": address})


def waiting(house) -> AddressChange:
    return house.address_changes.open().get()


def confirm(client, change, **told):
    return client.post(f"/privasi/alamat/{change.pk}/", {"document": "PKS/7/2026"} | told)


def later(change, days):
    """As if it had all happened so many days ago."""
    change.refresh_from_db()
    moments = ("asked_at", "confirmed_at", "takes_effect_at")
    known = {name: getattr(change, name) for name in moments if getattr(change, name)}
    moved = {name: at - timedelta(days=1) * days for name, at in known.items()}
    AddressChange.objects.filter(pk=change.pk).update(**moved)
    change.refresh_from_db()


def mails() -> dict:
    return {mail.address: mail.mail_body for mail in Notification.objects.filter(user=None)}
