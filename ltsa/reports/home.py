from django.utils.translation import gettext_lazy as _

from ltsa.dashboard.scope import READS_FIGURES
from ltsa.sockets import NAV, NavItem

NAV.append(
    NavItem(_("Laporan"), "reports:index", "file-earmark-text", READS_FIGURES, 80, "/laporan/")
)
