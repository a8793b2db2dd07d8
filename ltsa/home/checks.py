"""What `manage.py check`, and so `migrate`, refuses in production."""

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security)
def proxies_are_told(app_configs=None, **kwargs) -> list[Error]:
    """Without their number nobody's address is known: one office's wrong passwords would slow every other."""
    if settings.DEMO or settings.TRUSTED_PROXIES > 0:
        return []
    text = "TRUSTED_PROXIES is 0: all people would share one proxy's login limits."
    hint = (
        "Say how many reverse proxies stand in front (docs/deploy.md); production has one at least."
    )
    return [Error(text, hint=hint, id="ltsa.E001")]
