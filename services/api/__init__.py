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
code_list("phone-owners", codes.PhoneOwner)
code_list("contact-ways", codes.ContactWay)
code_list("educations", codes.Education)
code_list("marital-statuses", codes.MaritalStatus)
code_list("heard-from", codes.HeardFrom)
code_list("relations", codes.Relation)
code_list("abilities", codes.Ability)
code_list("difficulties", codes.Difficulty)
code_list("modes", codes.Mode)
code_list("channels", codes.Channel)
code_list("kinds", codes.SessionKind)
code_list("outcomes", codes.Outcome)
code_list("topics", codes.Topic)
code_list("entries", codes.Entry)
code_list("identity-checks", codes.IdentityCheck)
code_list("consent-methods", codes.ConsentMethod)
code_list("disclosure-groups", codes.DisclosureGroup)

router = SimpleRouter()
router.register("migrants", MigrantViewSet, basename="migrants")
router.register("sessions", SessionViewSet, basename="sessions")

urlpatterns = router.urls
