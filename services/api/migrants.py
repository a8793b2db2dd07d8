"""Clients by API. Shown are the groups that disclosure allows this reader; numbers are always masked."""

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers, status
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from ltsa import nik, phone
from ltsa.access import Permission
from ltsa.api.errors import Conflict
from ltsa.api.fields import Choice, Day, Flag, Place, Row, Text, Whole
from ltsa.api.viewsets import HouseViewSet, lists
from ltsa.versions import Stale

from .. import actions, codes
from ..disclosure import masked_name, may_edit, shown_groups_of
from ..doubts import doubts
from ..models import Migrant
from ..search import find_clients

OLDEST = 110 * 366  # days


class MigrantShown(serializers.Serializer):
    id = serializers.UUIDField()
    code = serializers.CharField()
    full_name = serializers.CharField(
        help_text="Only a first letter for who may not know her name."
    )
    nickname = serializers.CharField(allow_blank=True)
    anonymous = serializers.BooleanField()
    sex = serializers.ChoiceField(choices=codes.Sex.choices)
    birth_date = serializers.DateField(allow_null=True)
    age_band = serializers.ChoiceField(choices=codes.AgeBand.choices, help_text="Today's.")
    village = serializers.CharField(allow_null=True, help_text="Area code.")
    client_type = serializers.ChoiceField(choices=codes.ClientType.choices, allow_null=True)
    phase = serializers.ChoiceField(choices=codes.Phase.choices, allow_null=True)
    consent = serializers.ChoiceField(choices=codes.RecordConsent.choices)
    nik = serializers.CharField(allow_blank=True, help_text="Masked.")
    passport = serializers.CharField(allow_blank=True, help_text="Masked.")
    phone = serializers.CharField(allow_blank=True, help_text="Masked.")
    phone_safe = serializers.ChoiceField(choices=codes.PhoneSafe.choices, allow_null=True)
    destination = serializers.CharField(allow_blank=True)
    groups = serializers.ListField(
        child=serializers.ChoiceField(choices=codes.DisclosureGroup.choices),
        help_text="What you are shown of her; the rest is empty.",
    )
    registered_by = serializers.UUIDField(help_text="Organisation.")
    district = serializers.CharField()
    created_at = serializers.DateTimeField()
    version = serializers.IntegerField()


class Warning(serializers.Serializer):
    code = serializers.CharField()
    field = serializers.CharField()
    message = serializers.CharField()


class MigrantSaved(MigrantShown):
    warnings = Warning(many=True, help_text="Doubts that do not block.")


class MigrantTold(serializers.Serializer):
    """A client as told. Needed: a name or `anonymous`, a birth date or an age band; never a NIK."""

    full_name = Text(max_length=120, required=False, allow_blank=True)
    anonymous = Flag(required=False)
    nickname = Text(max_length=60, required=False, allow_blank=True)
    sex = Choice(choices=codes.Sex.choices)
    birth_date = Day(past=OLDEST, future=0, required=False, allow_null=True)
    age_band = Choice(choices=codes.AgeBand.choices, required=False)
    village = Place(help_text="Area code; outside the pilot districts a sub-district.")
    client_type = Choice(choices=codes.ClientType.choices)
    phase = Choice(choices=codes.Phase.choices)
    consent = Choice(choices=codes.RecordConsent.choices)
    nik = Text(max_length=40, required=False, allow_blank=True)
    passport = Text(max_length=20, required=False, allow_blank=True)
    phone = Text(max_length=40, required=False, allow_blank=True)
    phone_safe = Choice(choices=codes.PhoneSafe.choices, required=False)
    destination = Text(max_length=60, required=False, allow_blank=True)

    def validate_nik(self, value):
        return _unmasked(value)

    def validate_passport(self, value):
        return _unmasked(value)

    def validate_phone(self, value):
        return phone.normalise(_unmasked(value))

    def validate(self, attrs):
        before = self.instance
        anonymous = attrs.get("anonymous", before.anonymous if before else False)
        name = attrs.get("full_name", before.full_name if before else "")
        if not anonymous and not name:
            message = _("Tulis nama, atau centang bila klien tidak mau menyebut nama.")
            raise serializers.ValidationError({"full_name": [message]})
        if before is None and not attrs.get("birth_date") and not attrs.get("age_band"):
            message = _("Isi tanggal lahir atau pilih kelompok umur.")
            raise serializers.ValidationError({"age_band": [message]})
        return attrs


class NewMigrant(MigrantTold):
    represents = Row(
        lambda user: Migrant.objects.visible_to(user),
        required=False,
        allow_null=True,
        help_text="The migrant for whom this relative speaks.",
    )


class EditedMigrant(MigrantTold):
    """Only what changes, and the version that was read."""

    version = Whole(min_value=0, max_value=2**31 - 1)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name == "version"


def _unmasked(value: str) -> str:
    """What the API answered must not come back as if it were the number."""
    if "*" in value:
        raise serializers.ValidationError(
            _("Nomor ini tersamar. Tulis nomor lengkap, atau jangan kirim isian ini.")
        )
    return value


def describe_migrant(row: Migrant, groups: frozenset) -> dict:
    """A client as the holder of these disclosure groups sees her, in codes."""
    identity, contact, journey = (one in groups for one in ("identity", "contact", "journey"))
    return {
        "id": row.pk,
        "code": row.code,
        "full_name": str(row) if identity else masked_name(row),
        "nickname": row.nickname if identity else "",
        "anonymous": row.anonymous,
        "sex": row.sex,
        "birth_date": row.birth_date if identity else None,
        "age_band": row.age_group,
        "village": row.village_id if identity else None,
        "client_type": row.client_type if journey else None,
        "phase": row.phase if journey else None,
        "consent": row.consent,
        "nik": nik.mask(row.nik) if identity else "",
        "passport": phone.mask(row.passport) if identity else "",
        "phone": phone.mask(row.phone) if contact else "",
        "phone_safe": row.phone_safe or None if contact else None,
        "destination": row.destination if journey else "",
        "groups": sorted(groups),
        "registered_by": row.registered_by_id,
        "district": row.district_id,
        "created_at": timezone.localtime(row.created_at),
        "version": row.version,
    }


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
        return Migrant.objects.visible_to(self.request.user).select_related("registered_by")

    def found(self, q, asked):
        named = Migrant.objects.identified_for(self.request.user).select_related("registered_by")
        return find_clients(named, q)

    def describe(self, rows):
        groups = shown_groups_of(rows, self.request.user)
        return [describe_migrant(row, groups[row.pk]) for row in rows]

    @extend_schema(request=NewMigrant, responses={201: MigrantSaved})
    def create(self, request):
        told = self.told(NewMigrant)
        row = self.once(lambda: actions.create_migrant(by=request.user, **told), model=Migrant)
        return self.saved(row, told, status.HTTP_201_CREATED)

    @extend_schema(request=EditedMigrant, responses=MigrantSaved)
    def partial_update(self, request, pk):
        named = Migrant.objects.identified_for(request.user).select_related("registered_by")
        row = get_object_or_404(named, pk=pk)
        if not may_edit(row, request.user):
            raise PermissionDenied
        told = self.told(EditedMigrant, instance=row)
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
