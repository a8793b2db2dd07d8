import re
from datetime import date, timedelta

from django.apps import apps
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from ltsa.access import Permission
from ltsa.names import fold

DESK_KINDS = ("government", "village")


def runs_desks(prefix: str = "") -> Q:
    """The one-roof desks and the villages, whose clients a desk finds in its district (domain 4.1).

    A government house that works with survivors (UPTD PPA) is none of them: it has the rights, and gives its clients
    the shelter, of a women's organisation.
    """
    return Q(**{f"{prefix}kind__in": DESK_KINDS, f"{prefix}is_women_crisis_centre": False})


def _manages(user) -> bool:
    """Whether there are rows for her to manage: of her district, or those without one for whoever keeps the nation's."""
    if user.posting is None:
        return False
    return bool(user.posting.district_id) or user.can(Permission.NATION_MANAGE)


def _unchecked(span: timedelta) -> Q:
    before = timezone.localdate() - span
    return Q(verified_on__isnull=True) | Q(verified_on__lt=before)


class OrganisationQuerySet(models.QuerySet):
    """Organisations are a public directory: everybody may see which exist."""

    def current(self):
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=timezone.localdate()))

    def in_district(self, code: str | None):
        """None: those of the nation."""
        return self.filter(district_id=code)

    def serving(self, code: str):
        """Those of the district, and confirmed partners of another one that its directory lists too."""
        listed = apps.get_model("organisations", "ServedDistrict").objects.filter(
            district=code, ended_at=None
        )
        guests = Q(pk__in=listed.values("organisation"), is_confirmed=True)
        return self.filter(Q(district=code) | guests)

    def listable_in(self, code: str):
        """Confirmed partners of other districts; no village, and no office with desks of its own."""
        desks = apps.get_model("organisations", "ServicePoint").objects.filter(
            type__in=["office", "desk"]
        )
        return (
            self.current()
            .filter(is_confirmed=True, district__isnull=False)
            .exclude(district=code)
            .exclude(kind="village")
            .exclude(pk__in=desks.values("organisation"))
        )

    def managed_by(self, user):
        """Those of her own district, of the nation with NATION_MANAGE; MASTER_DATA_MANAGE is asked by the door."""
        return self.in_district(user.posting.district_id) if _manages(user) else self.none()

    def kept_by(self, user):
        """Those whose directory entry she keeps: all of her district, or her own house (DIRECTORY_OWN)."""
        if user.can(Permission.MASTER_DATA_MANAGE, Permission.NATION_MANAGE):
            return self.managed_by(user)
        if user.can(Permission.DIRECTORY_OWN):
            return self.filter(pk=user.posting.organisation_id)
        return self.none()

    def guarded_by(self, user):
        """Those a data protection officer answers for: of her district; the nation's, wherever there is no other."""
        if user.posting is None or not user.can(Permission.ORGANISATION_CONFIRM):
            return self.none()
        if user.posting.district_id:
            return self.in_district(user.posting.district_id)
        near = officer_postings(self.model).filter(organisation__district=OuterRef("district"))
        return self.filter(~Exists(near))

    def not_suspended(self):
        halted = self.model.suspensions.rel.related_model.objects.in_force()
        return self.exclude(pk__in=halted.values("organisation"))

    def unchecked_for(self, span: timedelta):
        """Nobody has looked whether the entry is still true (domain 5: warn after 90 days)."""
        return self.filter(_unchecked(span))

    def ending_agreement(self, span: timedelta):
        """Their agreement ends within this time, or has ended, and no later one stands. None at all is not meant."""
        last = models.Max(Coalesce("agreements__ends_on", date.max))
        ends = timezone.localdate() + span
        return self.alias(agreed_until=last).filter(agreed_until__lte=ends)

    def offering(self, code: str):
        return self.filter(offers__code=code)

    def partners_for(self, posting):
        """Whom someone of this posting can refer to: other current houses of the district, and of the nation those that serve."""
        nation = Q(
            district=None, pk__in=self.model.offers.rel.related_model.objects.values("organisation")
        )
        return (
            self.current()
            .not_suspended()
            .filter(Q(pk__in=self.model.objects.serving(posting.district_id).values("pk")) | nation)
            .exclude(pk=posting.organisation_id)
            .exclude(kind="village")
        )


def officer_postings(organisations):
    """Where data protection officers work today; `organisations` is the model, for this floor knows no people."""
    postings = organisations.postings.rel.related_model
    people = postings._meta.get_field("user").related_model.objects
    officers = people.holding(Permission.ORGANISATION_CONFIRM)
    return postings.objects.current().filter(user__in=officers)


class AddressChangeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who keeps the entry of the house, and the data protection officer who answers for it."""
        houses = self.model._meta.get_field("organisation").related_model.objects
        kept, guarded = houses.kept_by(user).values("pk"), houses.guarded_by(user).values("pk")
        return self.filter(Q(organisation__in=kept) | Q(organisation__in=guarded))

    def open(self):
        return self.filter(applied_at=None, refused_at=None, cancelled_at=None)

    def due(self):
        """Confirmed and waited for: it counts, whether or not somebody has written it yet."""
        return self.open().filter(takes_effect_at__lte=timezone.now())


class SuspensionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The district's admin and its data protection officer."""
        houses = self.model._meta.get_field("organisation").related_model.objects
        seen = houses.guarded_by(user)
        if user.can(Permission.PEOPLE_MANAGE_DISTRICT):
            seen = houses.managed_by(user)
        return self.filter(organisation__in=seen.values("pk"))

    def in_force(self):
        now = timezone.now()
        return self.filter(starts_at__lte=now, ends_at__gt=now, lifted_at=None)

    def waiting(self):
        """Asked for, and not to begin without the consent of the data protection officer."""
        return self.filter(starts_at=None, refused_at=None, lifted_at=None)

    def ended_since(self, moment):
        """Those that were in force at some time after `moment`."""
        return self.filter(Q(lifted_at=None) | Q(lifted_at__gt=moment), ends_at__gt=moment)


class ServicePointQuerySet(models.QuerySet):
    def current(self):
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=timezone.localdate()))

    def in_district(self, code: str | None):
        return self.filter(organisation__district_id=code)

    def serving(self, code: str):
        """Places of all whom the district's directory lists."""
        houses = apps.get_model("organisations", "Organisation").objects.serving(code)
        return self.filter(organisation__in=houses.values("pk"))

    def managed_by(self, user):
        """Those of her own district, of the nation with NATION_MANAGE; MASTER_DATA_MANAGE is asked by the door."""
        return self.in_district(user.posting.district_id) if _manages(user) else self.none()

    def of(self, organisation):
        return self.filter(organisation=organisation)

    def unchecked_for(self, span: timedelta):
        return self.filter(_unchecked(span))


class OfferQuerySet(models.QuerySet):
    """What is offered is public."""

    def with_room(self):
        """Not paused today."""
        today = timezone.localdate()
        paused = Q(paused_since__lte=today) & (Q(paused_until=None) | Q(paused_until__gte=today))
        return self.exclude(paused)


class ClosureQuerySet(models.QuerySet):
    """Declared closures are public."""

    def on(self, day):
        return self.filter(cancelled_at=None, starts_on__lte=day, ends_on__gte=day)

    def to_come(self):
        return self.filter(cancelled_at=None, ends_on__gte=timezone.localdate())


_COMPANY = re.compile(r"\b(p\.?\s?t|c\.?\s?v|tbk|persero)\b\.?", re.IGNORECASE)


def company_key(name: str) -> str:
    """A company's name as it is searched: "PT. Contoh Karya" and "Contoh Karja PT" are one."""
    plain = _COMPANY.sub(" ", name)
    return (fold(plain) or name.casefold().strip())[:200]


class AgencyQuerySet(models.QuerySet):
    """The register of agencies is public: anybody who works here may look one up."""

    def licensed(self):
        return self.filter(status="active")

    def p3mi_first(self):
        is_other = ExpressionWrapper(~Q(kind="p3mi"), output_field=models.BooleanField())
        return self.order_by(is_other, "name", "branch")

    def named(self, q: str):
        """The best matches of a name with typos and old spelling, or of a licence number; best first."""
        key = company_key(q)
        return (
            self.filter(
                Q(search_name__trigram_word_similar=key)
                | Q(search_name__contains=key)
                | Q(licence__icontains=q.strip())
            )
            .annotate(likeness=TrigramWordSimilarity(key, "search_name"))
            .order_by("-likeness", "name", "branch")
        )

    def called(self, text: str):
        """Those of exactly this name, however it is spelt, as the register or a person writes it.

        A name without a branch means the head office first: whoever takes the first row takes that.
        """
        name, _sign, branch = text.strip().removesuffix(")").partition(" (")
        same = self.filter(search_name=company_key(name))
        return same.filter(branch__iexact=branch) if branch else same.order_by("branch")


class StandardQuerySet(models.QuerySet):
    """What the desks promise is public (maklumat pelayanan)."""

    def current(self):
        today = timezone.localdate()
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), starts_on__lte=today)

    def in_district(self, code: str):
        return self.filter(desk__organisation__district_id=code)

    def managed_by(self, user):
        """Those of her own district; MASTER_DATA_MANAGE is asked by the door."""
        district = user.posting.district_id if user.posting else None
        return self.in_district(district) if district else self.none()
