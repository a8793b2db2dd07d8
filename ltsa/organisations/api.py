"""The directory: who works under the one roof and what each offers. No address: a shelter has none to show."""

from drf_spectacular.utils import extend_schema_view
from rest_framework import serializers
from rest_framework.routers import SimpleRouter

from ltsa.access import SIGNED_IN
from ltsa.api.codes import code_list
from ltsa.api.fields import AREA_CODE
from ltsa.api.viewsets import HouseViewSet, ListQuery, lists

from .models import Kind, Organisation, ServiceCode, ServicePoint

code_list("services", ServiceCode)
code_list("organisation-kinds", Kind)
code_list("service-point-types", ServicePoint.Type)


class OrganisationShown(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Kind.choices)
    district = serializers.CharField(allow_null=True, help_text="Area code; null: of the nation.")
    services = serializers.ListField(child=serializers.ChoiceField(choices=ServiceCode.choices))
    confirmed = serializers.BooleanField(help_text="Whether the partnership is confirmed.")


class ServicePointShown(OrganisationShown):
    type = serializers.ChoiceField(choices=ServicePoint.Type.choices)
    organisation = serializers.UUIDField()


class DirectoryQuery(ListQuery):
    district = serializers.RegexField(AREA_CODE, required=False, help_text="Area code.")


def _house(row: Organisation) -> dict:
    return {
        "id": row.pk,
        "name": row.name,
        "kind": row.kind,
        "district": row.district_id,
        "services": [offer.code for offer in row.offers.all()],
        "confirmed": row.is_confirmed,
    }


@extend_schema_view(list=lists(DirectoryQuery))
class OrganisationViewSet(HouseViewSet):
    """Government offices, unions, women's organisations and villages, and the services each offers."""

    access = {"list": SIGNED_IN, "retrieve": SIGNED_IN}
    serializer_class = OrganisationShown
    query_class = DirectoryQuery
    keyset = ("name", "id")
    queryset = Organisation.objects.none()

    def rows(self):
        return Organisation.objects.current().prefetch_related("offers")

    def narrowed(self, rows, asked):
        return rows.in_district(asked["district"]) if asked.get("district") else rows

    def found(self, q, asked):
        return self.narrowed(self.rows(), asked).filter(name__icontains=q).order_by(*self.keyset)

    def describe(self, rows):
        return [_house(row) for row in rows]


@extend_schema_view(list=lists(DirectoryQuery))
class ServicePointViewSet(OrganisationViewSet):
    """Desks, MRC corners, partners' offices and village posts; kind and services are the organisation's."""

    serializer_class = ServicePointShown
    queryset = ServicePoint.objects.none()

    def rows(self):
        points = ServicePoint.objects.current().select_related("organisation")
        return points.prefetch_related("organisation__offers")

    def describe(self, rows):
        return [
            _house(row.organisation)
            | {
                "id": row.pk,
                "name": row.name,
                "type": row.type,
                "organisation": row.organisation_id,
            }
            for row in rows
        ]


router = SimpleRouter()
router.register("organisations", OrganisationViewSet, basename="organisations")
router.register("service-points", ServicePointViewSet, basename="service-points")

urlpatterns = router.urls
