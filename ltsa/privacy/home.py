from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission as P
from ltsa.sockets import NAV, NavItem

NAV += [
    NavItem(_("Jejak"), "privacy:trail", "shield-lock", (P.AUDIT_SEE,), 90, "/privasi/jejak/"),
    NavItem(_("Peringatan"), "privacy:alerts", "bell", (P.AUDIT_SEE,), 91, "/privasi/peringatan/"),
]
