"""Which partner fits: by need, place, phase, sex, age, room, agreement and how it has answered (domain 5).

Nothing of the client goes into what is said: each reason is what the partner itself has published.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, F, Prefetch, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa.organisations.models import (
    Agreement,
    Closure,
    DisabilityAccess,
    Language,
    OfferedService,
    Organisation,
    ServiceCode,
)
from services.codes import Sex, age_band_of, age_on
from services.models import Migrant
from services.querysets.grants import shut_out

from .codes import OPEN_REFERRAL, ReferralState
from .due import due as answer_due
from .models import Case, Referral
from .people import partners_of

RECORD = timedelta(days=180)
ENOUGH = 5  # fewer answers than this say nothing about a house


@dataclass(frozen=True)
class Proposal:
    """One partner for one case. `against` says in plain words why it fits less; empty when it fits."""

    organisation: Organisation
    offers: list[str]
    against: list[str] = field(default_factory=list)
    answered: int | None = None  # of 100 that were due, in time; None: too few to say

    @property
    def fits(self) -> bool:
        return not self.against

    @property
    def record(self) -> str:
        if self.answered is None:
            return _("belum ada riwayat jawaban")
        return _("%(share)s%% dijawab tepat waktu") % {"share": self.answered}

    @property
    def label(self) -> str:
        """What stands beside its name in the list: why it fits less, else how it has answered."""
        return f"{self.organisation} ({', '.join(self.against) or self.record})"


def propose(
    case: Case,
    services: Collection[str],
    *,
    user,
    exclude: Collection = (),
    language: str = "",
    access: Collection[str] = (),
) -> list[Proposal]:
    """Every house that this person can refer to, the fitting ones first; five statements however many there are.

    Without `services` every offer counts. Who is locked out of the client is not among them.
    """
    records, today = _records(user), timezone.localdate()
    asked = _asked_before(case, services)
    houses = (
        partners_of(case, user)
        .exclude(pk__in=exclude)
        .prefetch_related(
            "offers",
            Prefetch("closures", Closure.objects.on(today), to_attr="shut_now"),
            Prefetch("agreements", Agreement.objects.order_by("-starts_on")),
        )
    )
    found = [
        Proposal(
            house,
            [
                str(ServiceCode(one.code).label)
                for one in house.offers.all()
                if _wanted(one, services)
            ],
            _against(house, case, services, today, asked=asked.get(house.pk, []))
            + _not_prepared(house, language, access),
            records.get(house.pk),
        )
        for house in houses
    ]
    return sorted(found, key=_rank)


def _rank(one: Proposal) -> tuple:
    answered = -1 if one.answered is None else one.answered
    return (not one.fits, len(one.against), -len(one.offers), -answered, one.organisation.name)


def _wanted(offer: OfferedService, services: Collection[str]) -> bool:
    return not services or offer.code in services


def _asked_before(case: Case, services) -> dict[object, list[str]]:
    """{house: what came of it when it was asked for this case}; a no to another need says nothing of this one."""
    found: dict[object, list[str]] = {}
    asked = Referral.objects.filter(case=case).order_by("created_at")
    rows = asked.values_list("to", "state", "services", "sent_at", "answered_at")
    for house, state, wanted, sent_at, answered_at in rows:
        said = found.setdefault(house, [])
        if state in OPEN_REFERRAL:
            said.append(_("masih ada rujukan terbuka ke sana"))
        elif services and not set(services) & set(wanted):
            continue
        elif state == ReferralState.DECLINED:
            said.append(_("sudah menolak untuk kasus ini"))
        elif state == ReferralState.RETURNED:
            said.append(_("sudah mengembalikan untuk kasus ini"))
        elif state == ReferralState.EXPIRED and sent_at and not answered_at:
            said.append(_("tidak menjawab untuk kasus ini"))
    return {house: list(dict.fromkeys(said)) for house, said in found.items()}


def _against(house, case: Case, services, today: date, *, asked: list[str]) -> list[str]:
    reasons = [*asked]
    for closure in house.shut_now[:1]:
        reasons.append(_("tutup sampai %(day)s") % {"day": date_format(closure.ends_on, "j F")})
    last = next(iter(house.agreements.all()), None)
    if last is not None and last.ends_on and last.ends_on < today:
        reasons.append(_("perjanjian kerja sama sudah berakhir"))
    return reasons + _of_offers(house, case.migrant, services, today)


def _not_prepared(house, language: str, access: Collection[str]) -> list[str]:
    """Only of a house that has said what it has: silence is held against nobody."""
    told = []
    if language and house.languages and language not in house.languages:
        told.append(_("tidak ada yang berbahasa %(name)s") % {"name": Language(language).label})
    if house.disability_access:
        lacking = [one for one in access if one not in house.disability_access]
        told += [
            _("belum ada: %(what)s") % {"what": DisabilityAccess(one).label} for one in lacking
        ]
    return told


def _of_offers(house, migrant: Migrant, services, today: date) -> list[str]:
    """One offer that fits is enough; else why the best of them does not."""
    wanted = [one for one in house.offers.all() if _wanted(one, services)]
    if not wanted:
        return [_("tidak melayani kebutuhan ini")]
    return min((_of_offer(one, migrant, today) for one in wanted), key=len)


def _of_offer(offer: OfferedService, migrant: Migrant, today: date) -> list[str]:
    told = []
    if offer.paused_since and offer.paused_since <= today:
        if offer.paused_until is None:
            told.append(_("sedang penuh"))
        elif offer.paused_until >= today:
            told.append(_("penuh sampai %(day)s") % {"day": date_format(offer.paused_until, "j F")})
    if offer.sex and migrant.sex and offer.sex != migrant.sex and migrant.sex != Sex.OTHER:
        told.append(str(offer.get_sex_display()).lower())
    if offer.phases and migrant.phase and migrant.phase not in offer.phases:
        told.append(_("tidak untuk masa migrasi ini"))
    if offer.areas and migrant.village_id and migrant.village_id[:8] not in offer.areas:
        told.append(_("tidak melayani kecamatan ini"))
    if not _of_age(offer, migrant, today):
        told.append(_ages(offer))
    return told


def _ages(offer: OfferedService) -> str:
    if offer.age_to is None:
        return _("umur %(from)s tahun ke atas") % {"from": offer.age_from}
    return _("umur %(from)s sampai %(to)s tahun") % {
        "from": offer.age_from or 0,
        "to": offer.age_to,
    }


def _of_age(offer: OfferedService, migrant: Migrant, today: date) -> bool:
    """Who told only a band is never refused for her age: somebody will ask her."""
    low, high = offer.age_from or 0, 200 if offer.age_to is None else offer.age_to
    if migrant.birth_date:
        return low <= age_on(today, migrant.birth_date) <= high
    bands = {age_band_of(age) for age in range(low, min(high, 100) + 1)}
    return not migrant.age_band or migrant.age_band in bands


def _records(user) -> dict:
    """{house: how many of a hundred were answered in time}, of what was due in half a year in this district."""
    now = timezone.now()
    due = Referral.objects.filter(
        district=user.posting.district_id, sent_at__gte=now - RECORD, restricted=False
    ).exclude(case__migrant__in=shut_out(user))
    due = due.filter(answer_due(now))
    in_time = Count("pk", filter=Q(answered_at__lte=F("due_at")))
    rows = due.values("to").annotate(all=Count("pk"), in_time=in_time).order_by()
    return {
        row["to"]: round(100 * row["in_time"] / row["all"]) for row in rows if row["all"] >= ENOUGH
    }
