from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.routers import SimpleRouter

from ltsa.access import Permission
from ltsa.api.codes import code_list
from ltsa.api.viewsets import HouseViewSet, lists

from .actions import mark_read
from .models import Notification

code_list("notification-kinds", Notification.Kind)


class NotificationShown(serializers.Serializer):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=Notification.Kind.choices)
    code = serializers.CharField(allow_blank=True)
    link = serializers.CharField(allow_blank=True, help_text="The page; its id is the row's.")
    emergency = serializers.BooleanField()
    due_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(allow_null=True)


class InboxQuery(serializers.Serializer):
    unread = serializers.ChoiceField(choices=["true", "false"], required=False)


@extend_schema_view(list=lists(InboxQuery))
class NotificationViewSet(HouseViewSet):
    """One's own inbox lines."""

    of_people = False

    access = dict.fromkeys(("list", "retrieve", "read"), Permission.INBOX_SEE)
    serializer_class = NotificationShown
    query_class = InboxQuery
    queryset = Notification.objects.none()

    def rows(self):
        return Notification.objects.visible_to(self.request.user)

    def narrowed(self, rows, asked):
        return rows.unread() if asked.get("unread") == "true" else rows

    def describe(self, rows):
        return [{name: getattr(row, name) for name in NotificationShown().fields} for row in rows]

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def read(self, request, pk):
        """Mark as read."""
        return self.reply(
            self.once(lambda: mark_read(self.seen(pk), by=request.user), model=Notification)
        )


router = SimpleRouter()
router.register("notifications", NotificationViewSet, basename="notifications")

urlpatterns = router.urls
