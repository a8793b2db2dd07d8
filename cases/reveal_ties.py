from services.reveal_ties import ties

from .models import Case, Referral


@ties
def of_cases(migrant, user):
    yield Case.objects.visible_to(user).filter(migrant=migrant).order_by("-opened_at")
    seen = Referral.objects.visible_to(user).filter(case__migrant=migrant)
    yield seen.order_by("-created_at")
