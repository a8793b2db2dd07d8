"""The directory: who works under the one roof and what each offers. No address: a shelter has none to show."""

from drf_spectacular.utils import extend_schema_view
from rest_framework import serializers
from rest_framework.routers import SimpleRouter

from ltsa.access import SIGNED_IN, Permission
from ltsa.api.codes import code_list
from ltsa.api.fields import AREA_CODE
from ltsa.api.viewsets import HouseViewSet, ListQuery, lists

from .models import Agency, Kind, Organisation, ServiceCode, ServicePoint

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

    of_people = False

    access = {"list": SIGNED_IN, "retrieve": SIGNED_IN}
    serializer_class = OrganisationShown
    query_class = DirectoryQuery
    keyset = ("name", "id")
    queryset = Organisation.objects.none()

    def rows(self):
        return Organisation.objects.current().prefetch_related("offers")

    def narrowed(self, rows, asked):
        """Partners of another district that its directory lists too are among those of a district."""
        return rows.serving(asked["district"]) if asked.get("district") else rows

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


class AgencyShown(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()
    branch = serializers.CharField(allow_blank=True)
    kind = serializers.ChoiceField(choices=Agency.Kind.choices)
    licence = serializers.CharField(allow_blank=True, help_text="Number of the SIP3MI.")
    status = serializers.ChoiceField(choices=Agency.Status.choices)
    checked_on = serializers.DateField(allow_null=True)
    complaints = serializers.IntegerField(help_text="Verified ones; restricted cases never count.")


@extend_schema_view(list=lists())
class AgencyViewSet(HouseViewSet):
    """The register of agencies: P3MI, training centres, foreign partners, employers."""

    of_people = False

    access = dict.fromkeys(
        ("list", "retrieve"), (Permission.CLIENT_SEE, Permission.MASTER_DATA_MANAGE)
    )
    serializer_class = AgencyShown
    keyset = ("name", "id")
    queryset = Agency.objects.none()

    def rows(self):
        return Agency.objects.all()

    def found(self, q, asked):
        return self.rows().named(q)

    def describe(self, rows):
        return [{name: getattr(row, name) for name in AgencyShown().fields} for row in rows]


router = SimpleRouter()
router.register("organisations", OrganisationViewSet, basename="organisations")
router.register("agencies", AgencyViewSet, basename="agencies")
router.register("service-points", ServicePointViewSet, basename="service-points")

urlpatterns = router.urls
