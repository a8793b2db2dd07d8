"""When the law leaves no room for a mediation (UU 12/2022 art 23; UU 21/2007; domain 1.4 a, 3.5).

Asked by the action, and so by every page and by the API; asked again at every invitation and meeting, because a bar may
arise later. The API says one fixed sentence, whatever the rule was: what goes to other programs names no law.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from services.codes import AgeBand, age_on

from .codes import MediationBar, Screening, Simfoni, Violence
from .models import Case, CaseType, Incident

CODE = "mediation_barred"
CHILD, THREAT, UNTOLD = "child", "threat", "untold"
GROWN_UP = 18
SENTENCES = {
    MediationBar.SEXUAL_VIOLENCE: gettext_lazy(
        "kekerasan seksual tidak boleh diselesaikan di luar pengadilan (UU 12/2022 pasal 23)"
    ),
    MediationBar.TRAFFICKING: gettext_lazy("ada tanda perdagangan orang (UU 21/2007)"),
    CHILD: gettext_lazy("klien masih anak, atau masih anak saat kejadian"),
    THREAT: gettext_lazy("masih ada ancaman terhadap klien"),
    UNTOLD: gettext_lazy(
        "jenis kasus terbatas ini belum dicatat, jadi larangan UU belum diperiksa"
    ),
}
FIXED = gettext_lazy(
    "Mediasi tidak dapat diajukan untuk kasus ini. Tawarkan bantuan hukum atau rujukan."
)
SEXUAL = {Violence.RAPE, Violence.SEXUAL_ASSAULT, Violence.FORCED_MARRIAGE}
INDICATED = {Screening.PARTIAL, Screening.STRONG}


@dataclass(frozen=True)
class Bar:
    code: str

    @property
    def sentence(self) -> str:
        return str(SENTENCES[self.code])


class MediationBarred(ValidationError):
    """Refused by law. `bars` for who reads the case; its code is the same whatever the rule, for the record."""

    def __init__(self, bars: list[Bar]):
        super().__init__(in_words(bars), code=CODE)
        self.bars = bars


def in_words(bars: Iterable[Bar]) -> str:
    reasons = "; ".join(bar.sentence for bar in bars)
    text = _("Mediasi tidak boleh: %(reasons)s. Tawarkan bantuan hukum atau rujukan.")
    return text % {"reasons": reasons}


def types_of(case: Case):
    """The bars of its types, the primary and the others, as a queryset of words."""
    ids = Case.secondary_types.through.objects.filter(case=case.pk).values("casetype")
    kinds = CaseType.objects.filter(pk__in=ids) | CaseType.objects.filter(pk=case.primary_type_id)
    return kinds.exclude(mediation_bar="").order_by().values_list("mediation_bar", flat=True)


def acts_of(case: Case):
    """What is known of the acts: (classification, labels, was she a child)."""
    acts = Incident.objects.filter(case=case.pk).order_by()
    return acts.values_list("violence", "simfoni", "child")


def mediation_bars(case: Case) -> list[Bar]:
    """The rules that forbid a mediation in this case, in the order of their weight; none when it may be asked for."""
    return bars_among(case, types_of(case), acts_of(case))


def bars_among(case: Case, types: Iterable[str], acts: Iterable[tuple]) -> list[Bar]:
    """The same from what was read already (`types_of`, `acts_of`)."""
    kinds, acts = set(types), list(acts)
    labels = {label for _violence, told, _child in acts for label in told}
    found = {
        MediationBar.SEXUAL_VIOLENCE: MediationBar.SEXUAL_VIOLENCE in kinds
        or Simfoni.SEXUAL in labels
        or any(violence in SEXUAL for violence, _labels, _child in acts),
        MediationBar.TRAFFICKING: MediationBar.TRAFFICKING in kinds
        or Simfoni.TRAFFICKING in labels
        or case.trafficking in INDICATED,
        CHILD: _is_child(case) or any(child for _violence, _labels, child in acts),
        THREAT: case.threat,
        UNTOLD: case.restricted and case.primary_type_id is None,
    }
    return [Bar(code) for code, stands in found.items() if stands]


def _is_child(case: Case) -> bool:
    """Under 18 today, or on the day it happened (of an unknown day: when the case was opened)."""
    her = case.migrant
    if AgeBand.UNDER_18 in (her.age_group, her.age_band):
        return True
    then = case.happened_on or timezone.localdate(case.opened_at)
    return her.birth_date is not None and age_on(then, her.birth_date) < GROWN_UP


def check_law(case: Case) -> None:
    """Raises MediationBarred."""
    if bars := mediation_bars(case):
        raise MediationBarred(bars)
