"""Asking for a mediation, inviting to it, and the letter's way (domain 3.5)."""

from crispy_forms.layout import HTML, Div, Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ltsa.accounts.models import User
from ltsa.organisations.forms import AgencyField, offered_agencies
from ltsa.versions import VersionField

from ..codes import DeliveryWay, Meeting, RespondentKind
from ..mediation_course import next_meetings
from ..mediators import neutral_mediators
from ..models import Case, Mediation
from .money import ProofField, day_field, helper, moment_field

AGENCY, NEW = "agency", "new"
WILLING = [("", _("Belum ditanya")), ("yes", _("Bersedia")), ("no", _("Tidak bersedia"))]
KINDS = [choice for choice in RespondentKind.choices if choice[0] != RespondentKind.UNKNOWN]


class MediationForm(forms.Form):
    """With whom, by whom, and that she wants it. A party that the case does not name yet is added in place."""

    respondent = forms.ChoiceField(label=_("Mediasi dengan siapa?"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label=_("Siapa pihak lain itu?"), choices=[("", _("Pilih")), *KINDS], required=False
    )
    agency = AgencyField(
        label=_("Nama di daftar P3MI dan LPK"),
        help_text=_("Ketik sebagian nama, lalu pilih. Kosongkan bila tidak ada di daftar."),
    )
    name = forms.CharField(label=_("Atau namanya"), max_length=160, required=False)
    client_willing = forms.BooleanField(label=_("Klien sendiri bersedia dimediasi"))
    briefed = forms.BooleanField(
        label=_("Klien sudah dijelaskan haknya, dan bahwa ia boleh membawa pendamping")
    )
    companion = forms.CharField(label=_("Pendamping klien"), max_length=120, required=False)
    respondent_willing = forms.ChoiceField(
        label=_("Apakah pihak yang diadukan bersedia?"),
        choices=WILLING,
        widget=forms.RadioSelect,
        required=False,
    )
    mediator = forms.ModelChoiceField(
        label=_("Mediator"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Orang lain, ditulis di bawah"),
        help_text=_("Mediator netral: bukan petugas kasus ini, bukan pendamping klien."),
    )
    mediator_name = forms.CharField(label=_("Nama mediator"), max_length=120, required=False)
    mediator_office = forms.CharField(label=_("Lembaga mediator"), max_length=160, required=False)

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        parties = list(case.respondents.filter(removed_at=None).select_related("agency"))
        self.parties = {str(party.pk): party for party in parties}
        self.about = case.agency if case.agency and not parties else None
        choices = [(pk, str(party)) for pk, party in self.parties.items()]
        choices += [(AGENCY, str(self.about))] if self.about else []
        self.fields["respondent"].choices = [*choices, (NEW, _("Pihak lain"))]
        self.initial.setdefault("respondent", choices[0][0] if choices else NEW)
        self.fields["mediator"].queryset = neutral_mediators(case)
        self.fields["mediator"].label_from_instance = _with_office
        self.fields["client_willing"].error_messages["required"] = _(
            "Mediasi hanya bila klien sendiri bersedia."
        )
        self.fields["briefed"].error_messages["required"] = _(
            "Jelaskan dulu kepada klien haknya, dan bahwa ia boleh membawa pendamping."
        )
        new = ("kind", "agency", "name")
        for name in (*new, "mediator", "mediator_name"):
            self.fields[name].conditional = True
        known = [
            HTML('<details class="more"><summary>'),
            HTML(gettext("Tambah pihak lain")),
            HTML("</summary>"),
            *new,
            HTML("</details>"),
        ]
        opened = not choices or any(self.data.get(name) for name in new)
        self.helper = helper(
            Fieldset(_("Para pihak"), "respondent", *(new if opened else known), "respondent_willing"),
            Fieldset(_("Klien"), Div("client_willing", "briefed", css_class="panel panel-quiet form-panel"), "companion"),
            Fieldset(_("Mediator"), "mediator", "mediator_name", "mediator_office"),
        )  # fmt: skip

    @property
    def agencies(self) -> list[str]:
        return offered_agencies()

    def clean(self):
        told = super().clean()
        if told.get("respondent") == NEW and not self.errors:
            if not (told.get("agency") or told.get("name")):
                raise ValidationError({"name": _("Tulis nama pihak yang diadukan.")})
            if not told.get("agency") and not told.get("kind"):
                raise ValidationError({"kind": _("Pilih siapa pihak itu.")})
        return told

    def told(self) -> dict:
        """What cases.actions.request_mediation takes."""
        told = dict(self.cleaned_data)
        new = {name: told.pop(name) for name in ("kind", "agency", "name")}
        chosen = told.pop("respondent")
        willing = told.pop("respondent_willing")
        return told | {
            "respondent": self.parties.get(chosen),
            "party": {"agency": self.about} if chosen == AGENCY else new if chosen == NEW else None,
            "respondent_willing": {"yes": True, "no": False}.get(willing),
        }


def _with_office(user: User) -> str:
    return f"{user} · {user.posting.organisation}" if user.posting else str(user)


def offer_meetings(form: forms.Form, mediation: Mediation) -> None:
    """Only those that may come next; one alone is chosen already."""
    names = dict(Meeting.choices)
    choices = [(code, names[code]) for code in next_meetings(mediation)]
    form.fields["meeting"].choices = choices
    if choices:
        form.initial.setdefault("meeting", choices[0][0])


class InvitationForm(forms.Form):
    meeting = forms.ChoiceField(label=_("Undangan untuk"), widget=forms.RadioSelect)
    meets_at = moment_field(_("Waktu pertemuan"))
    place = forms.CharField(
        label=_("Tempat"), max_length=200, help_text=_("Jangan tulis alamat klien.")
    )
    online = forms.BooleanField(label=_("Daring"), required=False)

    def __init__(self, *args, mediation: Mediation, **kwargs):
        super().__init__(*args, **kwargs)
        offer_meetings(self, mediation)
        self.helper = helper("meeting", "meets_at", "place", "online")


class DeliveryForm(forms.Form):
    delivered_on = day_field(_("Sampai pada"))
    delivered_by = forms.ChoiceField(
        label=_("Cara antar"), choices=DeliveryWay.choices, widget=forms.RadioSelect
    )
    proof = ProofField(
        label=_("Bukti sampai"), help_text=_("Foto tanda terima atau resi, JPG, PNG, atau PDF.")
    )
    version = VersionField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper("delivered_on", "delivered_by", "proof", "version")


class SignedForm(forms.Form):
    signed = forms.BooleanField(label=_("Sudah ditandatangani para pihak"), required=False)
    copy_given = forms.BooleanField(
        label=_("Salinan sudah diberikan kepada para pihak"), required=False
    )
    version = VersionField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper("signed", "copy_given", "version")
