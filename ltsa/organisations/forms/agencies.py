from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..models import Agency
from .organisations import MasterDataForm

OFFERED = 800  # names beside the field; the whole state register is smaller
LIKELY = 4


class AgencyField(forms.CharField):
    """An agency of the register by its name; None when empty. The names are offered by `components/datalist.html`."""

    def __init__(self, **kwargs):
        super().__init__(
            **{
                "required": False,
                "max_length": 300,
                "widget": forms.TextInput(attrs={"list": "daftar-p3mi", "autocomplete": "off"}),
                **kwargs,
            }
        )

    def prepare_value(self, value):
        return str(value) if isinstance(value, Agency) else value

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        found = list(Agency.objects.called(text)[:2])
        if len(found) == 1 or (found and not found[0].branch):
            return found[0]
        likely = "; ".join(map(str, Agency.objects.named(text)[:LIKELY]))
        if likely:
            raise ValidationError(
                _(
                    "Belum ada nama yang persis sama di daftar. Yang mirip: %(likely)s. Pilih atau kosongkan."
                )
                % {"likely": likely}
            )
        raise ValidationError(
            _("Nama ini belum ada di daftar. Kosongkan dulu, dan sampaikan kepada admin kabupaten.")
        )


def offered_agencies() -> list[str]:
    """What AgencyField offers to pick from."""
    return [str(agency) for agency in Agency.objects.only("name", "branch")[:OFFERED]]


class AgencyForm(MasterDataForm):
    """An entry of the register, as it was read in the state's own list."""

    class Meta:
        model = Agency
        fields = [
            "name",
            "kind",
            "licence",
            "status",
            "branch",
            "address",
            "phone",
            "country",
            "source",
            "checked_on",
        ]
        widgets = {
            "kind": forms.RadioSelect,
            "status": forms.RadioSelect,
            "address": forms.Textarea(attrs={"rows": 2}),
        }

    sections = [
        (_("Perusahaan"), ["name", "kind", "branch"]),
        (_("Izin"), ["licence", "status", "source", "checked_on"]),
        (_("Alamat"), ["address", "phone", "country"]),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Agency.Kind.choices
        self.fields["status"].choices = Agency.Status.choices
        self.fields["branch"].help_text = _("Kosong untuk kantor pusat. Contoh: Cirebon.")
        self.fields["licence"].help_text = _("Seperti tertulis di daftar KP2MI.")
        self.fields["source"].help_text = _("Di mana dilihat, misalnya: siskop2mi.")
        if self.instance._state.adding:
            self.initial.setdefault("kind", Agency.Kind.P3MI)
            self.initial.setdefault("status", Agency.Status.UNKNOWN)

    def clean_checked_on(self):
        day = self.cleaned_data["checked_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("Tanggal ini belum tiba."))
        return day


class AgencyEditForm(AgencyForm):
    version = VersionField()

    class Meta(AgencyForm.Meta):
        fields = [*AgencyForm.Meta.fields, "version"]

    sections = [*AgencyForm.sections, (None, ["version"])]


class AgencyImportForm(forms.Form):
    """A list of agencies to be looked through first."""

    file = forms.FileField(
        label=_("Berkas Excel (.xlsx) atau CSV"),
        help_text=_("Kolom: nama, jenis, nomor SIP3MI, status, cabang, alamat, telepon, negara."),
        max_length=200,
    )
    source = forms.CharField(
        label=_("Sumber daftar"),
        max_length=120,
        help_text=_("Contoh: daftar P3MI di situs KP2MI, 5 Oktober 2026."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
