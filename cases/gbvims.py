"""How an act is classified: the questions of GBVIMS in their order, and the first yes wins (domain 4)."""

from django.utils.translation import gettext_lazy as _

from .codes import Told, Violence

QUESTIONS = [
    (Violence.RAPE, _("Apakah ada penetrasi yang tidak ia inginkan?")),
    (Violence.SEXUAL_ASSAULT, _("Apakah ada sentuhan seksual yang tidak ia inginkan?")),
    (Violence.PHYSICAL, _("Apakah tubuhnya disakiti?")),
    (Violence.FORCED_MARRIAGE, _("Apakah ia dipaksa menikah?")),
    (
        Violence.DENIAL,
        _("Apakah uang, makanan, dokumen, atau kesempatan yang menjadi haknya ditahan?"),
    ),
    (Violence.PSYCHOLOGICAL, _("Apakah ia dihina, diancam, atau ditekan batinnya?")),
]
SEXUAL_VIOLENCE = frozenset({Violence.RAPE, Violence.SEXUAL_ASSAULT})
SEXUAL_TYPES = frozenset({"GBV02", "GBV05", "GBV06"})


def classify(answers: dict[str, str]) -> str:
    """The first question that was answered yes; no violence when each was answered no; "" when one is left open."""
    told = [answers.get(code, Told.SKIPPED) for code, _question in QUESTIONS]
    for (code, _question), answer in zip(QUESTIONS, told, strict=True):
        if answer == Told.YES:
            return code.value
    return Violence.NOT_GBV.value if all(answer == Told.NO for answer in told) else ""
