from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.forms import AgencyField, offered_agencies
from ltsa.organisations.models import Organisation
from services.codes import ConsentMethod
from services.texts import LIMITS, REFERRAL

from ..codes import Priority, ReportedBy
from ..models import CaseType
from ..people import partners_of
from .complaint import ComplainantForm


def starred(kind: CaseType) -> str:
    return f"{kind} *" if kind.sensitive else str(kind)


class CaseForm(ComplainantForm):
    """Open a case. One tap makes it restricted; then neither type nor story is asked for here (domain 4)."""

    restricted = forms.BooleanField(
        label=_("Perlu bantuan khusus (kasus terbatas)"),
        required=False,
        help_text=_(
            "Untuk kekerasan, perdagangan orang, atau bahaya. Jenis dan cerita tidak perlu ditulis."
        ),
    )
    primary_type = forms.ModelChoiceField(
        label=_("Jenis kasus"),
        queryset=CaseType.objects.none(),
        required=False,
        empty_label=_("Pilih jenis kasus"),
        help_text=_("Jenis bertanda * otomatis menjadi kasus terbatas."),
    )
    secondary_types = forms.ModelMultipleChoiceField(
        label=_("Jenis lain"),
        queryset=CaseType.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    limits_explained = forms.BooleanField(
        label=_("Batas kerahasiaan sudah dijelaskan dan klien mau lanjut"), required=False
    )
    agency = AgencyField(
        label=_("P3MI yang diadukan"),
        help_text=_("Ketik sebagian nama, lalu pilih. Kosongkan bila bukan tentang P3MI."),
    )
    account = forms.CharField(
        label=_("Kronologi"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Apa yang terjadi, kapan, siapa yang terlibat, apa yang klien minta."),
    )
    reported_by = forms.ChoiceField(
        label=_("Siapa yang melapor?"), choices=ReportedBy.choices, widget=forms.RadioSelect
    )
    priority = forms.ChoiceField(
        label=_("Prioritas"),
        choices=[("", _("Menurut jenis kasus")), *Priority.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    next_action_on = forms.DateField(
        label=_("Langkah berikut pada"),
        required=False,
        widget=forms.DateInput(attrs={"class": "width-date"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        types = CaseType.objects.for_district(user.posting.district_id)
        for name in ("primary_type", "secondary_types"):
            self.fields[name].queryset = types
            self.fields[name].label_from_instance = starred
        for name in ("primary_type", "account"):
            self.fields[name].conditional = True  # not asked for in a restricted case
        opened = " open" if self.is_bound else ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Div("restricted", css_class="panel panel-quiet form-panel"),
            Fieldset(
                _("Masalahnya"),
                "primary_type",
                HTML('<details class="more"><summary>'),
                HTML(gettext("Tambah jenis lain")),
                HTML("</summary>"),
                "secondary_types",
                HTML("</details>"),
                "agency",
                css_class="not-restricted",
            ),
            Fieldset(
                _("Ceritanya"),
                HTML(f'<p class="script">{LIMITS}</p>'),
                "limits_explained",
                "account",
                HTML('<details class="more"><summary>'),
                HTML(gettext("Kapan dan di mana terjadi")),
                HTML("</summary>"),
                "happened_on",
                "happened_in",
                HTML("</details>"),
                css_class="not-restricted",
            ),
            Fieldset(
                _("Penanganan"),
                "reported_by",
                HTML(f'<details class="more"{opened}><summary>'),
                HTML(gettext("Pelapor bukan klien sendiri")),
                HTML("</summary>"),
                "complainant",
                "complainant_relation",
                "complainant_phone",
                HTML("</details>"),
                "priority",
                "next_action_on",
            ),
        )

    @property
    def agencies(self) -> list[str]:
        return offered_agencies()

    def verb_fields(self) -> dict:
        """What cases.actions.open_case takes: the primary type comes first."""
        data = dict(self.cleaned_data)
        primary, others = data.pop("primary_type"), data.pop("secondary_types")
        types = [primary] if primary else []
        return data | {"types": types + [kind for kind in others if kind != primary]}


class HandOverForm(forms.Form):
    to = forms.ModelChoiceField(
        label=_("Serahkan kepada"), queryset=Organisation.objects.none(), widget=forms.RadioSelect
    )
    method = forms.ChoiceField(
        label=_("Klien setuju dengan cara"), choices=ConsentMethod.choices, widget=forms.RadioSelect
    )

    script = REFERRAL
    limits = LIMITS

    def __init__(self, *args, user, case, **kwargs):
        super().__init__(*args, **kwargs)
        partners = partners_of(case, user)
        self.fields["to"].queryset = partners.filter(is_women_crisis_centre=True)
        self.fields["to"].empty_label = None

    @property
    def on_call(self) -> list[dict]:
        """Whom to telephone now: a warm hand-over comes before the click."""
        rows = [(house, house.phone_24h or house.phone) for house in self.fields["to"].queryset]
        return [
            {"name": str(house), "phone": number, "dial": "".join(filter(_dials, number))}
            for house, number in rows
            if number
        ]


def _dials(sign: str) -> bool:
    return sign.isdecimal() or sign == "+"
