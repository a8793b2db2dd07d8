"""Counselling by API: one conversation, or one meeting counted in a matrix."""

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers, status

from ltsa.access import Permission
from ltsa.api.fields import Choice, Choices, Day, Flag, Id, Moment, Row, Text, Whole
from ltsa.api.viewsets import HouseViewSet, lists
from ltsa.organisations.models import ServicePoint

from .. import actions, codes
from ..models import CounsellingSession, Migrant

MINUTES_AHEAD = 5 / (24 * 60)  # a clock that runs fast; in days
MANY = 300


class Cell(serializers.Serializer):
    """So many people of a sex, phase and age band."""

    sex = Choice(choices=codes.Sex.choices)
    phase = Choice(choices=codes.Phase.choices)
    age_band = Choice(choices=codes.AgeBand.choices)
    count = Whole(min_value=1, max_value=9999)
    disability = Whole(min_value=0, max_value=9999, required=False, default=0)

    def validate(self, attrs):
        if attrs["disability"] > attrs["count"]:
            message = _("Jumlah ini lebih banyak dari peserta.")
            raise serializers.ValidationError({"disability": [message]})
        return attrs


class SessionShown(serializers.Serializer):
    id = serializers.UUIDField()
    code = serializers.CharField()
    mode = serializers.ChoiceField(choices=codes.Mode.choices)
    channel = serializers.ChoiceField(choices=codes.Channel.choices)
    kind = serializers.ChoiceField(choices=codes.SessionKind.choices)
    topics = serializers.ListField(child=serializers.ChoiceField(choices=codes.Topic.choices))
    title = serializers.CharField(allow_blank=True)
    started_at = serializers.DateTimeField()
    minutes = serializers.IntegerField(allow_null=True)
    outcome = serializers.ChoiceField(choices=codes.Outcome.choices)
    summary = serializers.CharField(allow_blank=True)
    follow_up_on = serializers.DateField(allow_null=True)
    migrant = serializers.UUIDField(allow_null=True)
    unrecorded = serializers.BooleanField(
        help_text="With somebody who wants no record: one cell in counts, nobody in migrant."
    )
    visit = serializers.UUIDField(
        allow_null=True, help_text="The same for a family that came together."
    )
    entry = serializers.ChoiceField(choices=codes.Entry.choices)
    paper_number = serializers.CharField(allow_blank=True)
    identity_check = serializers.ChoiceField(choices=codes.IdentityCheck.choices, allow_null=True)
    consent_read = serializers.BooleanField(allow_null=True)
    voided_at = serializers.DateTimeField(
        allow_null=True, help_text="Does not count from then on; the row stays to be seen."
    )
    counts = Cell(many=True)
    attendees = serializers.ListField(child=serializers.UUIDField())
    organisation = serializers.UUIDField()
    service_point = serializers.UUIDField(allow_null=True)
    district = serializers.CharField()
    version = serializers.IntegerField()


class NewSession(serializers.Serializer):
    """Individual: with `migrant`; or with one cell of one in `counts`, for somebody who wants no record at all.
    Group: with `counts` or `attendees` or both."""

    mode = Choice(choices=codes.Mode.choices)
    channel = Choice(choices=codes.Channel.choices)
    kind = Choice(choices=codes.SessionKind.choices)
    started_at = Moment(past=20 * 366, future=MINUTES_AHEAD)
    outcome = Choice(choices=codes.Outcome.choices)
    migrant = Row(lambda user: Migrant.objects.visible_to(user), required=False, allow_null=True)
    counts = serializers.ListField(child=Cell(), max_length=60, required=False)
    attendees = serializers.ListField(child=Id(), max_length=MANY, required=False)
    topics = Choices(codes.Topic.choices, required=False)
    title = Text(max_length=120, required=False, allow_blank=True)
    service_point = Row(
        lambda user: ServicePoint.objects.current().in_district(user.posting.district_id),
        required=False,
        allow_null=True,
        help_text="Without it that of your posting.",
    )
    minutes = Whole(min_value=1, max_value=720, required=False, allow_null=True)
    summary = Text(
        max_length=500,
        required=False,
        allow_blank=True,
        help_text="A psychosocial session keeps none.",
    )
    follow_up_on = Day(past=0, future=2 * 366, required=False, allow_null=True)

    entry = Choice(
        choices=[(code, label) for code, label in codes.Entry.choices if code != "import"],
        required=False,
        help_text="`paper` for what is copied from an earlier day's book.",
    )
    paper_number = Text(max_length=40, required=False, allow_blank=True)
    identity_check = Choice(
        choices=codes.IdentityCheck.choices,
        required=False,
        help_text="By phone, chat or video: how you knew who it was.",
    )
    consent_read = Flag(required=False, allow_null=True)

    def validate_attendees(self, ids):
        seen = Migrant.objects.visible_to(self.context["request"].user).in_bulk(set(ids))
        if len(seen) < len(set(ids)):
            raise serializers.ValidationError(_("Ada peserta yang tidak ditemukan."))
        return list(seen.values())

    def validate_counts(self, cells):
        if len({(one["sex"], one["phase"], one["age_band"]) for one in cells}) < len(cells):
            raise serializers.ValidationError(_("Satu kelompok ditulis dua kali."))
        return cells

    def validate(self, attrs):
        errors = {}
        people = attrs.get("counts") or attrs.get("attendees")
        if attrs.pop("mode") == codes.Mode.INDIVIDUAL:
            errors |= _not_one_person(attrs)
            attrs["unrecorded"] = not attrs.get("migrant")
        else:
            if attrs.get("migrant"):
                errors["migrant"] = [_("Pertemuan kelompok memakai counts atau attendees.")]
            if not people:
                errors["counts"] = [_("Isi jumlah peserta: paling sedikit satu orang.")]
        if attrs["outcome"] == codes.Outcome.FOLLOW_UP and not attrs.get("follow_up_on"):
            errors["follow_up_on"] = [_("Isi tanggal tindak lanjut.")]
        if errors:
            raise serializers.ValidationError(errors)
        return attrs


def _not_one_person(attrs: dict) -> dict:
    """What is wrong about whom an individual conversation was with: a client, or one who is only counted."""
    if attrs.get("migrant"):
        if attrs.get("counts") or attrs.get("attendees"):
            return {"mode": [_("Peserta hanya untuk pertemuan kelompok.")]}
        return {}
    counts = attrs.get("counts") or []
    if not counts:
        return {"migrant": [_("Pilih klien.")]}
    if attrs.get("attendees") or len(counts) > 1 or counts[0]["count"] != 1:
        return {"counts": [_("Tanpa catatan: tepat satu kelompok dengan jumlah satu.")]}
    return {}


class SessionQuery(serializers.Serializer):
    migrant = serializers.UUIDField(required=False, help_text="Only the sessions of this client.")


def describe_session(row: CounsellingSession) -> dict:
    return {
        "id": row.pk,
        "code": row.code,
        "mode": row.mode,
        "channel": row.channel,
        "kind": row.kind,
        "topics": row.topics,
        "title": row.title,
        "started_at": timezone.localtime(row.started_at),
        "minutes": row.minutes,
        "outcome": row.outcome,
        "summary": row.summary,
        "follow_up_on": row.follow_up_on,
        "migrant": row.migrant_id,
        "unrecorded": row.unrecorded,
        "visit": row.visit,
        "entry": row.entry,
        "paper_number": row.paper_number,
        "identity_check": row.identity_check or None,
        "consent_read": row.consent_read,
        "voided_at": row.voided_at and timezone.localtime(row.voided_at),
        "counts": list(row.counts.all()),
        "attendees": [one.migrant_id for one in row.attendances.all()],
        "organisation": row.organisation_id,
        "service_point": row.service_point_id,
        "district": row.district_id,
        "version": row.version,
    }


@extend_schema_view(list=lists(SessionQuery))
class SessionViewSet(HouseViewSet):
    """Counselling sessions: one's own, those of one's service point, a supervisor's organisation."""

    access = {
        "list": Permission.SESSION_SEE,
        "retrieve": Permission.SESSION_SEE,
        "create": Permission.SESSION_CREATE,
    }
    serializer_class = SessionShown
    query_class = SessionQuery
    queryset = CounsellingSession.objects.none()
    keyset = ("-started_at", "-id")
    keeps_views = True

    def rows(self):
        seen = CounsellingSession.objects.visible_to(self.request.user)
        return seen.prefetch_related("counts", "attendances")

    def narrowed(self, rows, asked):
        return rows.filter(migrant=asked["migrant"]) if asked.get("migrant") else rows

    def describe(self, rows):
        return [describe_session(row) for row in rows]

    @extend_schema(request=NewSession, responses={201: SessionShown})
    def create(self, request):
        told = self.told(NewSession)
        row = self.once(
            lambda: actions.log_session(by=request.user, **told), model=CounsellingSession
        )
        return self.reply(self.seen(row.pk), status.HTTP_201_CREATED)
