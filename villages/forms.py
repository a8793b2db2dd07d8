"""The volunteer's one screen. It never asks what happened: no question about violence (domain 6)."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.areas.models import Area
from ltsa.phone import normalise
from ltsa.versions import VersionField
from services.codes import ConsentMethod, PhoneSafe

from .codes import Relation
from .models import VillageRequest

YES_NO = [("True", _("Ya")), ("False", _("Tidak"))]


class RequestForm(forms.Form):
    reporter_name = forms.CharField(
        label=_("Nama yang meminta bantuan"),
        help_text=_("Nama panggilan boleh."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    relation = forms.ChoiceField(
        label=_("Hubungannya dengan pekerja migran"),
        choices=Relation.choices,
        widget=forms.RadioSelect,
    )
    phone = forms.CharField(
        label=_("Nomor HP yang meminta bantuan"),
        help_text=_("Kosongkan bila tidak punya; petugas akan menghubungi lewat kader."),
        max_length=40,
        required=False,
        widget=forms.TextInput(
            attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off", "class": "width-phone"}
        ),
    )
    phone_safe = forms.ChoiceField(
        label=_("Bila ada nomor: apakah aman ditelepon?"),
        help_text=_("Aman berarti hanya dia sendiri yang mengangkat dan membaca pesan."),
        choices=PhoneSafe.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    migrant_name = forms.CharField(
        label=_("Nama panggilan pekerja migran"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    destination = forms.CharField(
        label=_("Negara tempat bekerja"),
        max_length=60,
        required=False,
        widget=forms.TextInput(
            attrs={"list": "negara", "autocomplete": "off", "class": "width-half"}
        ),
    )
    last_contact_on = forms.DateField(
        label=_("Terakhir ada kabar"),
        help_text=_("Kira-kira saja boleh. Contoh: 27/10/2026."),
        required=False,
        widget=forms.DateInput(attrs={"inputmode": "numeric", "class": "width-date"}),
    )
    needs = forms.CharField(
        label=_("Apa yang dibutuhkan?"),
        help_text=_(
            "Satu atau dua kalimat. Jangan menanyakan atau menulis rincian kekerasan: petugas yang terlatih "
            "akan mendengarkannya sendiri, di tempat yang aman."
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    urgent = forms.TypedChoiceField(
        label=_("Apakah ada hal mendesak atau berbahaya?"),
        help_text=_("Cukup ya atau tidak. Jangan tanya lebih jauh."),
        choices=YES_NO,
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
    )
    consent = forms.ChoiceField(
        label=_("Bagaimana ia menyetujui?"),
        help_text=_("Bacakan dulu kalimat di atas. Tanpa persetujuan, jangan kirim isian ini."),
        choices=ConsentMethod.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = LAYOUT

    def clean_phone(self):
        return normalise(self.cleaned_data["phone"])

    def clean_last_contact_on(self):
        day = self.cleaned_data["last_contact_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("Tanggal ini belum terjadi. Tulis hari terakhir ada kabar."))
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("phone") and not cleaned.get("phone_safe"):
            self.add_error("phone_safe", _("Pilih dulu: aman ditelepon atau tidak?"))
        if "phone" in cleaned and not cleaned["phone"]:
            # Without a number there is none that may be called.
            cleaned["phone_safe"] = PhoneSafe.NO
        return cleaned


class CorrectionForm(RequestForm):
    version = VersionField()

    @staticmethod
    def values_of(request: VillageRequest) -> dict:
        """The stored values as this form shows them."""
        values = {name: getattr(request, name) for name in (*RequestForm.base_fields, "version")}
        if not request.phone:
            values["phone_safe"] = ""
        return values | {"urgent": str(request.urgent)}


class VillageSearchForm(forms.Form):
    """The public directory: district, then sub-district or a part of a name."""

    kabupaten = forms.ChoiceField(label=_("Kabupaten"), required=False)
    kecamatan = forms.ChoiceField(label=_("Kecamatan"), required=False)
    nama = forms.CharField(label=_("Nama desa"), max_length=60, required=False)

    def __init__(self, *args, districts, subdistricts, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer("kabupaten", districts, _("Pilih kabupaten"))
        self._offer("kecamatan", subdistricts, _("Semua kecamatan"))

    def _offer(self, name: str, areas: list[Area], nothing):
        self.fields[name].choices = [("", nothing), *((a.code, a.name) for a in areas)]


LAYOUT = Layout(
    Fieldset(_("Siapa yang meminta?"), "reporter_name", "relation", "phone", "phone_safe"),
    Fieldset(
        _("Tentang pekerja migran"),
        "migrant_name",
        "destination",
        HTML('{% include "villages/countries.html" %}'),
        "last_contact_on",
    ),
    Fieldset(_("Apa yang diminta?"), "needs", Div("urgent", css_class="panel form-stack")),
    Fieldset(
        _("Persetujuan"),
        HTML('<blockquote class="script"><p>{{ consent_script }}</p></blockquote>'),
        "consent",
    ),
)
