"""/kelola/: what there is to manage, and what of it wants attention."""

from django.shortcuts import render

from ltsa.access import Permission, access

from ..lists import overview_cards


@access(
    Permission.PEOPLE_MANAGE_OWN,
    Permission.PEOPLE_MANAGE_DISTRICT,
    Permission.PEOPLE_CONFIRM,
    Permission.MASTER_DATA_MANAGE,
    Permission.DIRECTORY_OWN,
)
def overview(request):
    return render(request, "accounts/overview.html", {"cards": overview_cards(request.user)})
