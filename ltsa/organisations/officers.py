"""Who watches over the data of a house: the data protection officers of its district, where it has none the nation's."""

from .models import Organisation
from .querysets import officer_postings


def officers_for(organisation: Organisation):
    """People. Nobody when even the nation has none: what waits for them waits, and the pages say so."""
    posted = officer_postings(Organisation)
    near = posted.filter(organisation__district=organisation.district_id)
    if not organisation.district_id or not near.exists():
        near = posted.filter(organisation__district=None)
    people = posted.model._meta.get_field("user").related_model.objects
    return people.filter(pk__in=near.values("user"))


def heads_of(organisation: Organisation):
    """The supervisors of a house, also while its access is suspended."""
    posted = organisation.postings.posted_today().filter(role="supervisor")
    people = posted.model._meta.get_field("user").related_model.objects
    return people.filter(is_active=True, pk__in=posted.values("user"))
