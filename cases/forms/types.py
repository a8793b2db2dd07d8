"""The types of a case, and the types that a district adds."""

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField
from services.codes import Phase

from ..codes import MediationBar, Priority
from ..models import Case, CaseType
from .case import starred
from .money import helper
from .survivor import TypesForm


class OrdinaryTypesForm(TypesForm):
    """Of an ordinary case: a sensitive type is saved only once she has ticked what it does."""

    closing = forms.BooleanField(
        label=_("Benar, jadikan kasus ini terbatas"),
        required=False,
        help_text=_(
            "Hanya perlu untuk jenis bertanda *. Sesudahnya hanya tim yang disebut namanya yang melihat kasus ini, "
            "dan tidak dapat dikembalikan."
        ),
    )

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, case=case, **kwargs)
        for name in ("primary_type", "secondary_types"):
            self.fields[name].label_from_instance = starred
        self.order_fields(["primary_type", "secondary_types", "closing", "version"])


class CaseTypeForm(forms.Form):
    """A type of the district's own."""

    label_id = forms.CharField(label=_("Nama jenis"), max_length=120)
    label_en = forms.CharField(
        label=_("Nama dalam bahasa Inggris"),
        max_length=120,
        help_text=_("Untuk laporan kepada mitra di luar negeri."),
    )
    phases = forms.MultipleChoiceField(
        label=_("Terjadi pada tahap"), choices=Phase.choices, widget=forms.CheckboxSelectMultiple
    )
    priority = forms.ChoiceField(
        label=_("Prioritas awal"), choices=Priority.choices, widget=forms.RadioSelect
    )
    sensitive = forms.BooleanField(
        label=_("Peka: kasusnya otomatis terbatas"),
        required=False,
        help_text=_(
            "Kasus terbatas hanya dilihat tim yang disebut namanya. Ia tidak muncul di daftar, pencarian, dan angka "
            "biasa. Pilih untuk kekerasan, perdagangan orang, kesehatan jiwa, atau hal lain yang dapat membahayakan klien."
        ),
    )
    mediation_bar = forms.ChoiceField(
        label=_("Boleh dimediasi?"),
        choices=[("", _("Boleh")), *MediationBar.choices],
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Kekerasan seksual dan perdagangan orang menurut hukum tidak boleh dimediasi."),
    )
    version = VersionField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mediation_bar"].choices = [("", _("Boleh")), *_bars()]
        self.helper = helper(
            Fieldset(_("Nama"), "label_id", "label_en"),
            Fieldset(_("Cara menangani"), "phases", "priority", "sensitive", "mediation_bar"),
            "version",
        )

    def told(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


def _bars() -> list[tuple]:
    return [(bar.value, gettext("Tidak, %(why)s") % {"why": bar.label}) for bar in MediationBar]


def words_of(row: CaseType) -> dict:
    """The form's first values for a type that stands."""
    return {
        "label_id": row.label_id,
        "label_en": row.label_en,
        "phases": row.phases.split(","),
        "priority": row.priority,
        "sensitive": row.sensitive,
        "mediation_bar": row.mediation_bar,
        "version": row.version,
    }
