"""What the page of one consent and the card for the client show."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from ltsa.access import Permission
from ltsa.timeline.models import Event
from ltsa.timeline.rows import timeline_rows

from .codes import Decision, DisclosureGroup, Purpose
from .models import Consent, ConsentText
from .texts import SCRIPTS

SOON = 14  # days
# The six questions as they stand in one row; the page's heading says the whole of it.
SHORT = {
    Purpose.RECORD: pgettext_lazy("persetujuan", "Dicatat"),
    Purpose.REFERRAL: pgettext_lazy("persetujuan", "Dikirim"),
    Purpose.CONTACT: pgettext_lazy("persetujuan", "Dihubungi"),
    Purpose.FOLLOW_UP: pgettext_lazy("persetujuan", "Ditanya lagi"),
    Purpose.STATISTICS: pgettext_lazy("persetujuan", "Dihitung"),
    Purpose.STORY: pgettext_lazy("persetujuan", "Kisah"),
}


def state_of(consent: Consent) -> tuple[str, str]:
    """(word, tone) of the tag."""
    if consent.withdrawn_at is not None:
        return _("dicabut"), "neutral"
    if consent.decision != Decision.GIVEN:
        return (_("ditolak"), "info") if consent.decision == "refused" else (_("nanti"), "waiting")
    left = (consent.expires_on - localdate()).days
    if left < 0:
        return _("sudah berakhir"), "neutral"
    return (_("segera berakhir"), "waiting") if left <= SOON else (_("berlaku"), "good")


def names_recipient(consent: Consent, user) -> bool:
    """The name of a house tells what happened to her: of a restricted case only to who may work on one."""
    return not consent.restricted or user.can(Permission.CASE_RESTRICTED)


def title_of(consent: Consent, user) -> str:
    if consent.recipient is None:
        return consent.get_purpose_display()
    if not names_recipient(consent, user):
        return _("Data dikirim ke lembaga lain (terbatas)")
    return _("Data dikirim ke %(house)s") % {"house": consent.recipient}


def words_of(consent: Consent) -> str:
    """The data groups in words."""
    return "; ".join(str(DisclosureGroup(code).label) for code in consent.groups)


def script_of(purpose: str, version: str) -> ConsentText | None:
    return ConsentText.objects.filter(purpose=purpose, version=version).first()


def consent_page(consent: Consent, user) -> dict:
    word, tone = state_of(consent)
    proof = getattr(consent, "proof", None)
    return {
        "consent": consent,
        "title": title_of(consent, user),
        "state": word,
        "tone": tone,
        "summary": _summary(consent, proof, own=is_own(consent, user)),
        "text": script_of(consent.purpose, consent.text_version),
        "meaning": SCRIPTS[Purpose(consent.purpose)],
        "proof": proof,
        "may_withdraw": user.can(Permission.CLIENT_EDIT),
        "may_open_proof": proof is not None
        and user.can(Permission.CLIENT_REVEAL)
        and is_own(consent, user),
        "events": timeline_rows(Event.objects.about(consent.pk)),
        "back": reverse("services:migrant_detail", args=[consent.migrant_id]),
    }


def is_own(consent: Consent, user) -> bool:
    """Her signature, her voice and the names of guardian and witness stay with the house that asked her."""
    return user.posting is not None and consent.organisation_id == user.posting.organisation_id


def _summary(consent: Consent, proof, *, own: bool) -> list[dict]:
    proved = (
        _("%(size)s kB, tersimpan terkunci") % {"size": proof.size // 1024 + 1} if proof else ""
    )
    shares = consent.purpose == Purpose.REFERRAL
    rows = [
        (_("Jawaban"), consent.get_decision_display()),
        (_("Data"), (words_of(consent) or _("hanya kode, umur, jenis kelamin")) if shares else ""),
        (pgettext("persetujuan", "Cara"), consent.get_method_display()),
        (_("Bukti"), proved),
        (_("Saksi"), consent.witness if own else ""),
        (_("Yang menjawab"), consent.get_given_by_display()),
        (_("Orang tua atau wali"), consent.guardian if own else ""),
        (_("Bahasa yang dipakai"), consent.language),
        (_("Dijawab pada"), date_format(localtime(consent.given_at), "j F Y")),
        (_("Berlaku sampai"), date_format(consent.expires_on, "j F Y")),
        (_("Dicatat oleh"), f"{consent.recorded_by}, {consent.organisation}"),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]


# What happens when she takes it back, in words for the officer who asks once more.
def what_ends(consent: Consent) -> str:
    return {
        Purpose.RECORD: _(
            "Nama dan nomornya tidak boleh dipakai lagi. Data diubah menjadi tanpa nama paling lambat 3x24 jam."
        ),
        Purpose.REFERRAL: _(
            "Data yang dibagikan langsung tertutup bagi penerima, dan rujukan yang memakai persetujuan ini berakhir."
        ),
        Purpose.STATISTICS: _(
            "Klien tidak mau ikut dihitung. Jawaban ini tersimpan untuk laporan berikutnya."
        ),
        Purpose.CONTACT: _(
            "Klien tidak boleh dihubungi lagi: nomornya ditandai tidak aman, dan pengingat janji dimatikan."
        ),
        Purpose.FOLLOW_UP: _("Tindak lanjut yang dijanjikan hilang dari daftar tugas."),
        Purpose.STORY: _("Kisahnya tidak boleh dipakai dalam laporan yang belum terbit."),
    }[Purpose(consent.purpose)]


def card_of(consent: Consent, *, named: bool) -> dict:
    """What she takes home. A leak can kill: no name, no partner, no case; the house only when she wants it."""
    migrant, point = consent.migrant, consent.migrant.service_point
    house = consent.organisation
    shares = consent.purpose == Purpose.REFERRAL
    agreed = {
        Purpose.RECORD: _("Data saya boleh dicatat."),
        Purpose.REFERRAL: _("Data saya boleh dikirim ke satu lembaga."),
        Purpose.STATISTICS: _("Saya boleh dihitung dalam laporan, tanpa nama."),
        Purpose.CONTACT: _("Saya boleh dihubungi dengan cara yang saya sebut."),
        Purpose.FOLLOW_UP: _("Saya boleh ditanya lagi kabarnya."),
        Purpose.STORY: _("Kisah saya boleh diceritakan, tanpa nama."),
    }
    return {
        "code": migrant.code,
        "agreed": agreed[Purpose(consent.purpose)],
        "groups": [str(DisclosureGroup(code).label) for code in consent.groups] if shares else [],
        "given_on": date_format(localtime(consent.given_at), "j F Y"),
        "until": date_format(consent.expires_on, "j F Y"),
        "phone": (point.phone if point and point.organisation_id == house.pk else "")
        or house.phone,
        "house": str(house) if named else "",
    }
