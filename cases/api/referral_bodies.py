"""What is sent to and answered by referrals/."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from ltsa.api.fields import Choice, Choices, Day, Flag, Moment, Row, Text, Whole
from ltsa.api.viewsets import ListQuery
from ltsa.organisations.models import DisabilityAccess, Language, Organisation, ServiceCode
from services.codes import ConsentMethod, DisclosureGroup

from .. import codes
from ..models import Case, Referral
from ..transitions import REFERRAL_VERBS
from .verbs import VerbTold

LONGEST_CONSENT = 366  # days
GROUPS = ["minimum", *DisclosureGroup.values]


class ConsentTold(serializers.Serializer):
    """She agreed to this recipient and these groups, until a day (UU 27/2022 art 22)."""

    method = Choice(choices=ConsentMethod.choices)
    text_version = Text(max_length=20, required=False, help_text="Of the text read to her.")
    expires_on = Day(
        past=0,
        future=LONGEST_CONSENT,
        error_messages={
            "early": _("Tanggal berlaku sudah lewat. Pilih hari ini atau sesudahnya."),
            "late": _("Persetujuan berlaku paling lama satu tahun."),
        },
    )


def _own_cases(user):
    own = Case.objects.visible_to(user).ordinary()
    return own.filter(organisation=user.posting.organisation_id)


class OverrideTold(serializers.Serializer):
    """Why it goes without her consent; a supervisor's alone (UU 27/2022 art 20(2))."""

    override = Choice(choices=codes.OverrideReason.choices)
    override_reason = Text(max_length=500)


class Asked(serializers.Serializer):
    """To whom, for what, and what may travel; with her consent."""

    to = Row(
        lambda user: Organisation.objects.partners_for(user.posting),
        help_text="An organisation of your district.",
    )
    services = Choices(ServiceCode.choices, allow_empty=False)
    priority = Choice(choices=codes.Priority.choices)
    needs = Text(max_length=2000)
    language = Choice(
        choices=Language.choices, required=False, allow_blank=True, help_text="Beside Indonesian."
    )
    access = Choices(DisabilityAccess.choices, required=False, help_text="What she needs there.")
    with_child = Flag(required=False, help_text="Her child comes along.")
    escort = Flag(required=False, help_text="Somebody has to go with her.")
    delivery = Choice(
        choices=codes.Delivery.choices, required=False, help_text="How she gets there."
    )
    disclose = Choices(DisclosureGroup.choices, help_text="What she allows to be shown.")
    consent = ConsentTold(required=False, help_text="Required, unless a supervisor overrides it.")
    override = OverrideTold(required=False)


class NewReferral(Asked):
    case = Row(_own_cases, help_text="A case of your organisation.")
    previous = Row(
        lambda user: Referral.objects.visible_to(user).filter(restricted=False),
        required=False,
        allow_null=True,
        help_text="The declined or returned referral that this one replaces.",
    )


class RewriteTold(VerbTold, Asked):
    """The whole request once more, in place of a draft."""


class ReofferTold(VerbTold):
    """The same request to another house; with her consent for that one."""

    to = Row(
        lambda user: Organisation.objects.partners_for(user.posting),
        help_text="An organisation of your district.",
    )
    consent = ConsentTold(required=False, help_text="Required, unless a supervisor overrides it.")
    override = OverrideTold(required=False)


class AcceptTold(VerbTold):
    """Who can be called and when she may come: at the latest on start."""

    contact = Text(max_length=120, required=False, allow_blank=True)
    appointment = Moment(past=31, future=366, required=False, allow_null=True)


class ServiceTold(VerbTold):
    service = Choice(choices=ServiceCode.choices, required=False, help_text="Default: the first.")
    given_on = Day(past=366, future=0, required=False, help_text="Default: today.")
    note = Text(max_length=2000, required=False, allow_blank=True, help_text="No therapy notes.")


class DeclineTold(VerbTold):
    reason = Choice(choices=codes.DeclineReason.choices)
    note = Text(max_length=2000, required=False, allow_blank=True)
    suggested = Row(
        lambda user: Organisation.objects.partners_for(user.posting),
        required=False,
        allow_null=True,
        help_text="Another organisation of your district that the sender may try next.",
    )


class ReturnTold(VerbTold):
    reason = Text(max_length=2000)


class ShareTold(VerbTold):
    needs = Text(max_length=2000, required=False, allow_blank=True, help_text="Default: as before.")


class CallTold(VerbTold):
    result = Choice(choices=codes.CallResult.choices)


class ClientFeedbackTold(VerbTold):
    helped = Choice(choices=codes.Helped.choices)
    score = Whole(min_value=1, max_value=5, required=False, allow_null=True)
    how = Choice(choices=codes.AskedHow.choices)


class ClientFeedbackShown(serializers.Serializer):
    helped = serializers.ChoiceField(choices=codes.Helped.choices)
    score = serializers.IntegerField(allow_null=True)


class NoteTold(serializers.Serializer):
    text = Text(max_length=2000)


class ConsentShown(serializers.Serializer):
    method = serializers.ChoiceField(choices=ConsentMethod.choices)
    text_version = serializers.CharField()
    expires_on = serializers.DateField()
    valid = serializers.BooleanField()


class SharedShown(serializers.Serializer):
    group = serializers.ChoiceField(choices=GROUPS)
    values = serializers.DictField(child=serializers.CharField(allow_blank=True))


class NoteShown(serializers.Serializer):
    kind = serializers.ChoiceField(choices=codes.NoteKind.choices)
    text = serializers.CharField(allow_blank=True)
    service = serializers.ChoiceField(choices=ServiceCode.choices, allow_null=True)
    given_on = serializers.DateField(allow_null=True)
    at = serializers.DateTimeField()


class ReferralShown(serializers.Serializer):
    id = serializers.UUIDField()
    code = serializers.CharField()
    kind = serializers.ChoiceField(
        choices=codes.ReferralKind.choices, help_text="Accepting a transfer moves the whole case."
    )
    state = serializers.ChoiceField(choices=codes.ReferralState.choices)
    sender = serializers.UUIDField()
    to = serializers.UUIDField()
    case = serializers.UUIDField(allow_null=True, help_text="The sender's; null for others.")
    priority = serializers.ChoiceField(choices=codes.Priority.choices)
    services = serializers.ListField(child=serializers.ChoiceField(choices=ServiceCode.choices))
    language = serializers.ChoiceField(
        choices=Language.choices, allow_null=True, help_text="Beside Indonesian."
    )
    access = serializers.ListField(child=serializers.ChoiceField(choices=DisabilityAccess.choices))
    with_child = serializers.BooleanField()
    escort = serializers.BooleanField()
    delivery = serializers.ChoiceField(choices=codes.Delivery.choices)
    needs = serializers.CharField(allow_blank=True, help_text="The recipient's is in `shared`.")
    disclose = serializers.ListField(child=serializers.ChoiceField(choices=DisclosureGroup.choices))
    override = serializers.ChoiceField(
        choices=codes.OverrideReason.choices, allow_null=True, help_text="Sent without a consent."
    )
    consent = ConsentShown(allow_null=True)
    shared = SharedShown(
        many=True, help_text="What was sent, as far as you may read it now; phone masked."
    )
    notes = NoteShown(many=True)
    contact = serializers.CharField(allow_blank=True)
    appointment = serializers.DateTimeField(allow_null=True)
    decline_reason = serializers.ChoiceField(codes.DeclineReason.choices, allow_null=True)
    suggested = serializers.UUIDField(allow_null=True, help_text="By whoever declined.")
    client_feedback = ClientFeedbackShown(allow_null=True)
    created_at = serializers.DateTimeField()
    sent_at = serializers.DateTimeField(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    first_opened_at = serializers.DateTimeField(allow_null=True)
    claimed_at = serializers.DateTimeField(allow_null=True)
    claimed_by_me = serializers.BooleanField()
    answered_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    verbs = serializers.ListField(
        child=serializers.ChoiceField(choices=REFERRAL_VERBS), help_text="What you may do now."
    )
    version = serializers.IntegerField()


class ReferralQuery(ListQuery):
    side = serializers.ChoiceField(choices=["incoming", "outgoing"], required=False)
    state = serializers.ChoiceField(choices=codes.ReferralState.choices, required=False)
    case = serializers.UUIDField(required=False)
    priority = serializers.ChoiceField(choices=codes.Priority.choices, required=False)
    service = serializers.ChoiceField(
        choices=ServiceCode.choices, required=False, help_text="Not for those who see timing alone."
    )
    overdue = serializers.BooleanField(required=False, help_text="Unanswered past its deadline.")
