"""Reading a work contract together: what UU 18/2017 art 15 asks of it, and what to ask when it is not there."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .codes import ContractAnswer, ContractItem
from .models import ContractCheck

QUESTIONS = {
    ContractItem.EMPLOYER: gettext_lazy(
        "Siapa pemberi kerjanya? Minta nama, alamat, dan nomor yang dapat dihubungi."
    ),
    ContractItem.WORKER: gettext_lazy("Minta nama dan alamat Anda ditulis sama dengan di paspor."),
    ContractItem.JOB: gettext_lazy("Apa pekerjaannya, dan di mana? Minta ditulis satu per satu."),
    ContractItem.RIGHTS: gettext_lazy("Apa hak dan kewajiban Anda, dan apa kewajiban majikan?"),
    ContractItem.HOURS: gettext_lazy("Berapa jam sehari, kapan istirahat, bagaimana lemburnya?"),
    ContractItem.WAGE: gettext_lazy(
        "Berapa upahnya, dalam mata uang apa, dibayar tiap tanggal berapa, lewat apa, dan potongan apa saja?"
    ),
    ContractItem.LEAVE: gettext_lazy("Hari apa libur tiap minggu, dan berapa hari cuti setahun?"),
    ContractItem.INSURANCE: gettext_lazy(
        "Jaminan sosial dan asuransi apa yang menanggung Anda, dan siapa yang membayar?"
    ),
    ContractItem.TERM: gettext_lazy("Dari kapan sampai kapan, dan bagaimana bila diperpanjang?"),
    ContractItem.SAFETY: gettext_lazy(
        "Siapa yang menjamin keselamatan Anda di tempat kerja, dan ke mana melapor bila ada bahaya?"
    ),
}


def findings(check: ContractCheck) -> dict[str, list[dict]]:
    """{answer: [{item, ask}]} in the order of the law."""
    found: dict[str, list[dict]] = {answer: [] for answer in ContractAnswer.values}
    for item in ContractItem:
        answer = check.answers.get(item.value)
        if answer in found:
            found[answer].append({"item": item.label, "ask": QUESTIONS[item]})
    return found


def check_rows(checks, url_of) -> list[dict]:
    """Rows for the client's page."""
    rows = []
    for check in checks:
        answers = list(check.answers.values())
        no, unclear = (answers.count(one) for one in (ContractAnswer.NO, ContractAnswer.UNCLEAR))
        words = [_("%(n)s tidak ada") % {"n": no}] if no else []
        words += [_("%(n)s tidak jelas") % {"n": unclear}] if unclear else []
        rows.append(
            {
                "url": url_of(check.pk),
                "title": date_format(localtime(check.at), "j F Y"),
                "text": str(check.by),
                "tag": ", ".join(words) or _("lengkap"),
                "tone": "waiting" if words else "good",
            }
        )
    return rows
