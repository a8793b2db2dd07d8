from django.utils.translation import gettext_lazy as _

from ..models import Organisation, ServedDistrict
from .organisations import MasterDataForm


class ServedDistrictForm(MasterDataForm):
    """A confirmed partner of another district."""

    class Meta:
        model = ServedDistrict
        fields = ["organisation"]

    sections = [(None, ["organisation"])]

    def __init__(self, *args, district: str, **kwargs):
        super().__init__(*args, **kwargs)
        houses = Organisation.objects.listable_in(district).select_related("district")
        field = self.fields["organisation"]
        field.queryset = houses.order_by("district__name", "name")
        field.label_from_instance = lambda house: f"{house.name} ({house.district.short_name})"
        field.empty_label = _("Pilih mitra")
        field.help_text = _("Hanya mitra yang kemitraannya sudah dikonfirmasi di kabupatennya.")
