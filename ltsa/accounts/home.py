"""What managing people and master data puts in the rail."""

from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission as P
from ltsa.sockets import NAV, NavItem

NAV.append(
    NavItem(
        _("Kelola"),
        "people:overview",
        "gear",
        (
            P.PEOPLE_MANAGE_OWN,
            P.PEOPLE_MANAGE_DISTRICT,
            P.PEOPLE_CONFIRM,
            P.MASTER_DATA_MANAGE,
            P.DIRECTORY_OWN,
            P.NATION_MANAGE,
        ),
        90,
        "/kelola/",
    )
)
