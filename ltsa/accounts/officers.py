"""Who watches over personal data: each district's own officer; where a district has none, the nation's."""

from ltsa.access import Permission

from .models import Posting, User


def data_protection_officers(district_id: str | None):
    """The officers to whom a district turns; for what belongs to no district the nation's."""
    own = _officers_in(district_id)
    return own if district_id and own.exists() else _officers_in(None)


def has_own_officer(district_id: str) -> bool:
    return _officers_in(district_id).exists()


def _officers_in(district_id: str | None):
    here = Posting.objects.current().filter(organisation__district=district_id)
    return User.objects.holding(Permission.PEOPLE_CONFIRM).filter(pk__in=here.values("user"))
