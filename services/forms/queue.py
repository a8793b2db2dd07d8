from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.models import ServiceStandard

from ..models import Migrant


class NumberForm(forms.Form):
    """Which service she comes for; from a client's page the client is known."""

    standard = forms.ModelChoiceField(
        label=_("Layanan"), queryset=ServiceStandard.objects.none(), empty_label=_("Pilih layanan")
    )
    priority = forms.BooleanField(
        label=_("Didahulukan"),
        required=False,
        help_text=_("Hamil, lansia, penyandang disabilitas, atau membawa anak kecil."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offered = ServiceStandard.objects.current().select_related("desk")
        offered = offered.filter(desk__organisation=user.posting.organisation_id)
        self.fields["standard"].queryset = offered.order_by("desk__desk", "name")
        self.fields["standard"].label_from_instance = _with_desk
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


def _with_desk(standard: ServiceStandard) -> str:
    return f"{standard.desk.get_desk_display()}: {standard.name}"


class NameVisitorForm(forms.Form):
    """The code of a client whom this officer may see."""

    code = forms.CharField(
        label=_("Kode klien"), max_length=20, help_text=_("Contoh: K-7Q2M4XA, dari halaman klien.")
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_code(self):
        code = self.cleaned_data["code"].strip().upper()
        found = Migrant.objects.identified_for(self.user).filter(code=code).first()
        if found is None:
            raise forms.ValidationError(_("Kode ini tidak ditemukan. Periksa di halaman klien."))
        self.cleaned_data["migrant"] = found
        return code
