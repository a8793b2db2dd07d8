from django.urls import path

from .views import officers

app_name = "officer"
urlpatterns = [
    path("alamat/", officers.index, name="list"),
    path("alamat/<uuid:pk>/", officers.address, name="address"),
    path("alamat/<uuid:pk>/tolak/", officers.refuse_address, name="address_refuse"),
    path("penangguhan/<uuid:pk>/", officers.suspension, name="suspension"),
    path("penangguhan/<uuid:pk>/tolak/", officers.refuse_suspension, name="suspension_refuse"),
]
