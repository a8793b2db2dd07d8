from drf_spectacular.utils import extend_schema_view
from rest_framework import serializers
from rest_framework.routers import SimpleRouter

from ltsa.access import SIGNED_IN
from ltsa.api.fields import AREA_CODE
from ltsa.api.viewsets import HouseViewSet, ListQuery, lists

from .models import Area


class AreaShown(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    level = serializers.ChoiceField(choices=Area.Level.choices)


class AreaQuery(ListQuery):
    parent = serializers.RegexField(
        AREA_CODE,
        required=False,
        help_text="Only what lies in this area; without it the provinces.",
    )


@extend_schema_view(list=lists(AreaQuery))
class AreaViewSet(HouseViewSet):
    """Provinces, regencies, sub-districts and villages under their Kemendagri codes."""

    of_people = False

    access = {"list": SIGNED_IN, "retrieve": SIGNED_IN}
    serializer_class = AreaShown
    query_class = AreaQuery
    keyset = ("code",)
    queryset = Area.objects.all()
    lookup_value_regex = r"[0-9.]+"

    def rows(self):
        return Area.objects.all()

    def narrowed(self, rows, asked):
        return rows.children_of(asked.get("parent", ""))

    def found(self, q, asked):
        return Area.objects.search(q, parent=asked.get("parent", ""))

    def describe(self, rows):
        return [{"code": row.code, "name": row.name, "level": row.level} for row in rows]


router = SimpleRouter()
router.register("areas", AreaViewSet, basename="areas")

urlpatterns = router.urls
