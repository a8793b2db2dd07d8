"""Forms of the master data of a district. Each is saved by an action, never by the form."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.areas.models import Area
from ltsa.versions import VersionField

from ..models import Agreement, Holiday, Kind, Letterhead, Organisation, ServiceCode, ServicePoint

ADDRESS_HELP = _(
    "Ke sini dikirim tautan rujukan. Baru dipakai setelah pejabat pelindungan data pribadi mencocokkannya dengan "
    "perjanjian."
)


class MasterDataForm(forms.ModelForm):
    """Laid out by `sections`: (heading, fields); a heading of None means no fieldset."""

    sections: list[tuple] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField):
                field.widget.attrs["class"] = "width-date"
                field.help_text = field.help_text or _("Contoh: 17/08/2026")
            if name.startswith("phone"):
                field.widget.attrs["class"] = "width-phone"
            if isinstance(field, forms.TypedChoiceField) and isinstance(field.widget, forms.Select):
                field.choices = [
                    (value, label if value else _("Pilih")) for value, label in field.choices
                ]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            *(
                Fieldset(title, *names) if title else Layout(*names)
                for title, names in self.sections
            )
        )

    def _post_clean(self):
        """No instance is built here: the actions do."""


class OrganisationForm(MasterDataForm):
    """A new partner. Its kind cannot change later: it decides the roles of its people."""

    services = forms.MultipleChoiceField(
        label=_("Layanan yang ditawarkan"),
        choices=ServiceCode.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Dipakai saat memilih tujuan rujukan dan di direktori umum."),
    )

    reports_violence = forms.TypedChoiceField(
        label=_("Wajib lapor kekerasan seksual (UU 12/2022 pasal 41)"),
        choices=[("", _("Belum dipastikan")), ("True", _("Ya")), ("False", _("Tidak"))],
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        help_text=_(
            "UPTD PPA dan lembaga layanan berbasis masyarakat wajib lapor polisi dalam 3x24 jam. Apakah lembaga ini "
            "termasuk, harus dipastikan penasihat hukum. Selama belum dipastikan, pengingat tetap berjalan. Portal "
            "tidak pernah melapor sendiri."
        ),
    )

    class Meta:
        model = Organisation
        fields = [
            "name",
            "kind",
            "is_women_crisis_centre",
            "reports_violence",
            "is_confirmed",
            "note",
            "phone",
            "phone_24h",
            "email",
            "address",
            "hours",
        ]
        widgets = {"kind": forms.RadioSelect, "address": forms.Textarea(attrs={"rows": 3})}

    sections = [
        (_("Lembaga"), ["name", "kind", "is_women_crisis_centre", "is_confirmed", "note"]),
        (_("Layanan"), ["services", "reports_violence"]),
        (_("Hubungan"), ["phone", "phone_24h", "email", "address", "hours"]),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            self.fields["kind"].choices = Kind.choices
        self.fields["address"].help_text = _("Alamat rumah aman jangan ditulis di sini.")
        self.fields["hours"].help_text = _("Contoh: Senin-Jumat 08.00-15.00 WIB")
        if "email" in self.fields:
            self.fields["email"].help_text = ADDRESS_HELP


class OrganisationEditForm(OrganisationForm):
    version = VersionField()

    class Meta(OrganisationForm.Meta):
        fields = [
            *[n for n in OrganisationForm.Meta.fields if n not in ("kind", "email")],
            "version",
        ]

    sections = [
        (_("Lembaga"), ["name", "is_women_crisis_centre", "is_confirmed", "note"]),
        OrganisationForm.sections[1],
        (_("Hubungan"), ["phone", "phone_24h", "address", "hours"]),
        (None, ["version"]),
    ]

    def __init__(self, *args, instance: Organisation, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.initial.setdefault("services", list(instance.offers.values_list("code", flat=True)))


class ServicePointForm(MasterDataForm):
    """A place where people are served; the areas are those of the organisation's district."""

    class Meta:
        model = ServicePoint
        fields = ["type", "name", "desk", "area", "address", "phone", "hours", "opened_on"]
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}

    sections = [
        (_("Titik layanan"), ["type", "name", "desk", "area", "opened_on"]),
        (_("Hubungan"), ["phone", "address", "hours"]),
    ]

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        district = organisation.district_id or ""
        self.fields["area"].queryset = Area.objects.within(district).with_parents()
        self.fields["area"].label_from_instance = _indented
        self.fields["area"].initial = district
        self.fields["area"].help_text = _("Kabupaten untuk kantor; desa untuk Titik Layanan Desa.")
        self.fields["desk"].help_text = _("Hanya untuk loket (PP 59/2021 pasal 31).")

    def clean(self):
        cleaned = super().clean()
        type_, desk, area = (cleaned.get(name) for name in ("type", "desk", "area"))
        if type_ == ServicePoint.Type.DESK and not desk:
            self.add_error("desk", _("Pilih loket yang mana."))
        if type_ == ServicePoint.Type.VILLAGE_POST and area and area.level != Area.Level.VILLAGE:
            self.add_error("area", _("Titik Layanan Desa ada di satu desa. Pilih desanya."))
        return cleaned


def _indented(area: Area) -> str:
    """A list of four hundred villages is found by typing its first letters."""
    if area.level == Area.Level.VILLAGE and area.parent:
        return f"{area.name} ({area.parent.short_name})"
    return area.short_name


class ServicePointEditForm(ServicePointForm):
    version = VersionField()

    class Meta(ServicePointForm.Meta):
        fields = [*ServicePointForm.Meta.fields, "version"]

    sections = [*ServicePointForm.sections, (None, ["version"])]


class AgreementForm(MasterDataForm):
    class Meta:
        model = Agreement
        fields = ["number", "starts_on", "ends_on"]

    sections = [(None, ["number", "starts_on", "ends_on"])]

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Berakhirnya sebelum mulai. Periksa kedua tanggal."))
        return cleaned


class HolidayForm(MasterDataForm):
    class Meta:
        model = Holiday
        fields = ["on", "name"]

    sections = [(None, ["on", "name"])]


class LetterheadForm(MasterDataForm):
    version = VersionField(initial=0)

    class Meta:
        model = Letterhead
        fields = [
            "lines", "letter_code", "office_code", "signatory_name", "signatory_title", "signatory_number", "version",
        ]  # fmt: skip
        widgets = {"lines": forms.Textarea(attrs={"rows": 4})}

    sections = [
        (_("Kepala surat"), ["lines"]),
        (_("Nomor surat"), ["letter_code", "office_code"]),
        (_("Penanda tangan"), ["signatory_name", "signatory_title", "signatory_number"]),
        (None, ["version"]),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["letter_code"].help_text = _("Kode klasifikasi arsip. Contoh: 560")
        self.fields["office_code"].help_text = _(
            "Contoh: LTSA-CRB. Nomor jadi 560/0042/LTSA-CRB/XI/2026."
        )
