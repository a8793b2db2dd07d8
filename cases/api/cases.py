"""Cases by API. A restricted case can be opened with a token and never read with one (domain 4 rule 1)."""

from functools import partial

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers, status
from rest_framework.response import Response

from ltsa.access import Permission
from ltsa.api.fields import Choice, Choices, Day, Flag, Row, Text
from ltsa.api.viewsets import HouseViewSet, ListQuery, lists
from ltsa.organisations.models import Agency
from services.codes import Phase
from services.models import Migrant
from services.search import find_clients

from .. import actions, codes
from ..closing import with_others
from ..disclosure import may_read_narrative
from ..models import Case, CaseType
from ..transitions import CASE_VERBS, TABLES, possible
from .mediations import mediations as mediations_of_case
from .verbs import VerbTold, verb


class CaseShown(serializers.Serializer):
    id = serializers.UUIDField()
    code = serializers.CharField()
    state = serializers.ChoiceField(choices=codes.CaseState.choices)
    migrant = serializers.UUIDField()
    phase = serializers.ChoiceField(choices=Phase.choices)
    types = serializers.ListField(child=serializers.CharField(), help_text="The primary one first.")
    account = serializers.CharField(allow_blank=True, help_text="Empty for who sees the line only.")
    reported_by = serializers.ChoiceField(choices=codes.ReportedBy.choices, allow_null=True)
    priority = serializers.ChoiceField(choices=codes.Priority.choices)
    organisation = serializers.UUIDField()
    service_point = serializers.UUIDField(allow_null=True)
    district = serializers.CharField()
    opened_at = serializers.DateTimeField()
    next_action_on = serializers.DateField(allow_null=True)
    agency = serializers.UUIDField(
        allow_null=True, help_text="The agency complained about; null for who sees the line only."
    )
    closing_asked = serializers.ChoiceField(
        choices=codes.ClosingReason.choices,
        allow_null=True,
        help_text="The reason that the worker proposes, when she has asked for the closing.",
    )
    outcomes = serializers.ListField(child=serializers.ChoiceField(choices=codes.Outcome.choices))
    closing_reason = serializers.ChoiceField(choices=codes.ClosingReason.choices, allow_null=True)
    closed_at = serializers.DateTimeField(allow_null=True)
    verbs = serializers.ListField(
        child=serializers.ChoiceField(choices=CASE_VERBS), help_text="What you may do to it now."
    )
    version = serializers.IntegerField()


class CaseOpened(CaseShown):
    """The case; of a restricted one only id, code and state."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() - {"id", "code", "state"}:
            self.fields[name].required = False


class NewCase(serializers.Serializer):
    """`types` and `account` may be absent when `restricted`; a sensitive type makes the case restricted."""

    migrant = Row(lambda user: Migrant.objects.visible_to(user))
    types = serializers.ListField(child=Text(max_length=12), max_length=20, required=False)
    account = Text(max_length=20_000, required=False, allow_blank=True)
    reported_by = Choice(choices=codes.ReportedBy.choices)
    priority = Choice(choices=codes.Priority.choices, required=False)
    restricted = Flag(required=False)
    limits_explained = Flag(
        required=False, help_text="Needed with an account of a sensitive type: she was told first."
    )
    next_action_on = Day(past=0, future=2 * 366, required=False, allow_null=True)
    agency = Row(
        lambda user: Agency.objects.all(),
        required=False,
        allow_null=True,
        help_text="The agency of the register that the complaint is about.",
    )
    complainant = Text(
        max_length=120,
        required=False,
        allow_blank=True,
        help_text="Who complains; not kept when `reported_by` is `self`. Needed before `verify` of all others.",
    )
    complainant_relation = Text(max_length=60, required=False, allow_blank=True)
    complainant_phone = Text(max_length=40, required=False, allow_blank=True)
    happened_on = Day(
        past=50 * 366,
        future=0,
        required=False,
        allow_null=True,
        help_text="When it happened; of a restricted case, like the account, after the limits were explained.",
    )
    happened_in = Text(max_length=60, required=False, allow_blank=True)

    def validate_types(self, wanted):
        posting = self.context["request"].user.posting
        known = CaseType.objects.for_district(posting.district_id).in_bulk(set(wanted))
        if len(known) < len(set(wanted)):
            raise serializers.ValidationError(_("Jenis kasus tidak dikenal."))
        return [known[code] for code in dict.fromkeys(wanted)]


class ClosingTold(VerbTold):
    """What the worker proposes; the second person decides."""

    reason = Choice(
        choices=codes.ClosingReason.choices,
        required=False,
        help_text="Asking to close an unsolved case needs a legal one; resolving may leave it open.",
    )
    outcomes = Choices(choices=codes.Outcome.choices, required=False)


class CloseTold(VerbTold):
    reason = Choice(
        choices=codes.ClosingReason.choices,
        required=False,
        help_text="What was proposed, when it is left out.",
    )
    outcomes = Choices(
        choices=codes.Outcome.choices,
        required=False,
        help_text="At least one, here or when it was resolved; without any a legal reason says `none`.",
    )
    note = Text(max_length=2000, required=False, allow_blank=True)
    alone_because = Text(
        max_length=500,
        required=False,
        allow_blank=True,
        help_text="Needed where nobody else of the house may close: why no second person looked at it.",
    )


class CaseQuery(ListQuery):
    state = serializers.ChoiceField(choices=codes.CaseState.choices, required=False)
    migrant = serializers.UUIDField(required=False, help_text="Only the cases of this client.")


def describe_case(row: Case, user) -> dict:
    narrative = may_read_narrative(row, user)
    types = [row.primary_type_id, *(kind.pk for kind in row.secondary_types.all())]
    return {
        "id": row.pk,
        "code": row.code,
        "state": row.state,
        "migrant": row.migrant_id,
        "phase": row.phase,
        "types": types if narrative else [],
        "account": row.account if narrative else "",
        "reported_by": row.reported_by if narrative else None,
        "priority": row.priority,
        "organisation": row.organisation_id,
        "service_point": row.service_point_id,
        "district": row.district_id,
        "opened_at": timezone.localtime(row.opened_at),
        "next_action_on": row.next_action_on,
        "agency": row.agency_id if narrative else None,
        "closing_asked": (narrative and row.closing_asked) or None,
        "outcomes": row.outcomes if narrative else [],
        "closing_reason": row.closing_reason or None,
        "closed_at": row.closed_at and timezone.localtime(row.closed_at),
        "verbs": [line.verb for line in possible(row, user)],
        "version": row.version,
    }


BODIES = {"close": CloseTold, "resolve": ClosingTold, "ask_closing": ClosingTold}


def move(name: str):
    """One of the contract's case verbs, or a moment, which changes no state."""
    line = next(line for line in TABLES[Case] if line.verb == name)
    ends = f"to {line.target}" if line.target else "no state changes"
    says = f"From {' or '.join(line.sources)} {ends}."
    return verb(name, partial(_move, name), BODIES.get(name, VerbTold), says=says)


def _move(name: str, case: Case, *, by, **told) -> Case:
    return actions.move_case(case, name, by=by, **told)


@extend_schema_view(list=lists(CaseQuery))
class CaseViewSet(HouseViewSet):
    """Ordinary cases. Restricted ones are 404 for every token, whoever holds it."""

    access = {
        "list": (Permission.CASE_SEE, Permission.CASE_LIST_BARE),
        "retrieve": (Permission.CASE_SEE, Permission.CASE_LIST_BARE),
        "create": Permission.CASE_CREATE,
        "mediations": Permission.CASE_WORK,
        **dict.fromkeys(CASE_VERBS, Permission.CASE_WORK),
    }
    serializer_class = CaseShown
    query_class = CaseQuery
    queryset = Case.objects.none()
    keyset = ("-opened_at", "-id")
    keeps_views = True

    def rows(self):
        seen = with_others(Case.objects.visible_to(self.request.user), self.request.user).ordinary()
        return seen.prefetch_related("secondary_types")

    def narrowed(self, rows, asked):
        wanted = {name: asked[name] for name in ("state", "migrant") if asked.get(name)}
        return rows.filter(**wanted)

    def found(self, q, asked):
        named = find_clients(Migrant.objects.identified_for(self.request.user), q)
        hers = Q(migrant__in=[row.pk for row in named])
        rows = self.narrowed(self.rows(), asked)
        return rows.filter(Q(code__iexact=q) | hers).order_by(*self.keyset)

    def describe(self, rows):
        return [describe_case(row, self.request.user) for row in rows]

    @extend_schema(request=NewCase, responses={201: CaseOpened})
    def create(self, request):
        told = self.told(NewCase)
        row = self.once(lambda: actions.open_case(by=request.user, **told), model=Case)
        if row.restricted:
            short = {"id": row.pk, "code": row.code, "state": row.state}
            return Response(short, status=status.HTTP_201_CREATED)
        return self.reply(self.seen(row.pk), status.HTTP_201_CREATED)

    verify = move("verify")
    start = move("start")
    monitor = move("monitor")
    wait_for_client = move("wait_for_client")
    resume = move("resume")
    resolve = move("resolve")
    ask_closing = move("ask_closing")
    close = move("close")
    reopen = move("reopen")
    mediations = mediations_of_case
