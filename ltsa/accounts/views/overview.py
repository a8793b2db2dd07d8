"""/kelola/: what there is to manage, and what of it wants attention."""

from django.shortcuts import render

from ltsa.access import Permission, access

from ..lists import overview_cards
from ..setup import setup_list


@access(
    Permission.PEOPLE_MANAGE_OWN,
    Permission.PEOPLE_MANAGE_DISTRICT,
    Permission.PEOPLE_CONFIRM,
    Permission.MASTER_DATA_MANAGE,
    Permission.DIRECTORY_OWN,
    Permission.NATION_MANAGE,
)
def overview(request):
    context = {"cards": overview_cards(request.user), "setup": setup_list(request.user)}
    return render(request, "accounts/overview.html", context)
