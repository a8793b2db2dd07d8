"""The person's own pages: signing in, her profile."""

from http import HTTPStatus

from allauth.account import views as allauth
from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ltsa.access import PUBLIC, SIGNED_IN, access
from ltsa.audit.actions import record
from ltsa.drafts import kept
from ltsa.versions import Stale, show_both

from .. import actions
from ..forms import PersonForm
from ..gate import MustWait
from ..invitations import mailed_tokens
from ..models import Posting, User
from ..proving import prove_by_link


class LoginView(allauth.LoginView):
    """In the demo the page lists who can be tried."""

    def get_context_data(self, **kwargs):
        accounts = demo_accounts() if settings.DEMO else []
        told = {"demo_accounts": accounts, "kept_until": kept.until(self.request)}
        return super().get_context_data(**kwargs) | told

    def form_invalid(self, form):
        response = super().form_invalid(form)
        for error in form.non_field_errors().as_data():
            if isinstance(error, MustWait):
                response.status_code = HTTPStatus.TOO_MANY_REQUESTS
                response["Retry-After"] = str(error.seconds)
                response.context_data["turn"] = error.turn
        return response


class LogoutView(allauth.LogoutView):
    """Leaves nothing in the browser's cache. Its storage stays: a volunteer's unsent records lie there."""

    def post(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            record("sign_out", request.user, by=request.user)
        response = super().post(request, *args, **kwargs)
        response["Clear-Site-Data"] = '"cache"'
        response["Cache-Control"] = "no-store, private"
        response.delete_cookie(kept.COOKIE)
        return response


class ChoosePasswordView(allauth.PasswordResetFromKeyView):
    """Whoever holds the link learns the user name here; the mail does not carry it."""

    def get_context_data(self, **kwargs):
        user = self.reset_user
        return super().get_context_data(**kwargs) | {
            "username": user.username if user else "",
            "is_first_password": bool(user and not user.has_usable_password()),
        }

    def form_valid(self, form):
        """A link that was mailed proves the address; looked at first, for the new password ends the link."""
        mailed = mailed_tokens.check_token(self.reset_user, self.key)
        response = super().form_valid(form)
        if mailed:
            prove_by_link(self.reset_user)
        return response


@access(PUBLIC)
def closed(request, **kwargs):
    """A page of the login library that this house does not use; its name must be known, or a link to it ends in a 500."""
    raise Http404


login = access(PUBLIC)(LoginView.as_view())
logout = access(PUBLIC)(LogoutView.as_view())
choose_password = access(PUBLIC)(ChoosePasswordView.as_view())


def demo_accounts() -> list[dict]:
    """{"username", "role", "place"} of everybody whom the demo brought along, the largest place first."""
    postings = (
        Posting.objects.current().with_place().filter(posted_by=None).order_by("user__username")
    )
    places: dict[str, list[dict]] = {}
    for posting in postings:
        place = posting.district.name if posting.district else _("Nasional")
        places.setdefault(place, []).append(
            {
                "username": posting.user.username,
                "role": posting.get_role_display(),
                "place": place,
            }
        )
    return [
        account for group in sorted(places.values(), key=len, reverse=True) for account in group
    ]


def gives_another_address(request) -> bool:
    """Password links go to the address: whoever finds an open screen must not be able to take the account."""
    given = request.POST.get("email", "").strip().lower()
    return request.method == "POST" and given != request.user.email.lower()


@access(SIGNED_IN)
@reauthentication_required(enabled=gives_another_address)
def profile(request):
    """Name, address and language of the person herself; her role is changed by those who post her."""
    person = User.objects.get(pk=request.user.pk)
    form = PersonForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_profile(person, **form.cleaned_data, by=request.user)
        except Stale as stale:
            show_both(form, stale.current)
        else:
            messages.success(request, _("Profil disimpan."))
            response = redirect("account_profile")
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, person.language, samesite="Lax")
            return response
    return render(request, "accounts/profile.html", {"form": form, "posting": request.user.posting})
