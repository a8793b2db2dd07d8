"""Intake: few questions, none of them about violence, and nothing that must be known to be helped (domain 3.1)."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ltsa import phone as phones
from ltsa.access import Permission
from ltsa.versions import VersionField, show_both

from ..disclosure import is_home
from ..doubles import candidates
from ..doubts import doubts
from ..models import Migrant
from ..nik_offer import Offer, read_nik
from ..numbers import MASKS, masked
from ..texts import RECORD
from .abilities import NAMES as ABILITIES
from .abilities import PREFIX, SCRIPT, add_abilities, taken
from .choices import offer_choices
from .folded import Folded
from .places import VillageField, area_named

OLDEST = 110  # years
# Asked and kept at home: a partner who may edit the rest neither reads nor writes these.
HOME_ONLY = ("code_word", "education", "marital_status", "children", "heard_from")
PAPERS = ("nik", "family_card", "passport", "passport_name")
CONTACT = ("phone", "phone_safe", "phone_owner", "contact_way", "contact_hours", "code_word")
BACKGROUND = ("destination", "education", "marital_status", "children", "languages", "heard_from")

# The page asks what the number says while it is typed (static/js/nik.js); nothing is kept there.
ASK_NIK = {
    "data-nik": "",
    "hx-post": reverse_lazy("services:nik_read"),
    "hx-trigger": "nik-typed",
    "hx-include": "[name=sex], [name=birth_date]",
    "hx-target": "#tawaran-nik",
}


class MigrantForm(forms.ModelForm):
    doubts: list[dict] = []  # {code, field, message}: what makes the page ask once more
    doubles: list = []  # who may be this person

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
            *PAPERS,
            *CONTACT,
            *BACKGROUND,
        ]
        widgets = {
            "sex": forms.RadioSelect,
            "client_type": forms.RadioSelect,
            "phase": forms.RadioSelect,
            "consent": forms.RadioSelect,
            "phone_safe": forms.RadioSelect,
            "phone_owner": forms.RadioSelect,
            "contact_way": forms.RadioSelect,
            "education": forms.RadioSelect,
            "marital_status": forms.RadioSelect,
            "birth_date": forms.DateInput(attrs={"class": "width-date", "inputmode": "numeric"}),
            "phone": forms.TextInput(attrs={"class": "width-phone", "inputmode": "tel"}),
            "nik": forms.TextInput(attrs={"class": "width-nik", "inputmode": "numeric"} | ASK_NIK),
            "family_card": forms.TextInput(attrs={"class": "width-nik", "inputmode": "numeric"}),
            "passport": forms.TextInput(attrs={"class": "width-short"}),
            "code_word": forms.TextInput(attrs={"class": "width-half", "autocomplete": "off"}),
            "contact_hours": forms.TextInput(attrs={"class": "width-half"}),
            "children": forms.NumberInput(attrs={"class": "width-short"}),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.known = None if self.instance._state.adding else self.instance
        self.fields["village"].offer(user.posting.district_id)
        if self.known and not self.is_bound:
            self._show_place(self.instance.village)
            self.initial |= {name: masked(self.known, name) for name in MASKS}
        offer_choices(self)
        for name in ("full_name", "age_band", "village"):
            self.fields[name].conditional = True  # asked for unless another answer takes its place
        if self.known is None or is_home(self.known, user):
            add_abilities(self, self.instance.abilities)
        else:
            for name in HOME_ONLY:
                del self.fields[name]
        if self.known:
            self.fields["contact_asked"] = forms.BooleanField(
                label=_("Baru ditanya lagi, jawabannya sama"), required=False
            )
        self.filled = self.is_bound and "use_nik" in self.data and self._fill_from_nik()

    def _show_place(self, area) -> None:
        if self.fields["village"].holds(area):
            self.initial["village"] = area.pk
        else:
            self.initial["elsewhere"] = area.pk

    @property
    def helper(self) -> FormHelper:
        """Built when the page is rendered: a draft or an error may have opened a block by then."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = Layout(*self.blocks(), "version")
        return helper

    @property
    def may_ask_elsewhere(self) -> bool:
        return self.known is None and self.user.can(Permission.CLIENT_SEARCH_DISTRICT)

    def blocks(self) -> list:
        """What must be asked first; what is rarely known lies folded below it."""
        return [
            Fieldset(_("Siapa"), "full_name", "anonymous", "nickname"),
            self._folded(_("Isi dari KTP, KK, atau paspor"), *PAPERS),
            Fieldset("", "sex", "birth_date", "age_band"),
            Fieldset(_("Tempat dan tahap"), "village", "elsewhere", "client_type", "phase"),
            HTML('{% include "services/_doubles_live.html" %}'),
            Fieldset(_("Persetujuan"), HTML(f'<p class="script">{RECORD}</p>'), "consent"),
            self._folded(_("Telepon dan cara aman menghubungi"), *CONTACT, "contact_asked"),
            self._folded(_("Disabilitas"), *ABILITIES, words=SCRIPT),
            self._folded(_("Data lain"), *BACKGROUND),
        ]

    def _folded(self, legend, *names: str, words="") -> Folded:
        here = [name for name in names if name in self.fields]
        told = any(self[name].value() or self[name].value() == 0 for name in here)
        wrong = self.is_bound and any(name in self.errors for name in here)
        return Folded(legend, *here, open=told or wrong, words=words)

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
        if not stored or typed != MASKS[name](stored):
            raise ValidationError(_("Nomor ini tersamar. Tulis nomor lengkap, atau kosongkan."))
        return stored

    def clean_nik(self):
        return self._number("nik")

    def clean_family_card(self):
        return self._number("family_card")

    def clean_code_word(self):
        return self._number("code_word")

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
        own["village"] = self.cleaned_data["village"]
        if ABILITIES[0] in self.fields:
            own["abilities"] = taken(self.cleaned_data)
        if self.known:
            own["contact_asked"] = self.cleaned_data["contact_asked"]
        return own

    @cached_property
    def offer(self) -> Offer | None:
        """What the typed NIK would fill in that is still empty, for a reader without scripts."""
        if not self.is_bound or all(self._typed(name) for name in ("sex", "birth_date")):
            return None
        return read_nik(self._typed("nik"))

    def _typed(self, name: str) -> str:
        return self.data.get(self.add_prefix(name)) or ""

    def _fill_from_nik(self) -> bool:
        """Take sex and birth date from the NIK where nothing was typed; she looks at it before it is saved."""
        said = self.offer
        if said is None:
            return False
        told = {"sex": said.sex, "birth_date": said.birth_date}
        filled = self.data.copy()
        for name, value in told.items():
            if not self._typed(name):
                filled[self.add_prefix(name)] = value
        self.data = filled
        return True

    def needs_second_look(self) -> bool:
        """True once, when something typed is doubtful: the page shows the doubts and lets her save all the same."""
        data, others = self.cleaned_data, {"user": self.user, "exclude": self.known}
        self.doubles = candidates(data, **others)
        self.doubts = doubts(data, doubles=self.doubles, **others)
        return self.filled or (bool(self.doubts) and not self.cleaned_data.get("confirmed"))

    def show_stale(self, current: Migrant) -> None:
        """Both values after someone else saved, the numbers masked on either side."""
        mine = {name: MASKS[name](self.cleaned_data.get(name) or "") for name in MASKS}
        theirs = {name: masked(current, name) for name in MASKS}
        answers = current.abilities or {}
        theirs |= {name: answers.get(name.removeprefix(PREFIX), "") for name in ABILITIES}
        self.cleaned_data |= mine
        show_both(self, current, **theirs)

    def _post_clean(self):
        """No instance is built here: services.actions does, with all that follows from the fields."""
