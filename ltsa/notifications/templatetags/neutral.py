from django import template

from ..texts import text_to_hand_on

register = template.Library()


@register.inclusion_tag("notifications/hand_on.html")
def hand_on(link):
    """The neutral sentence with this path of the portal, to copy or to send on by one's own WhatsApp."""
    return text_to_hand_on(link)
