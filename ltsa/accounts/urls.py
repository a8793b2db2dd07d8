"""Login and security pages: allauth's views under Indonesian paths, each with what it needs declared here."""

from allauth.account import views as account
from allauth.mfa.base import urls as mfa_base
from allauth.mfa.recovery_codes import urls as recovery_codes
from allauth.mfa.totp import urls as totp
from allauth.mfa.webauthn import urls as webauthn
from django.urls import URLResolver, include, path, re_path

from ltsa.access import PUBLIC, SIGNED_IN, access

from .views import address, curtain, devices, lost_factor, profile

PUBLIC_MFA = {"mfa_authenticate", "mfa_login_webauthn"}
ADDS_A_FACTOR = {"mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"}

# Names that the library may ask for, of pages that this house does not have: codes by mail.
CLOSED = {
    "akun/masuk-ulang/kode/": "account_request_reauthentication_code",
    "akun/masuk-ulang/kode/isi/": "account_confirm_reauthentication_code",
    "akun/masuk/kode/": "account_confirm_login_code",
    "akun/surel/terkirim/": "account_email_verification_sent",
}


def declare(patterns):
    """allauth's own patterns, with what each needs: the login steps are public, all else is for signed-in people."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            declare(pattern.url_patterns)
        else:
            if pattern.name in ADDS_A_FACTOR:
                pattern.callback = address.needs_proved_address(pattern.callback)
            access(PUBLIC if pattern.name in PUBLIC_MFA else SIGNED_IN)(pattern.callback)
    return patterns


urlpatterns = [
    path("masuk/", profile.login, name="account_login"),
    path("keluar/", profile.logout, name="account_logout"),
    path("akun/nonaktif/", access(PUBLIC)(account.account_inactive), name="account_inactive"),
    path("akun/daftar/", access(PUBLIC)(account.signup), name="account_signup"),
    path("akun/tirai/", curtain.draw, name="curtain_draw"),
    path("akun/tirai/buka/", curtain.lift, name="curtain_open"),
    path("akun/pin/", curtain.pin, name="account_pin"),
    path("akun/", profile.profile, name="account_profile"),
    path(
        "akun/masuk-ulang/",
        access(SIGNED_IN)(account.reauthenticate),
        name="account_reauthenticate",
    ),
    path(
        "akun/sandi/ganti/",
        access(SIGNED_IN)(account.password_change),
        name="account_change_password",
    ),
    path("akun/sandi/buat/", access(SIGNED_IN)(account.password_set), name="account_set_password"),
    path("akun/sandi/lupa/", access(PUBLIC)(account.password_reset), name="account_reset_password"),
    path(
        "akun/sandi/lupa/terkirim/",
        access(PUBLIC)(account.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^akun/sandi/kunci/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        profile.choose_password,
        name="account_reset_password_from_key",
    ),
    path(
        "akun/sandi/selesai/",
        access(PUBLIC)(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("akun/surel/", address.address, name="account_email"),
    path("akun/surel/bukti/<str:key>/", address.confirm, name="account_confirm_email"),
    *[path(route, profile.closed, name=name) for route, name in CLOSED.items()],
    path("akun/sesi/", devices.sessions, name="usersessions_list"),
    path("akun/sesi/lupakan/<uuid:pk>/", devices.forget, name="account_forget_device"),
    path("akun/pengaman/hilang/", lost_factor.lost_factor, name="account_lost_factor"),
    path("akun/pengaman/", include(declare(mfa_base.urlpatterns))),
    path("akun/pengaman/aplikasi/", include(declare(totp.urlpatterns))),
    path("akun/pengaman/kode-cadangan/", include(declare(recovery_codes.urlpatterns))),
    path("akun/pengaman/kunci-sandi/", include(declare(webauthn.urlpatterns))),
]
