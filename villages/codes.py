from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


class Relation(models.TextChoices):
    SELF = "self", _("Diri sendiri")
    PARENT = "parent", _("Orang tua")
    SPOUSE = "spouse", _("Suami atau istri")
    CHILD = "child", _("Anak")
    SIBLING = "sibling", _("Saudara")
    OTHER = "other", _("Lainnya")


class RequestState(models.TextChoices):
    RECEIVED = "received", pgettext_lazy("permintaan", "Diterima")
    HANDLED = "handled", _("Sedang ditangani")
    DONE = "done", _("Selesai")


TONES: dict[str, str] = {
    RequestState.RECEIVED: "waiting",
    RequestState.HANDLED: "info",
    RequestState.DONE: "good",
}

# The five duties of a village towards migrants (UU 18/2017 art 42), in plain words.
DUTIES = (
    _("Memberi informasi lowongan kerja yang benar dan resmi."),
    _("Memeriksa data dan mencatat warga yang akan bekerja ke luar negeri."),
    _("Membantu mengurus surat kependudukan, seperti KTP, KK, dan akta."),
    _("Mencatat dan memantau keberangkatan serta kepulangan warga."),
    _("Menguatkan calon pekerja migran, yang sudah pulang, dan keluarganya."),
)


def head_title(village) -> str:
    """What the people call the head of this village: a Kuwu in Cirebon, a Lurah in a town."""
    if village.kind == "kelurahan":
        return gettext("Lurah")
    if village.district_code == "32.09":
        return gettext("Kuwu")
    return gettext("Kepala desa")
