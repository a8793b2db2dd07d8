from celery import shared_task
from django.utils import timezone

from .models import Draft


@shared_task(name="drafts.clear_old")
def clear_old() -> None:
    Draft.objects.filter(expires_at__lt=timezone.now()).delete()
