from django.urls import path

from .views import cases, referrals

app_name = "cases"
urlpatterns = [
    path("kasus/", cases.index, name="case_list"),
    path("klien/<uuid:pk>/kasus/", cases.create, name="case_create"),
    path("kasus/<uuid:pk>/", cases.detail, name="case_detail"),
    path("kasus/diserahkan/", cases.handed_over, name="case_handed_over"),
    path("kasus/<uuid:pk>/serahkan/", cases.hand_over, name="case_hand_over"),
    path("kasus/<uuid:pk>/tutup/", cases.close, name="case_close"),
    path("kasus/<uuid:pk>/rujuk/", referrals.create, name="referral_create"),
    path("kasus/<uuid:pk>/<slug:verb>/", cases.move, name="case_move"),
    path("rujukan/", referrals.index, name="referral_list"),
    path("rujukan/<uuid:pk>/", referrals.detail, name="referral_detail"),
    path("rujukan/<uuid:pk>/<slug:verb>/", referrals.act, name="referral_act"),
]
