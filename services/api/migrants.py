"""Clients by API. Shown are the groups that disclosure allows this reader; numbers are always masked."""

from django.db.models import Q
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import status
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from ltsa.access import Permission
from ltsa.api.errors import Conflict
from ltsa.api.viewsets import HouseViewSet, lists
from ltsa.versions import Stale

from .. import actions
from ..disclosure import is_home, may_edit, shown_groups_of
from ..doubts import doubts
from ..models import Migrant
from ..search import find_clients
from .people import (
    HOME_ONLY,
    EditedMigrant,
    MigrantSaved,
    MigrantShown,
    NewMigrant,
    describe_migrant,
)


@extend_schema_view(list=lists())
class MigrantViewSet(HouseViewSet):
    """Migrants and their families: registered, found, and changed with the version that was read."""

    access = {
        "list": (Permission.CLIENT_SEE, Permission.CLIENT_SEE_MASKED),
        "retrieve": (Permission.CLIENT_SEE, Permission.CLIENT_SEE_MASKED),
        "create": Permission.CLIENT_CREATE,
        "partial_update": Permission.CLIENT_EDIT,
    }
    serializer_class = MigrantShown
    queryset = Migrant.objects.none()
    keeps_views = True

    def rows(self):
        return self.ordinary(Migrant.objects.visible_to(self.request.user))

    def found(self, q, asked):
        named = Migrant.objects.identified_for(self.request.user)
        return find_clients(self.ordinary(named), q)

    def ordinary(self, rows):
        """Without clients of a restricted case who are not at home here: no token reads what opened them."""
        posting = self.request.user.posting
        at_home = Q(registered_by=posting.organisation_id) | Q(
            of_desk=True, district=posting.district_id
        )
        return rows.exclude(Q(shielded=True) & ~at_home) if posting else rows

    def describe(self, rows):
        groups = shown_groups_of(rows, self.request.user)
        user = self.request.user
        return [describe_migrant(row, groups[row.pk], home=is_home(row, user)) for row in rows]

    @extend_schema(request=NewMigrant, responses={201: MigrantSaved})
    def create(self, request):
        told = self.told(NewMigrant)
        ties = ("relation", "letter_of_authority", "letter_on")
        told["tie"] = {name: told.pop(name) for name in ties if name in told}
        row = self.once(lambda: actions.create_migrant(by=request.user, **told), model=Migrant)
        return self.saved(row, told, status.HTTP_201_CREATED)

    @extend_schema(request=EditedMigrant, responses=MigrantSaved)
    def partial_update(self, request, pk):
        named = Migrant.objects.identified_for(request.user).select_related("registered_by")
        row = get_object_or_404(self.ordinary(named), pk=pk)
        if not may_edit(row, request.user):
            raise PermissionDenied
        told = self.told(EditedMigrant, instance=row)
        if not is_home(row, request.user) and told.keys() & HOME_ONLY:
            raise PermissionDenied
        try:
            row = actions.edit_migrant(row, by=request.user, **told)
        except Stale:
            current = self.shown([named.get(pk=pk)])[0]
            message = _("Orang lain sudah mengubah data ini. Bandingkan dulu.")
            raise Conflict(message, current=current) from None
        return self.saved(self.seen(row.pk), told)

    def saved(self, row, told: dict, code: int = status.HTTP_200_OK) -> Response:
        row = self.seen(row.pk)
        known = {name: getattr(row, name) for name in ("sex", "birth_date", "village")} | told
        found = doubts(known, user=self.request.user, exclude=row)
        return Response(self.shown([row])[0] | {"warnings": found}, status=code)
