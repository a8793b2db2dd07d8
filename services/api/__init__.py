from rest_framework.routers import SimpleRouter

from ltsa.api.codes import code_list

from .. import codes
from .migrants import MigrantViewSet
from .sessions import SessionViewSet

code_list("sexes", codes.Sex)
code_list("age-bands", codes.AgeBand)
code_list("client-types", codes.ClientType)
code_list("phases", codes.Phase)
code_list("record-consents", codes.RecordConsent)
code_list("phone-safety", codes.PhoneSafe)
code_list("modes", codes.Mode)
code_list("channels", codes.Channel)
code_list("kinds", codes.SessionKind)
code_list("outcomes", codes.Outcome)
code_list("topics", codes.Topic)
code_list("consent-methods", codes.ConsentMethod)
code_list("disclosure-groups", codes.DisclosureGroup)

router = SimpleRouter()
router.register("migrants", MigrantViewSet, basename="migrants")
router.register("sessions", SessionViewSet, basename="sessions")

urlpatterns = router.urls
