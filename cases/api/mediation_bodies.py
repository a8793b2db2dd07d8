"""What is sent to and answered by mediations/. Money travels as text: "9200.00", never as a float."""

from decimal import Decimal

from rest_framework import serializers

from ltsa.accounts.models import User
from ltsa.api.fields import Choice, Day, Flag, Id, Moment, Row, Text
from ltsa.api.viewsets import ListQuery
from ltsa.organisations.models import Agency

from .. import codes
from ..mediators import mediators
from ..models import Respondent
from .verbs import VerbTold

YEARS = 366 * 5


class Amount(serializers.RegexField):
    """Digits and, after a point, at most `places` more; a Decimal once it is read."""

    def __init__(self, places: int = 2, **kwargs):
        super().__init__(
            rf"^[0-9]{{1,12}}(\.[0-9]{{1,{places}}})?$", max_length=13 + places, **kwargs
        )

    def run_validation(self, data=serializers.empty):
        text = super().run_validation(data)
        return Decimal(text) if isinstance(text, str) and text else None

    def to_internal_value(self, data):
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class PartyTold(serializers.Serializer):
    """Somebody whom the case does not name yet: of the register, or by kind and name."""

    kind = Choice(choices=codes.RespondentKind.choices, required=False)
    agency = Row(lambda user: Agency.objects.all(), required=False, allow_null=True)
    name = Text(max_length=160, required=False, allow_blank=True)


class NewMediation(serializers.Serializer):
    respondent = Row(
        lambda user: Respondent.objects.visible_to(user),
        required=False,
        allow_null=True,
        help_text="A party of the case. Without it and `party`: the agency that the case is about.",
    )
    party = PartyTold(required=False, allow_null=True)
    mediator = Row(
        lambda user: mediators(user.posting.district_id) if user.posting else User.objects.none(),
        required=False,
        allow_null=True,
        help_text="Neutral, of a government office or a house that offers mediation; or by name.",
    )
    mediator_name = Text(max_length=120, required=False, allow_blank=True)
    mediator_office = Text(max_length=160, required=False, allow_blank=True)
    companion = Text(max_length=120, required=False, allow_blank=True)
    client_willing = Flag()
    briefed = Flag(help_text="She knows her rights, and that she may bring a companion.")
    respondent_willing = Flag(required=False, allow_null=True)


class InviteTold(serializers.Serializer):
    meeting = Choice(choices=codes.Meeting.choices)
    meets_at = Moment(past=0, future=366)
    place = Text(max_length=200)
    online = Flag(required=False)


class DeliverTold(serializers.Serializer):
    invitation = Id()
    delivered_on = Day(past=366, future=0)
    delivered_by = Choice(choices=codes.DeliveryWay.choices)


class ItemTold(serializers.Serializer):
    kind = Choice(choices=codes.PromiseKind.choices)
    amount = Amount(required=False, allow_null=True)
    currency = Choice(choices=codes.Currency.choices, required=False)
    due_on = Day(past=366, future=YEARS)
    text = Text(max_length=300, required=False, allow_blank=True)


class HearTold(serializers.Serializer):
    """`items`: what was promised; needed when the result is committed, agreed or partly_agreed."""

    meeting = Choice(choices=codes.Meeting.choices)
    held_at = Moment(past=366, future=0)
    place = Text(max_length=200)
    online = Flag(required=False)
    client_came = Flag()
    respondent_came = Flag()
    present = Text(max_length=500, required=False, allow_blank=True)
    client_position = Text(max_length=5000, required=False, allow_blank=True)
    respondent_position = Text(max_length=5000, required=False, allow_blank=True)
    result = Choice(choices=codes.HearingResult.choices)
    items = serializers.ListField(child=ItemTold(), max_length=50, required=False)


class PayTold(serializers.Serializer):
    """Of money amount and currency; of another currency than IDR also rate, its day and its source."""

    promise = Id()
    amount = Amount(required=False, allow_null=True)
    currency = Choice(choices=codes.Currency.choices, required=False)
    rate = Amount(places=4, required=False, allow_null=True)
    rate_on = Day(past=YEARS, future=0, required=False, allow_null=True)
    rate_source = Text(max_length=80, required=False, allow_blank=True)
    received_on = Day(past=YEARS, future=0)
    more_than_owed = Flag(required=False)
    text = Text(max_length=500, required=False, allow_blank=True)


class BreakTold(VerbTold):
    promise = Id()


class VoidTold(serializers.Serializer):
    payment = Id()
    reason = Text(max_length=200)


class InvitationShown(serializers.Serializer):
    id = serializers.UUIDField()
    meeting = serializers.ChoiceField(choices=codes.Meeting.choices)
    number = serializers.IntegerField()
    meets_at = serializers.DateTimeField()
    place = serializers.CharField()
    online = serializers.BooleanField()
    sent_at = serializers.DateTimeField()
    delivered_on = serializers.DateField(allow_null=True)
    delivered_by = serializers.ChoiceField(choices=codes.DeliveryWay.choices, allow_null=True)


class HearingShown(serializers.Serializer):
    id = serializers.UUIDField()
    meeting = serializers.ChoiceField(choices=codes.Meeting.choices)
    number = serializers.IntegerField()
    held_at = serializers.DateTimeField()
    place = serializers.CharField()
    client_came = serializers.BooleanField()
    respondent_came = serializers.BooleanField()
    client_position = serializers.CharField(allow_blank=True)
    respondent_position = serializers.CharField(allow_blank=True)
    result = serializers.ChoiceField(choices=codes.HearingResult.choices)


class PaymentShown(serializers.Serializer):
    id = serializers.UUIDField()
    amount = serializers.CharField(allow_null=True)
    currency = serializers.ChoiceField(choices=codes.Currency.choices, allow_null=True)
    rate = serializers.CharField(allow_null=True)
    rate_on = serializers.DateField(allow_null=True)
    rupiah = serializers.CharField(allow_null=True)
    received_on = serializers.DateField()
    voided = serializers.BooleanField()


class PromiseShown(serializers.Serializer):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=codes.PromiseKind.choices)
    text = serializers.CharField(allow_blank=True)
    amount = serializers.CharField(allow_null=True)
    currency = serializers.ChoiceField(choices=codes.Currency.choices, allow_null=True)
    due_on = serializers.DateField()
    state = serializers.ChoiceField(choices=codes.PromiseState.choices)
    payments = PaymentShown(many=True)


class MediationShown(serializers.Serializer):
    id = serializers.UUIDField()
    case = serializers.UUIDField()
    state = serializers.ChoiceField(choices=codes.MediationState.choices)
    respondent = serializers.CharField()
    mediator = serializers.CharField()
    companion = serializers.CharField(allow_blank=True)
    respondent_willing = serializers.BooleanField(allow_null=True)
    invitations = InvitationShown(many=True)
    hearings = HearingShown(many=True)
    promises = PromiseShown(many=True)
    advice = serializers.ListField(child=serializers.ChoiceField(choices=codes.Advice.choices))
    requested_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)
    verbs = serializers.ListField(child=serializers.CharField(), help_text="What you may do now.")
    version = serializers.IntegerField()


class MediationQuery(ListQuery):
    state = serializers.ChoiceField(choices=codes.MediationState.choices, required=False)
    case = serializers.UUIDField(required=False)
