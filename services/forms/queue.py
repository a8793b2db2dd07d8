from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.models import ServiceStandard


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
