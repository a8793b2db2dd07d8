"""Screening for trafficking in persons, version 2026-1 (UU 21/2007 art 1; domain 4.2).

Nine questions speak for three elements: process, means, purpose. Of a child the means need not be shown. Strong: every
needed element has a yes; partial: there is a yes; no: none. When all nine are unknown nothing was found out: not done.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ..codes import AssessmentForm, Screening
from .form import Answers, Finding, Part, Question, Version


class Told(TextChoices):
    YES = "yes", _("Ya")
    NO = "no", _("Tidak")
    UNKNOWN = "unknown", _("Tidak tahu")


def _question(code: str, text, hint="") -> Question:
    return Question(code, text, Told, hint=hint)


AGE = _question(
    "child",
    _("Apakah klien berumur di bawah 18 tahun waktu itu terjadi?"),
    _("Untuk anak, cara membujuk atau memaksa tidak perlu dibuktikan."),
)
NINE = (
    _question("recruited", _("1. Apakah klien direkrut oleh orang lain?")),
    _question("deceived", _("2. Apakah janji kerja atau upah tidak sesuai kenyataan?")),
    _question("papers_held", _("3. Apakah dokumen klien dipegang orang lain?")),
    _question("moved", _("4. Apakah klien dipindahkan atau ditampung di suatu tempat?")),
    _question("threatened", _("5. Apakah klien diancam atau dipukul?")),
    _question("indebted", _("6. Apakah klien diikat dengan utang atau denda?")),
    _question("confined", _("7. Apakah klien tidak boleh keluar atau menghubungi orang?")),
    _question("unpaid", _("8. Apakah upah tidak dibayar, atau klien dipaksa bekerja?")),
    _question(
        "exploited",
        _("9. Apakah ada eksploitasi seksual, pengambilan organ, atau kerja penipuan daring?"),
    ),
)
PROCESS = ("recruited", "deceived", "papers_held", "moved")
MEANS = ("deceived", "papers_held", "threatened", "indebted")
PURPOSE = ("confined", "unpaid", "exploited")
ELEMENTS = {
    "process": (_("Proses"), PROCESS),
    "means": (_("Cara"), MEANS),
    "purpose": (_("Tujuan"), PURPOSE),
}


def elements_of(answers: Answers) -> dict[str, bool]:
    """Which elements have a yes."""
    return {
        name: any(answers.get(code) == Told.YES for code in codes)
        for name, (_label, codes) in ELEMENTS.items()
    }


def scored(answers: Answers) -> Finding:
    there = elements_of(answers)
    child = answers.get("child") == Told.YES
    needed = [name for name in ELEMENTS if not (child and name == "means")]
    reasons = [_reason(ELEMENTS[name][0], there[name], name in needed) for name in ELEMENTS]
    if all(answers.get(one.code, Told.UNKNOWN) == Told.UNKNOWN for one in NINE):
        return Finding(Screening.NOT_DONE, [_("Belum ada yang diketahui. Tanyakan lagi nanti.")])
    if all(there[name] for name in needed):
        return Finding(Screening.STRONG, reasons)
    return Finding(Screening.PARTIAL if any(there.values()) else Screening.NO, reasons)


def _reason(label, there: bool, needed: bool) -> str:
    if there:
        return _("%(element)s: ada") % {"element": label}
    if not needed:
        return _("%(element)s: tidak perlu, karena anak") % {"element": label}
    return _("%(element)s: belum ada") % {"element": label}


TRAFFICKING_2026_1 = Version(
    form=AssessmentForm.TRAFFICKING,
    version="2026-1",
    title=_("Penapisan TPPO"),
    parts=(Part(_("Umur"), (AGE,)), Part(_("Sembilan pertanyaan"), NINE)),
    results=Screening,
    scored=scored,
)
