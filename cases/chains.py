"""The chain that a referral stands in: what it follows and what follows it, as far as its reader may see them."""

from django.db.models import Exists, OuterRef
from django.db.models.expressions import RawSQL

from .lists import REFERRAL_TONES, minute
from .models import Referral

# Both ways from one referral; UNION leaves out what was found already, so that no circle is endless.
CHAIN = """
WITH RECURSIVE chain (id, previous_id) AS (
    SELECT id, previous_id FROM cases_referral WHERE id = %s
    UNION
    SELECT one.id, one.previous_id FROM cases_referral one
    JOIN chain ON one.id = chain.previous_id OR one.previous_id = chain.id
) SELECT id FROM chain
"""


def with_followers(referrals):
    """Each says whether another follows it (`followed`), so that a page asks for a chain where there may be one."""
    return referrals.annotate(followed=Exists(Referral.objects.filter(previous=OuterRef("pk"))))


def chain_of(referral: Referral, user) -> list[Referral]:
    """Of the chain what this reader may see, the eldest first. Of the others she learns not even that they are."""
    seen = Referral.objects.visible_to(user).filter(pk__in=RawSQL(CHAIN, [referral.pk]))  # noqa: S611
    return list(seen.select_related("sender", "to").order_by("created_at", "pk"))


def chain_rows(referral: Referral, user) -> list[dict]:
    """For the page of a referral of `with_followers`; empty where she sees it alone."""
    if referral.previous_id is None and not referral.followed:  # type: ignore[attr-defined]
        return []
    rows = [
        {
            "referral": one,
            "tone": REFERRAL_TONES[one.state],
            "when": minute(one.sent_at or one.created_at),
            "here": one.pk == referral.pk,
        }
        for one in chain_of(referral, user)
    ]
    return rows if len(rows) > 1 else []
