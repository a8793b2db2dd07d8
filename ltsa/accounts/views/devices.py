"""Where a person is signed in, and the devices that know her."""

from allauth.usersessions import views as allauth
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ltsa.access import SIGNED_IN, access
from ltsa.audit.actions import record
from ltsa.signin.devices import find_device
from ltsa.signin.models import Device


class SessionsView(allauth.ListUserSessionsView):
    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(**kwargs) | {
            "devices": Device.objects.visible_to(user),
            "this_device": find_device(self.request, user.username),
        }


sessions = access(SIGNED_IN)(SessionsView.as_view())


@access(SIGNED_IN)
@require_POST
def forget(request, pk):
    get_object_or_404(Device.objects.visible_to(request.user), pk=pk).delete()
    record("change", request.user, fields=["known_device"], by=request.user)
    messages.success(request, _("Perangkat dilupakan."))
    return redirect("usersessions_list")
