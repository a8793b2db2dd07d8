"""Needs and risk, version 2026-1: eight areas of need, eight questions on danger, and low, medium or high.

High: suicidal thoughts, a child in danger, a threat with a weapon, a threat by one who knows where she is, or a threat
and nowhere safe to go. Medium: one of the dangers alone, an urgent need, or danger of which nothing is known.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..codes import AssessmentForm, Risk
from .form import Answers, Finding, Part, Question, Version


class Need(TextChoices):
    NO = "no", _("Tidak perlu")
    YES = "yes", _("Perlu")
    URGENT = "urgent", _("Segera")
    UNKNOWN = "unknown", _("Belum tahu")


class Told(TextChoices):
    YES = "yes", _("Ya")
    NO = "no", _("Tidak")
    UNKNOWN = "unknown", _("Tidak tahu")


def _need(code: str, text, hint="") -> Question:
    return Question(code, text, Need, hint=hint)


def _danger(code: str, text, *, only_if=None, hint="") -> Question:
    return Question(code, text, Told, only_if=only_if, hint=hint)


NEEDS = (
    _need("need_safety", _("Keamanan")),
    _need("need_health", _("Kesehatan")),
    _need("need_psychosocial", _("Psikososial")),
    _need("need_legal", _("Bantuan hukum")),
    _need("need_economic", _("Ekonomi")),
    _need("need_housing", _("Tempat tinggal")),
    _need("need_documents", _("Dokumen")),
    _need("need_children", _("Kebutuhan anak")),
)
DANGERS = (
    _danger("threat", _("Apakah klien diancam atau ditakut-takuti sekarang?")),
    _danger(
        "weapon",
        _("Apakah yang mengancam punya atau pernah memakai senjata?"),
        only_if=("threat", ("yes",)),
        hint=_("Dijawab bila klien diancam."),
    ),
    _danger("address_known", _("Apakah yang ditakuti tahu alamat klien?")),
    _danger("child_danger", _("Apakah ada anak yang terancam?")),
    _danger("suicide", _("Apakah klien berpikir untuk mengakhiri hidup?")),
    _danger("phone_watched", _("Apakah HP klien diperiksa atau dipantau orang lain?")),
    _danger("safe_place", _("Apakah klien punya tempat aman untuk pergi?")),
)

HIGH = {
    "suicide": _("Ada pikiran untuk mengakhiri hidup."),
    "child_danger": _("Ada anak yang terancam."),
    "weapon": _("Ada ancaman dengan senjata."),
}
MEDIUM = {
    "threat": _("Ada ancaman."),
    "address_known": _("Yang ditakuti tahu alamatnya."),
    "phone_watched": _("HP dipantau orang lain."),
}


def scored(answers: Answers) -> Finding:
    yes = {code for code, answer in answers.items() if answer == Told.YES}
    nowhere = answers.get("safe_place") == Told.NO
    high = [text for code, text in HIGH.items() if code in yes]
    if {"threat", "address_known"} <= yes:
        high.append(_("Diancam oleh orang yang tahu alamatnya."))
    if "threat" in yes and nowhere:
        high.append(_("Diancam dan tidak punya tempat aman."))
    if high:
        return Finding(Risk.HIGH, high)
    medium = [str(text) for code, text in MEDIUM.items() if code in yes]
    if nowhere:
        medium.append(str(_("Tidak punya tempat aman.")))
    urgent = [str(one.text) for one in NEEDS if answers.get(one.code) == Need.URGENT]
    medium += [_("Kebutuhan segera: %(area)s.") % {"area": area} for area in urgent]
    if all(answers.get(one.code, Told.UNKNOWN) == Told.UNKNOWN for one in DANGERS):
        medium.append(str(_("Bahaya belum diketahui. Tanyakan lagi bila klien siap.")))
    if medium:
        return Finding(Risk.MEDIUM, medium)
    return Finding(Risk.LOW, [_("Tidak ada bahaya yang disebut.")])


NEEDS_RISK_2026_1 = Version(
    form=AssessmentForm.NEEDS_RISK,
    version="2026-1",
    title=_("Kebutuhan dan risiko"),
    parts=(
        Part(pgettext_lazy("penilaian", "Bahaya sekarang"), DANGERS),
        Part(_("Apa yang klien perlukan?"), NEEDS),
    ),
    results=Risk,
    scored=scored,
)
