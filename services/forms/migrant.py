"""Intake: few questions, none of them about violence, and nothing that must be known to be helped (domain 3.1)."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ltsa import nik as niks
from ltsa import phone as phones
from ltsa.versions import VersionField, show_both

from ..codes import AgeBand, ClientType, Phase, PhoneSafe, RecordConsent, Sex
from ..doubts import doubts
from ..models import Migrant
from ..texts import RECORD
from .places import VillageField, area_named

OLDEST = 110  # years
# Shown masked here as everywhere: to read one in full is asked for with a reason (services.actions.reveal_number).
MASKS = {"nik": niks.mask, "passport": phones.mask, "phone": phones.mask}


class MigrantForm(forms.ModelForm):
    doubts: list[dict] = []  # {code, field, message}: what makes the page ask once more

    village = VillageField(label=_("Desa"), required=False)
    elsewhere = forms.CharField(
        label=_("Tinggal di luar kabupaten?"),
        required=False,
        max_length=80,
        help_text=_("Tulis nama kecamatan, misalnya: Kec. Tumpang."),
    )
    version = VersionField(required=False)
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Migrant
        fields = [
            "full_name",
            "anonymous",
            "nickname",
            "sex",
            "birth_date",
            "age_band",
            "client_type",
            "phase",
            "consent",
            "phone",
            "phone_safe",
            "nik",
            "passport",
            "destination",
        ]
        widgets = {
            "sex": forms.RadioSelect,
            "client_type": forms.RadioSelect,
            "phase": forms.RadioSelect,
            "consent": forms.RadioSelect,
            "phone_safe": forms.RadioSelect,
            "birth_date": forms.DateInput(attrs={"class": "width-date", "inputmode": "numeric"}),
            "phone": forms.TextInput(attrs={"class": "width-phone", "inputmode": "tel"}),
            "nik": forms.TextInput(attrs={"class": "width-nik", "inputmode": "numeric"}),
            "passport": forms.TextInput(attrs={"class": "width-short"}),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["village"].offer(user.posting.district_id)
        self.known = None if self.instance._state.adding else self.instance
        if self.known and not self.is_bound:
            self._show_place(self.instance.village)
            self.initial |= {name: mask(getattr(self.known, name)) for name, mask in MASKS.items()}
        for name, choices in [
            ("sex", Sex.choices),
            ("client_type", ClientType.choices),
            ("phase", Phase.choices),
            ("consent", RecordConsent.choices),
        ]:
            self.fields[name].choices = choices
        self.fields["phone_safe"].choices = PhoneSafe.choices
        self.fields["age_band"].required = False
        self.fields["age_band"].choices = [("", _("Pilih")), *AgeBand.choices]
        self.fields["birth_date"].help_text = _(
            "Contoh: 17/08/1999. Tidak tahu? Pilih kelompok umur."
        )
        self.fields["nik"].help_text = _("Boleh kosong. Layanan tidak bergantung pada NIK.")
        self.fields["anonymous"].label = _("Klien tidak mau menyebut nama")
        for name, most in (("nik", 40), ("phone", 40), ("passport", 20)):
            self.fields[name].validators.append(MaxLengthValidator(most))
        for name in ("full_name", "age_band", "village"):
            self.fields[name].conditional = True  # asked for unless another answer takes its place
        self.helper = self._helper()

    def _show_place(self, area) -> None:
        if self.fields["village"].holds(area):
            self.initial["village"] = area.pk
        else:
            self.initial["elsewhere"] = area.pk

    def _helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        more_open = any(self[name].value() for name in ("phone", "nik", "passport", "destination"))
        helper.layout = Layout(
            Fieldset(
                _("Siapa"), "full_name", "anonymous", "nickname", "sex", "birth_date", "age_band"
            ),
            Fieldset(_("Tempat dan tahap"), "village", "elsewhere", "client_type", "phase"),
            Fieldset(_("Persetujuan"), HTML(f'<p class="script">{RECORD}</p>'), "consent"),
            HTML(f'<details class="more"{" open" if more_open or self.is_bound else ""}><summary>'),
            HTML(gettext("Telepon, NIK, paspor, negara tujuan")),
            HTML("</summary>"),
            Div("phone", "phone_safe", "nik", "passport", "destination"),
            HTML("</details>"),
            "version",
        )
        return helper

    def clean_birth_date(self):
        born = self.cleaned_data["birth_date"]
        today = timezone.localdate()
        if born and born > today:
            raise ValidationError(_("Tanggal lahir ada di masa depan. Periksa tahunnya."))
        if born and born.year < today.year - OLDEST:
            raise ValidationError(_("Tanggal lahir terlalu lama. Periksa tahunnya."))
        return born

    def _number(self, name: str) -> str:
        """What was typed; the stored number when it comes back masked, as it was shown."""
        typed = self.cleaned_data[name] or ""
        if "*" not in typed:
            return typed
        stored = getattr(self.known, name) if self.known else ""
        if typed != MASKS[name](stored):
            raise ValidationError(_("Nomor ini tersamar. Tulis nomor lengkap, atau kosongkan."))
        return stored

    def clean_nik(self):
        return self._number("nik")

    def clean_passport(self):
        return self._number("passport")

    def clean_phone(self):
        return phones.normalise(self._number("phone"))

    def clean(self):
        data = super().clean()
        if not data.get("anonymous") and not (data.get("full_name") or "").strip():
            self.add_error(
                "full_name", _("Tulis nama, atau centang bila klien tidak mau menyebut nama.")
            )
        if data.get("anonymous") and data.get("consent") == "named":
            data["consent"] = "anonymous"
        dated = data.get("birth_date") or "birth_date" in self.errors
        if not dated and not data.get("age_band"):
            self.add_error("age_band", _("Isi tanggal lahir atau pilih kelompok umur."))
        elsewhere = data.pop("elsewhere", "")
        if not data.get("village") and elsewhere:
            data["village"] = area_named(elsewhere)
            if data["village"] is None:
                self.add_error("elsewhere", _("Wilayah tidak ditemukan. Tulis nama kecamatannya."))
        elif not data.get("village") and "village" not in self.errors:
            self.add_error("village", _("Pilih desa, atau tulis kecamatan bila di luar kabupaten."))
        return data

    def person(self) -> dict:
        """The client's own fields, as services.actions takes them."""
        own = {name: value for name, value in self.cleaned_data.items() if name in self.Meta.fields}
        return own | {"village": self.cleaned_data["village"]}

    def needs_second_look(self) -> bool:
        """True once, when something typed is doubtful: the page shows the doubts and lets her save all the same."""
        self.doubts = doubts(self.cleaned_data, user=self.user, exclude=self.known)
        return bool(self.doubts) and not self.cleaned_data.get("confirmed")

    def show_stale(self, current: Migrant) -> None:
        """Both values after someone else saved, the numbers masked on either side."""
        stored = {name: mask(getattr(current, name)) for name, mask in MASKS.items()}
        typed = {name: mask(self.cleaned_data.get(name) or "") for name, mask in MASKS.items()}
        self.cleaned_data |= typed
        show_both(self, current, **stored)

    def _post_clean(self):
        """No instance is built here: services.actions does, with all that follows from the fields."""


class RevealForm(forms.Form):
    field = forms.ChoiceField(
        choices=[("nik", "NIK"), ("passport", _("paspor")), ("phone", _("telepon"))],
        widget=forms.HiddenInput,
    )
    reason = forms.CharField(label=_("Alasan"), max_length=200, help_text=_("Alasan ini dicatat."))
