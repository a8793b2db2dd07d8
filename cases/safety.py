"""What a safety plan asks (domain 4). All of it is encrypted; nothing of it is printed unless ticked each time."""

from django.utils.translation import gettext_lazy as _

from .codes import Danger

DANGERS = "dangers"
# Each in her own words: {name: (label, help)}.
WORDS = {
    "safe_person": (_("Orang yang aman"), _("Siapa yang bisa ia hubungi atau datangi.")),
    "safe_place": (_("Tempat yang aman"), _("Ke mana ia pergi bila harus keluar cepat.")),
    "exit_steps": (_("Langkah keluar"), _("Lewat mana, kapan, naik apa, membawa siapa.")),
    "documents": (
        _("Dokumen dan barang yang disimpan"),
        _("Apa saja, dan di tangan siapa."),
    ),
    "code_word": (_("Kata sandi"), _("Kata yang berarti: tolong, saya dalam bahaya.")),
}
NARRATIVE = tuple(WORDS)


def plan_rows(answers: dict) -> list[dict]:
    """What it says, in words, for components/summary_list.html."""
    dangers = [str(Danger(code).label) for code in answers.get(DANGERS, []) if code in Danger]
    rows = [{"term": _("Bahaya sekarang"), "value": "; ".join(dangers) or _("tidak disebut")}]
    rows += [{"term": label, "value": answers.get(name, "")} for name, (label, _h) in WORDS.items()]
    return rows
