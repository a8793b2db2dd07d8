"""Her answer to one question, and how she gave it (UU 27/2022 art 22, 25); and how she took it back."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission
from ltsa.organisations.models import Organisation

from ..actions import usual_end
from ..codes import (
    TICK,
    AgeBand,
    ConsentMethod,
    Decision,
    DisclosureGroup,
    GivenBy,
    Purpose,
    SaidBy,
)
from ..disclosure import shown_groups
from ..models import Migrant
from ..proofs import PHOTO, VOICE, read_proof

LONGEST = {Purpose.REFERRAL: timedelta(days=366)}
LONGEST_ELSE = timedelta(days=5 * 366)
# What kind of file proves which way; nothing proves what was only said.
PROVED_BY = {
    ConsentMethod.SIGNATURE: PHOTO,
    ConsentMethod.THUMBPRINT: PHOTO,
    ConsentMethod.VOICE: VOICE,
}


class ConsentForm(forms.Form):
    """One purpose at a time: consents are separate switches (domain 4). A no needs nothing but the no."""

    decision = forms.ChoiceField(
        label=_("Apa jawabannya?"), choices=Decision.choices, widget=forms.RadioSelect
    )
    recipient = forms.ModelChoiceField(
        label=_("Lembaga yang menerima"),
        queryset=Organisation.objects.none(),
        empty_label=_("Pilih lembaga"),
    )
    groups = forms.MultipleChoiceField(
        label=_("Data yang boleh dikirim"), widget=forms.CheckboxSelectMultiple, required=False
    )
    method = forms.ChoiceField(
        label=_("Bagaimana ia menjawab"), widget=forms.RadioSelect, required=False
    )
    witness = forms.CharField(
        label=_("Nama saksi"),
        max_length=120,
        required=False,
        help_text=_("Isi bila dijawab lisan dengan saksi."),
    )
    proof = forms.FileField(
        label=_("Foto atau rekaman"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.ogg,.mp3,.m4a,.wav"}),
        help_text=_(
            "Foto JPG atau PNG sampai 3 MB, atau suara OGG, MP3, M4A, WAV sampai 5 MB. Disimpan terkunci."
        ),
    )
    expires_on = forms.DateField(
        label=_("Berlaku sampai"), widget=forms.DateInput(attrs={"class": "width-date"})
    )
    given_by = forms.ChoiceField(
        label=_("Siapa yang menjawab"), widget=forms.RadioSelect, required=False
    )
    guardian = forms.CharField(label=_("Nama orang tua atau wali"), max_length=120, required=False)
    language = forms.CharField(
        label=_("Bahasa yang dipakai"),
        max_length=40,
        required=False,
        help_text=_("Isi bila tidak dibacakan dalam bahasa Indonesia."),
    )
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user, migrant: Migrant, purpose: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.migrant, self.purpose = migrant, purpose
        self.minor = migrant.age_group == AgeBand.UNDER_18
        self.doubts: list[dict] = []
        if purpose == Purpose.REFERRAL:
            self.fields["recipient"].queryset = Organisation.objects.partners_for(user.posting)
            may = shown_groups(migrant, user) | {DisclosureGroup.NEEDS, DisclosureGroup.ACCOUNT}
            offered = [choice for choice in DisclosureGroup.choices if choice[0] in may]
            self.fields["groups"].choices = offered
        else:
            del self.fields["recipient"], self.fields["groups"]
        ways = [] if purpose == Purpose.REFERRAL else [TICK]
        self.fields["method"].choices = [*ways, *ConsentMethod.choices]
        who = GivenBy.choices
        if not user.can(Permission.OWN_ORGANISATION_SEE):
            who = [choice for choice in who if choice[0] != GivenBy.EXCEPTION]
        self.fields["given_by"].choices = who
        self.initial.setdefault("given_by", GivenBy.SELF)
        self.initial.setdefault("expires_on", usual_end(purpose))
        for name in ("method", "witness", "guardian", "given_by"):
            self.fields[name].conditional = True  # asked for by another answer
        self.helper = self._helper()

    def _helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        what = [name for name in ("recipient", "groups") if name in self.fields]
        whose = ("given_by", "guardian")
        rare = ("language",) if self.minor else (*whose, "language")
        told = any(self[name].value() for name in ("guardian", "language"))
        helper.layout = Layout(
            *([Fieldset(_("Kepada siapa, data apa"), *what)] if what else []),
            Fieldset(_("Jawaban"), "decision", "expires_on"),
            *([Fieldset(_("Orang tua atau wali"), *whose)] if self.minor else []),
            Fieldset(_("Buktinya"), "method", "witness", "proof"),
            HTML(f'<details class="more"{" open" if told or self.is_bound else ""}><summary>'),
            HTML(
                gettext("Bahasa lain") if self.minor else gettext("Dijawab wali, atau bahasa lain")
            ),
            HTML("</summary>"),
            *rare,
            HTML("</details>"),
        )
        return helper

    def clean_expires_on(self):
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        longest = LONGEST.get(self.purpose, LONGEST_ELSE)
        if day < today:
            raise ValidationError(_("Tanggal berlaku sudah lewat. Pilih hari ini atau sesudahnya."))
        if day > today + longest:
            raise ValidationError(
                _("Terlalu lama: paling jauh %(day)s.") % {"day": f"{today + longest:%d/%m/%Y}"}
            )
        return day

    def clean_proof(self):
        upload = self.cleaned_data["proof"]
        return read_proof(upload) if upload else None

    def clean_given_by(self):
        return self.cleaned_data["given_by"] or GivenBy.SELF

    def clean(self):
        data = super().clean()
        if data.get("decision") == Decision.GIVEN:
            self._check_yes(data)
        elif not data.get("method") and "method" not in self.errors:
            data["method"] = TICK[0]
        if data.get("given_by") == GivenBy.GUARDIAN and not data.get("guardian"):
            self.add_error("guardian", _("Tulis nama orang tua atau wali."))
        wanted, proof = PROVED_BY.get(data.get("method")), data.get("proof")
        if proof is not None and wanted != proof.kind:
            text = _("Berkas ini tidak cocok dengan cara yang dipilih: foto untuk tanda tangan atau cap jempol, suara untuk rekaman.")  # fmt: skip
            self.add_error("proof", text)
        return data

    def _check_yes(self, data: dict) -> None:
        if not data.get("method") and "method" not in self.errors:
            self.add_error("method", _("Pilih bagaimana ia menjawab."))
        if data.get("method") == ConsentMethod.WITNESS and not data.get("witness"):
            self.add_error("witness", _("Tulis nama saksi."))

    def needs_second_look(self) -> bool:
        """True once: a child answers for herself. It is said, not forbidden; help never waits for it."""
        data = self.cleaned_data
        alone = self.minor and data["given_by"] == GivenBy.SELF and data["decision"] == Decision.GIVEN  # fmt: skip
        if alone and not data.get("confirmed"):
            text = _("Klien di bawah 18 tahun. Menurut UU 27/2022 pasal 25 orang tua atau wali ikut menyetujui. Bila wali diduga pelaku, jangan ditanya: hubungi supervisor.")  # fmt: skip
            self.doubts = [{"code": "minor", "field": "given_by", "message": text}]
        return bool(self.doubts)

    def verb_fields(self) -> dict:
        """What services.actions.record_consent takes."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "confirmed"}
        return data | {"purpose": self.purpose}


class WithdrawForm(forms.Form):
    way = forms.ChoiceField(
        label=_("Bagaimana ia mengatakannya?"),
        choices=SaidBy.choices,
        widget=forms.RadioSelect,
        initial=SaidBy.IN_PERSON,
    )
