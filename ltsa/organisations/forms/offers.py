"""Forms of what an organisation offers: to whom, at what cost, and that it has no room at present."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.areas.models import Area
from ltsa.versions import VersionField

from ..models import OfferedService, Organisation, ServiceCode
from ..publicity import PHASES
from .organisations import MasterDataForm

OLDEST = 120
ELIGIBILITY = ["sex", "age_from", "age_to", "phases", "areas", "cost", "note", "is_24h"]


class Folded(Fieldset):
    """Fields that most leave empty; open when one of them holds something."""

    template = "components/folded.html"
    words = ""

    def render(self, form, context, template_pack, **kwargs):
        self.open = any(form[name].value() or form[name].errors for name in self.fields)
        return super().render(form, context, template_pack, **kwargs)


class OfferForm(MasterDataForm):
    """A service that is not offered yet; what is left empty excludes nobody."""

    phases = forms.MultipleChoiceField(
        label=_("Masa migrasi"),
        choices=list(PHASES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kosong: semua masa."),
    )
    areas = forms.MultipleChoiceField(
        label=_("Kecamatan"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kosong: seluruh kabupaten."),
    )

    class Meta:
        model = OfferedService
        fields = ["code", *ELIGIBILITY]
        widgets = {"sex": forms.RadioSelect}

    sections: list[tuple] = [
        (None, ["code"]),
        (_("Penerima layanan"), ["sex", "age_from", "age_to", "phases"]),
        (_("Keterangan"), ["is_24h", "cost", "note"]),
    ]

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        places = Area.objects.children_of(organisation.district_id or "").order_by("name")
        self.fields["areas"].choices = [(one.code, one.short_name) for one in places]
        self.fields["sex"].choices = [("", _("Semua orang")), *OfferedService.Sex.choices]
        for name in ("age_from", "age_to"):
            field = forms.IntegerField(min_value=0, max_value=OLDEST, required=False)
            field.label = self.fields[name].label
            self.fields[name] = field
        self.fields["age_to"].help_text = _("Kosong: semua umur.")
        self.fields["cost"].help_text = _("Kosong: gratis.")
        self.fields["note"].help_text = _("Tampil di direktori umum. Contoh: bawa surat rujukan.")
        self.helper.layout.append(Folded(_("Hanya untuk kecamatan tertentu"), "areas"))
        if "code" in self.fields:
            # A second click sends what is offered by then: the action tells it from a second one.
            offered = () if self.is_bound else organisation.offers.values_list("code", flat=True)
            left = [one for one in ServiceCode.choices if one[0] not in set(offered)]
            self.fields["code"].choices = [("", _("Pilih")), *left]

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("age_from"), cleaned.get("age_to")
        if first is not None and last is not None and last < first:
            self.add_error("age_to", _("Umur sampai tidak boleh di bawah umur dari."))
        return cleaned


class OfferEditForm(OfferForm):
    """The version is that of the organisation: its entry is one whole."""

    version = VersionField()

    class Meta(OfferForm.Meta):
        fields = ELIGIBILITY

    sections = [*OfferForm.sections[1:], (None, ["version"])]

    def __init__(self, *args, instance: OfferedService, **kwargs):
        organisation = instance.organisation
        super().__init__(*args, instance=instance, organisation=organisation, **kwargs)
        self.initial.setdefault("version", organisation.version)


class PauseForm(forms.Form):
    """Full until when? One tap says two weeks."""

    SPANS = [
        ("7", _("1 minggu")),
        ("14", _("2 minggu")),
        ("30", _("1 bulan")),
        ("", _("Sampai dibuka lagi")),
        ("day", _("Sampai tanggal ini")),
    ]

    span = forms.ChoiceField(
        label=_("Penuh berapa lama?"),
        choices=SPANS,
        initial="14",
        required=False,
        widget=forms.RadioSelect,
    )
    until = forms.DateField(
        label=_("Tanggal terakhir penuh"),
        required=False,
        help_text=_("Hanya untuk pilihan Sampai tanggal ini. Contoh: 17/12/2026"),
        widget=forms.DateInput(attrs={"class": "width-date"}),
    )
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=120,
        required=False,
        help_text=_("Dibaca petugas lembaga lain, tidak tampil untuk umum."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("span", Folded(_("Tanggal lain"), "until"), "reason")

    def clean(self):
        cleaned = super().clean()
        span = cleaned.get("span")
        if span == "day" and not cleaned.get("until") and "until" not in self.errors:
            self.add_error("until", _("Isi tanggalnya."))
        if span != "day":
            days = int(span) if span else None
            cleaned["until"] = timezone.localdate() + timedelta(days=days) if days else None
        return cleaned
