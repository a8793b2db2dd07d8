from django.utils.translation import gettext_lazy as _

from ltsa.audit import names
from ltsa.timeline.labels import register

names.register({"villages.villagerequest": _("permintaan dari desa")})

register(
    {
        "village_request.hand_in": (_("Permintaan diterima dari desa"), "house-door"),
        "village_request.correct": (_("Isian diperbaiki kader"), "pencil"),
        "village_request.call_near": (_("Diingatkan untuk menelepon"), "clock"),
        "village_request.call_late": (_("Belum ditelepon, supervisor diberi tahu"), "clock"),
        "village_request.handle": (_("Sudah ditelepon, sedang ditangani"), "telephone"),
        "village_request.finish": (_("Selesai"), "check-lg"),
    }
)
