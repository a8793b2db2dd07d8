"""The rail's first line: my day."""

from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission as P
from ltsa.sockets import NAV, NavItem

NAV.append(NavItem(_("Beranda"), "home:day", "house", (P.INBOX_SEE,), 10, "/beranda/"))
