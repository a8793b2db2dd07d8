from django.utils.translation import gettext_lazy as _

from ltsa.audit import names
from ltsa.timeline.labels import register

register(
    {
        "client.register": (_("Klien didaftarkan"), "person-plus"),
        "client.edit": (_("Data klien diubah"), "pencil"),
        "session.log": (_("Konseling dicatat"), "chat-dots"),
        "session.follow_up_done": (_("Tindak lanjut selesai"), "check2"),
    }
)

names.register(
    {
        "services.migrant": _("klien"),
        "services.counsellingsession": _("konseling"),
        "services.consent": _("persetujuan"),
    }
)
