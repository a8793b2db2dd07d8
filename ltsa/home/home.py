"""The rail's first line, and what people of the house itself begin with on my day."""

from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission as P
from ltsa.sockets import NAV, STARTS, NavItem

NAV += [
    NavItem(_("Beranda"), "home:day", "house", (P.INBOX_SEE,), 10, "/beranda/"),
    NavItem(_("Sistem"), "home:system", "shield-lock", (P.SYSTEM_SEE,), 95, "/sistem/"),
]
STARTS += [
    (P.SYSTEM_SEE, _("Keadaan sistem"), "home:system", "shield-lock"),
]
