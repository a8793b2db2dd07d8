"""What a house offers, days on which it says it is closed, and the way to one where nobody has an account."""

from datetime import timedelta

from django.utils import timezone

from cases import actions
from ltsa.demo.cast import id_of
from ltsa.organisations.actions import ask_address
from ltsa.organisations.models import Closure, Organisation, Suspension


def offered(house: Organisation) -> dict[str, list]:
    far = timezone.localdate() + timedelta(days=400)
    closure = Closure.objects.create(
        organisation=house, starts_on=far, ends_on=far, reason="Rapat tahunan"
    )
    return {
        "kelola/layanan/": [house.offers.first().pk],
        "kelola/penutupan/": [closure.pk],
    }


def guarded(house: Organisation, cast) -> dict[str, list]:
    """An address and a suspension, each waiting for the data protection officer."""
    admin, union = cast["admin.cirebon"], cast["sbmi.cirebon"].posting.organisation
    change = ask_address(house, address="lembaga@contoh.test", by=admin)
    row = Suspension.objects.create(organisation=union, by=admin, hours=24, reason="Contoh")
    return {
        "kelola/alamat/": [change.pk],
        "privasi/alamat/": [change.pk],
        "kelola/penangguhan/": [row.pk],
        "privasi/penangguhan/": [row.pk],
    }


def linked_token(make_referral, case, desk) -> str:
    house = Organisation.objects.get(pk=id_of("house", "puskesmas.cirebon"))
    outside = make_referral(case, to=house, by=desk)
    return actions.make_link(outside, way="print", by=desk)[1].token
