from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.access import Permission
from ltsa.organisations.models import DisabilityAccess, Language, Organisation, ServiceCode
from services.codes import ConsentMethod, DisclosureGroup
from services.forms.folded import Folded
from services.texts import REFERRAL

from ..actions.attachments import carried_files
from ..codes import ASKED_BESIDE, TO_PREPARE, Delivery, OverrideReason, Priority
from ..disclosure import sendable_files
from ..models import CaseFile, Referral
from ..people import partners_of
from ..picker import Proposal, propose

CONSENT_DAYS = 90  # a time-limited release (domain 4); the officer may shorten it
NO_CONSENT = _("Tanpa persetujuan klien rujukan tidak dapat dibuat.")
LONGEST_CONSENT = timedelta(days=366)


class FilesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj):
        note = f": {obj.note}" if obj.note else ""
        return f"{obj.number}. {obj.get_kind_display()} ({obj.format}){note}"


def _one_of(codes, told) -> str:
    return told if told in codes else ""


def asked_before(referral: Referral, user) -> dict:
    """What a form that follows this referral begins with; never her consent, which is asked anew."""
    return {
        "services": referral.services,
        "priority": referral.priority,
        "needs": referral.needs,
        "disclose": referral.disclose,
        **{name: getattr(referral, name) for name in ASKED_BESIDE},
        "attachments": carried_files(referral, by=user),
    }


class ReferralForm(forms.Form):
    """To whom, for what, and what may travel; with her consent. Saving makes a draft that shows what will be sent."""

    to = forms.ModelChoiceField(label=_("Lembaga tujuan"), queryset=Organisation.objects.none())
    services = forms.MultipleChoiceField(
        label=_("Layanan yang diminta"),
        choices=ServiceCode.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    priority = forms.ChoiceField(
        label=_("Prioritas"),
        choices=Priority.choices,
        widget=forms.RadioSelect,
        initial=Priority.NORMAL,
        help_text=_("Dijawab dalam: darurat 24 jam, mendesak 3x24 jam, biasa 14 hari."),
    )
    needs = forms.CharField(
        label=_("Ringkasan kebutuhan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Yang dibutuhkan dan layanan yang sudah diberikan, bukan ceritanya, agar klien tidak perlu mengulang."
        ),
    )
    language = forms.ChoiceField(
        label=_("Bahasa selain Indonesia"),
        choices=[("", _("Tidak perlu")), *(one for one in Language.choices if one[0] != "id")],
        required=False,
    )
    access = forms.MultipleChoiceField(
        label=_("Kemudahan yang ia perlukan"),
        choices=DisabilityAccess.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    with_child = forms.BooleanField(label=_("Anaknya ikut"), required=False)
    escort = forms.BooleanField(label=_("Perlu didampingi ke sana"), required=False)
    delivery = forms.ChoiceField(
        label=_("Cara antar"),
        choices=Delivery.choices,
        widget=forms.RadioSelect,
        initial=Delivery.PORTAL,
        required=False,
    )
    disclose = forms.MultipleChoiceField(
        label=_("Data yang boleh dikirim"),
        choices=DisclosureGroup.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Kode, kelompok umur, jenis kelamin, dan yang perlu disiapkan selalu ikut. Lainnya baru terbuka setelah rujukan diterima."
        ),
    )
    attachments = FilesField(
        label=_("Berkas yang ikut"),
        queryset=CaseFile.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Sebut satu per satu kepada klien. Terbuka setelah rujukan diterima."),
    )
    consent_given = forms.BooleanField(
        label=_("Klien sudah mendengar dan setuju"), error_messages={"required": NO_CONSENT}
    )
    method = forms.ChoiceField(
        label=_("Cara persetujuan"), choices=ConsentMethod.choices, widget=forms.RadioSelect
    )
    expires_on = forms.DateField(
        label=_("Persetujuan berlaku sampai"), widget=forms.DateInput(attrs={"class": "width-date"})
    )

    override = forms.ChoiceField(
        label=_("Alasan tanpa persetujuan"),
        choices=[("", _("Tidak, klien setuju")), *OverrideReason.choices],
        required=False,
        help_text=_("Supervisor lain dan pejabat pelindungan data diberi tahu."),
    )
    override_reason = forms.CharField(
        label=_("Penjelasan"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, user, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.user = case, user
        self._let_override(user)
        self._offer_files()
        self.fields["to"].queryset = partners_of(case, user)
        self.fields["to"].choices = self._houses  # asked when it is shown
        self.initial.setdefault("disclose", ["identity", "contact", "needs"])
        self.initial.setdefault("expires_on", timezone.localdate() + timedelta(days=CONSENT_DAYS))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(
                _("Kepada siapa, untuk apa"),
                "services",
                "to",
                HTML('{% include "cases/referral_sort.html" %}'),
                "priority",
                "needs",
            ),
            self._to_prepare(),
            Fieldset(
                _("Persetujuan klien"),
                "disclose",
                *(["attachments"] if "attachments" in self.fields else []),
                HTML(f'<p class="script">{REFERRAL}</p>'),
                "consent_given",
                "method",
                "expires_on",
            ),
            *self._without_consent(),
        )

    def proposals(self) -> list[Proposal]:
        """The houses for what is asked so far, the fitting ones first."""
        asked = self["services"].value() or ()
        return propose(
            self.case,
            [code for code in asked if code in ServiceCode],
            user=self.user,
            language=_one_of(Language, self["language"].value()),
            access=[one for one in self["access"].value() or () if one in DisabilityAccess],
        )

    def _houses(self) -> list:
        houses = self.proposals()
        fitting = [(one.organisation.pk, one.label) for one in houses if one.fits]
        others = [(one.organisation.pk, one.label) for one in houses if not one.fits]
        groups = [(_("Cocok"), fitting), (_("Kurang cocok"), others)]
        return [("", _("Pilih lembaga")), *(group for group in groups if group[1])]

    def _offer_files(self) -> None:
        """Those that are hers to send; where there are none, nothing is asked."""
        mine = sendable_files(self.case, self.user)
        if mine.exists():
            self.fields["attachments"].queryset = mine
        else:
            del self.fields["attachments"]

    def _to_prepare(self) -> Folded:
        """Asked of few, and known before the answer: so it is folded, and open once something is told."""
        told = any(self[name].value() for name in TO_PREPARE)
        return Folded(_("Yang perlu disiapkan"), *ASKED_BESIDE, open=told)

    def _let_override(self, user) -> None:
        """Only a supervisor reads of it; who says why it goes without a consent is not asked for one."""
        if not user.can(Permission.REFERRAL_OVERRIDE):
            del self.fields["override"], self.fields["override_reason"]
        elif self.data.get(self.add_prefix("override")):
            self.fields["override_reason"].required = True
            for name in ("consent_given", "method", "expires_on"):
                self.fields[name].required = False

    def _without_consent(self) -> list:
        if "override" not in self.fields:
            return []
        title = _("Tanpa persetujuan: hanya bila nyawa terancam, perintah hukum, atau demi anak")
        told = bool(self.data.get(self.add_prefix("override")))
        return [Folded(title, "override", "override_reason", open=told)]

    def clean_expires_on(self):
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        if day is None:
            return None
        if day < today:
            raise ValidationError(_("Tanggal berlaku sudah lewat. Pilih hari ini atau sesudahnya."))
        if day > today + LONGEST_CONSENT:
            raise ValidationError(_("Persetujuan berlaku paling lama satu tahun."))
        return day

    def verb_fields(self) -> dict:
        """What cases.actions.create_referral takes."""
        data = dict(self.cleaned_data)
        data.pop("consent_given", None)
        data["delivery"] = data.get("delivery") or Delivery.PORTAL
        data["attachments"] = list(data.get("attachments") or ())
        consent = {"method": data.pop("method"), "expires_on": data.pop("expires_on")}
        why = {name: data.pop(name, "") for name in ("override", "override_reason")}
        if why["override"]:
            return data | {"consent": None, "override": why}
        return data | {"consent": consent}
