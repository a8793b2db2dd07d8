"""What a client looks like by API, and what may be told of her."""

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers

from ltsa import phone
from ltsa.api.fields import Choice, Day, Flag, Place, Row, Text, Whole

from .. import codes
from ..disclosure import WHOLE, masked_name, said, said_name
from ..models import Migrant
from ..numbers import masked

OLDEST = 110 * 366  # days


# Read and written by the house that keeps her record, never by a partner.
HOME_ONLY = frozenset(
    {"code_word", "education", "marital_status", "children", "heard_from", "abilities"}
)


class AbilitiesShown(serializers.Serializer):
    """One answer of codes.Difficulty for each of the six questions."""

    def get_fields(self):
        low, high = min(codes.Difficulty.values), max(codes.Difficulty.values)
        return {
            code: serializers.IntegerField(min_value=low, max_value=high, allow_null=True)
            for code in codes.Ability.values
        }


class Abilities(serializers.Serializer):
    """The Washington short set as told: 1 no difficulty, 2 some, 3 a lot, 4 cannot at all; only what was asked."""

    def get_fields(self):
        low, high = min(codes.Difficulty.values), max(codes.Difficulty.values)
        return {
            code: Whole(min_value=low, max_value=high, required=False)
            for code in codes.Ability.values
        }

    def to_internal_value(self, data):
        return dict(super().to_internal_value(data))


class MigrantShown(serializers.Serializer):
    id = serializers.UUIDField()
    code = serializers.CharField()
    full_name = serializers.CharField(
        help_text="Only a first letter for who may not know her name."
    )
    nickname = serializers.CharField(allow_blank=True)
    passport_name = serializers.CharField(allow_blank=True)
    anonymous = serializers.BooleanField()
    sex = serializers.ChoiceField(choices=codes.Sex.choices)
    birth_date = serializers.DateField(allow_null=True)
    age_band = serializers.ChoiceField(choices=codes.AgeBand.choices, help_text="Today's.")
    village = serializers.CharField(allow_null=True, help_text="Area code.")
    client_type = serializers.ChoiceField(choices=codes.ClientType.choices, allow_null=True)
    phase = serializers.ChoiceField(choices=codes.Phase.choices, allow_null=True)
    consent = serializers.ChoiceField(choices=codes.RecordConsent.choices)
    languages = serializers.CharField(allow_blank=True)
    nik = serializers.CharField(allow_blank=True, help_text="Masked.")
    family_card = serializers.CharField(allow_blank=True, help_text="Masked.")
    passport = serializers.CharField(allow_blank=True, help_text="Masked.")
    phone = serializers.CharField(allow_blank=True, help_text="Masked.")
    phone_safe = serializers.ChoiceField(choices=codes.PhoneSafe.choices, allow_null=True)
    phone_owner = serializers.ChoiceField(choices=codes.PhoneOwner.choices, allow_null=True)
    contact_way = serializers.ChoiceField(choices=codes.ContactWay.choices, allow_null=True)
    contact_hours = serializers.CharField(allow_blank=True)
    contact_asked_on = serializers.DateField(allow_null=True)
    code_word = serializers.CharField(allow_blank=True, help_text="Stars: there is one. At home.")
    education = serializers.ChoiceField(
        choices=codes.Education.choices, allow_null=True, help_text="At home."
    )
    marital_status = serializers.ChoiceField(
        choices=codes.MaritalStatus.choices, allow_null=True, help_text="At home."
    )
    children = serializers.IntegerField(allow_null=True, help_text="At home.")
    heard_from = serializers.ChoiceField(
        choices=codes.HeardFrom.choices, allow_null=True, help_text="At home."
    )
    abilities = AbilitiesShown(allow_null=True, help_text="Washington short set. At home.")
    disability = serializers.BooleanField(
        allow_null=True, help_text="Any answer of 3 or 4; null when nobody asked. At home."
    )
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
    passport_name = Text(max_length=120, required=False, allow_blank=True)
    sex = Choice(choices=codes.Sex.choices)
    birth_date = Day(past=OLDEST, future=0, required=False, allow_null=True)
    age_band = Choice(choices=codes.AgeBand.choices, required=False)
    village = Place(help_text="Area code; outside the pilot districts a sub-district.")
    client_type = Choice(choices=codes.ClientType.choices)
    phase = Choice(choices=codes.Phase.choices)
    consent = Choice(choices=codes.RecordConsent.choices)
    nik = Text(max_length=40, required=False, allow_blank=True)
    family_card = Text(max_length=40, required=False, allow_blank=True)
    passport = Text(max_length=20, required=False, allow_blank=True)
    phone = Text(max_length=40, required=False, allow_blank=True)
    phone_safe = Choice(choices=codes.PhoneSafe.choices, required=False)
    phone_owner = Choice(choices=codes.PhoneOwner.choices, required=False)
    contact_way = Choice(choices=codes.ContactWay.choices, required=False)
    contact_hours = Text(max_length=60, required=False, allow_blank=True)
    code_word = Text(max_length=40, required=False, allow_blank=True)
    education = Choice(choices=codes.Education.choices, required=False)
    marital_status = Choice(choices=codes.MaritalStatus.choices, required=False)
    children = Whole(min_value=0, max_value=30, required=False, allow_null=True)
    languages = Text(max_length=80, required=False, allow_blank=True)
    heard_from = Choice(choices=codes.HeardFrom.choices, required=False)
    abilities = Abilities(required=False, allow_null=True)
    destination = Text(max_length=60, required=False, allow_blank=True)

    def validate_nik(self, value):
        return _unmasked(value)

    def validate_family_card(self, value):
        return _unmasked(value)

    def validate_code_word(self, value):
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
    relation = Choice(choices=codes.Relation.choices, required=False)
    letter_of_authority = Flag(required=False)
    letter_on = Day(past=20 * 366, future=0, required=False, allow_null=True)


class EditedMigrant(MigrantTold):
    """Only what changes, and the version that was read."""

    version = Whole(min_value=0, max_value=2**31 - 1)
    contact_asked = Flag(help_text="She was asked again how she may be reached.")

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


def describe_migrant(row: Migrant, groups: frozenset, *, home: bool) -> dict:
    """A client as the holder of these disclosure groups sees her, in codes; `home`: her own house reads."""
    identity, contact, journey = (one in groups for one in ("identity", "contact", "journey"))
    named = identity and WHOLE in groups
    return {
        "id": row.pk,
        "code": row.code,
        "full_name": said_name(row) if identity else masked_name(row),
        "nickname": row.nickname if named else "",
        "passport_name": row.passport_name if named else "",
        "anonymous": row.anonymous,
        "sex": row.sex,
        "birth_date": said(row, "birth_date") if identity else None,
        "age_band": row.age_group,
        "village": row.village_id if identity and not row.as_shared else None,
        "client_type": said(row, "client_type") if journey else None,
        "phase": said(row, "phase") if journey else None,
        "consent": row.consent,
        "languages": row.languages if named else "",
        "nik": masked(row, "nik") if named else "",
        "family_card": masked(row, "family_card") if named else "",
        "passport": masked(row, "passport") if named else "",
        "phone": phone.mask(said(row, "phone")) if contact else "",
        "phone_safe": said(row, "phone_safe") or None if contact else None,
        "phone_owner": said(row, "phone_owner") or None if contact else None,
        "contact_way": said(row, "contact_way") or None if contact else None,
        "contact_hours": said(row, "contact_hours") if contact else "",
        "contact_asked_on": row.contact_asked_on if contact else None,
        "code_word": masked(row, "code_word") if home else "",
        "education": row.education or None if home else None,
        "marital_status": row.marital_status or None if home else None,
        "children": row.children if home else None,
        "heard_from": row.heard_from or None if home else None,
        "abilities": _answers(row) if home else None,
        "disability": row.disability if home else None,
        "destination": said(row, "destination") if journey else "",
        "groups": sorted(groups - {WHOLE}),
        "registered_by": row.registered_by_id,
        "district": row.district_id,
        "created_at": timezone.localtime(row.created_at),
        "version": row.version,
    }


def _answers(row: Migrant) -> dict | None:
    """All six questions; null for one that was not asked."""
    if not row.abilities:
        return None
    return {code: row.abilities.get(code) for code in codes.Ability.values}
