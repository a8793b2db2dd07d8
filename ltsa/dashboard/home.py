from django.utils.translation import gettext_lazy as _

from ltsa.sockets import NAV, NavItem

from .scope import READS_FIGURES

NAV.append(NavItem(_("Dasbor"), "dashboard:board", "bar-chart", READS_FIGURES, 70, "/dasbor/"))
