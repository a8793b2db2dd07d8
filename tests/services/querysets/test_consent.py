from datetime import timedelta

import pytest
from django.utils import timezone

from services import actions
from services.models import Consent


@pytest.fixture
def shared(cast, migrant):
    """`shared(house)`: she lets the desk of Cirebon send her name there."""

    def give(to: str) -> Consent:
        return actions.record_consent(
            migrant,
            recipient=cast[to].posting.organisation,
            groups=["identity"],
            method="signature",
            expires_on=timezone.localdate() + timedelta(days=30),
            by=cast["meja.cirebon"],
        )

    return give


@pytest.mark.parametrize("house", ["wcc.cirebon", "uptdppa.cirebon"])
def test_rule_4_a_colleague_is_not_told_that_she_goes_to_a_house_for_survivors(
    cast, as_user, shared, migrant, house
):
    kept, colleague = shared(house), cast["konselor.cirebon"]
    assert not Consent.objects.visible_to(colleague).filter(pk=kept.pk).exists()
    assert str(kept.recipient) not in as_user(colleague).get(f"/klien/{migrant.pk}/").content.decode()  # fmt: skip
    # There her supervisor alone, until somebody of the house works on her.
    for reader in ["meja.cirebon"] + ["supervisor.wcc.cirebon"] * (house == "wcc.cirebon"):
        assert Consent.objects.visible_to(cast[reader]).filter(pk=kept.pk).exists()


def test_what_is_shared_with_another_house_is_read_by_a_colleague(cast, shared):
    kept = shared("sbmi.cirebon")
    assert Consent.objects.visible_to(cast["konselor.cirebon"]).filter(pk=kept.pk).exists()
