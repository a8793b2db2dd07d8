"""How long what is kept, until the district's own schedule (JRA) says otherwise (domain 1.5)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

DEFAULTS = (
    (_("Catatan konseling dan layanan"), _("5 tahun")),
    (pgettext_lazy("daftar", "Kasus"), _("5 tahun setelah ditutup")),
    (_("Kasus kekerasan"), _("3 tahun setelah ditutup")),
)
