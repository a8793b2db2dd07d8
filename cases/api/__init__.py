from rest_framework.routers import SimpleRouter

from ltsa.api.codes import LISTS, code_list

from .. import codes
from ..models import CaseType
from .cases import CaseViewSet
from .mediations import MediationViewSet
from .referrals import ReferralViewSet

code_list("priorities", codes.Priority)
code_list("reported-by", codes.ReportedBy)
code_list("case-states", codes.CaseState)
code_list("closing-reasons", codes.ClosingReason)
code_list("outcomes", codes.Outcome)
code_list("referral-states", codes.ReferralState)
code_list("decline-reasons", codes.DeclineReason)
code_list("note-kinds", codes.NoteKind)
code_list("mediation-states", codes.MediationState)
code_list("meetings", codes.Meeting)
code_list("hearing-results", codes.HearingResult)
code_list("delivery-ways", codes.DeliveryWay)
code_list("promise-kinds", codes.PromiseKind)
code_list("promise-states", codes.PromiseState)
code_list("respondent-kinds", codes.RespondentKind)
code_list("currencies", codes.Currency)


def _case_types(user) -> list[dict]:
    district = user.posting.district_id if user.posting else None
    return list(CaseType.objects.for_district(district).values("code", "label_id", "label_en"))


LISTS["case-types"] = _case_types

router = SimpleRouter()
router.register("cases", CaseViewSet, basename="cases")
router.register("mediations", MediationViewSet, basename="mediations")
router.register("referrals", ReferralViewSet, basename="referrals")

urlpatterns = router.urls
