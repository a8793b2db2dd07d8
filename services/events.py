from django.utils.translation import gettext_lazy as _

from ltsa.timeline.labels import register

register(
    {
        "client.register": (_("Klien didaftarkan"), "person-plus"),
        "client.edit": (_("Data klien diubah"), "pencil"),
        "session.log": (_("Konseling dicatat"), "chat-dots"),
        "session.follow_up_done": (_("Tindak lanjut selesai"), "check2"),
    }
)
