"""What a page shows for some days alone, made recent."""

from django.utils import timezone

from cases.models import Case


def handed_over_lately(opener) -> Case:
    """The opener sees it for OPENER_SEES_DAYS alone, and those of the demo are older."""
    case = Case.objects.filter(opened_by=opener, restricted=True).exclude(handed_over_at=None)[0]
    Case.objects.filter(pk=case.pk).update(handed_over_at=timezone.now())
    return case
