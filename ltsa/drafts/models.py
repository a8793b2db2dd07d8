import uuid

from django.conf import settings
from django.db import models

from ltsa.encrypted import EncryptedJSONField


class Draft(models.Model):
    """What someone has typed into a form and not yet saved: encrypted, on the server, hers alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    body = EncryptedJSONField()
    saved_at = models.DateTimeField(auto_now=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "path"], name="one_draft_a_form")]
