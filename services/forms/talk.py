"""A conversation with one person: what SessionForm asks, and two things more where they matter.

Who is not in the room is known by her voice or a code word, and hears the consent read. What is copied from the paper
book days later is marked as such, so that nobody takes the day of typing for the day of the talk.
"""

from datetime import timedelta

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..codes import IdentityCheck
from ..models import CounsellingSession
from .folded import Folded
from .session import SessionForm

REMOTE = ("phone", "chat", "video")
LIVE_FOR = timedelta(hours=24)
COPIED_WITHIN = timedelta(days=2 * 366)


class TalkForm(SessionForm):
    from_paper = forms.BooleanField(label=_("Disalin dari buku"), required=False)
    consent_read = forms.TypedChoiceField(
        label=_("Persetujuan sudah dibacakan?"),
        choices=[("True", _("Sudah")), ("False", _("Belum"))],
        coerce=lambda told: told == "True",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta(SessionForm.Meta):
        fields = [*SessionForm.Meta.fields, "paper_number", "identity_check"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.written_at = timezone.now()
        self.fields["paper_number"].widget.attrs["class"] = "width-short"
        self.fields["paper_number"].help_text = _("Seperti tertulis di buku, misalnya: 112.")
        self.fields["identity_check"].choices = [("", _("Pilih")), *IdentityCheck.choices]
        for name in ("identity_check", "consent_read", "follow_up_on"):
            self.fields[name].conditional = True  # asked for by another answer
        if not self.is_bound and self.instance._state.adding:
            self.remember()

    def remember(self) -> None:
        """Defaults from what this officer wrote last."""
        last = CounsellingSession.objects.last_talk_of(self.user)
        if last is not None:
            self.initial["topics"] = last.topics

    def layout(self) -> Layout:
        return Layout(
            Fieldset(
                _("Pertemuan"),
                "started_at",
                self.of_paper(),
                "channel",
                Div("identity_check", "consent_read", css_class="only-remote"),
            ),
            Fieldset(_("Isi"), "kind", "topics", "summary", "minutes"),
            Fieldset(_("Hasil"), "outcome", "follow_up_on"),
        )

    def of_paper(self) -> Folded:
        told = bool(self["from_paper"].value())
        return Folded(_("Disalin dari buku?"), "from_paper", "paper_number", open=told)

    def clean_started_at(self):
        when = super().clean_started_at()
        if when < self.written_at - COPIED_WITHIN:
            raise ValidationError(_("Lebih dari dua tahun yang lalu. Periksa tahunnya."))
        return when

    def clean(self):
        data = super().clean()
        copied = data.pop("from_paper", False)
        data["entry"] = "paper" if copied else "live"
        if not copied:
            data["paper_number"] = ""
            self._check_is_live(data.get("started_at"))
        if data.get("channel") not in REMOTE:
            data |= {"identity_check": "", "consent_read": None}
            return data
        if not data.get("identity_check") and "identity_check" not in self.errors:
            self.add_error("identity_check", _("Pilih cara Ibu/Bapak memastikan siapa dia."))
        if data.get("consent_read") is None and "consent_read" not in self.errors:
            self.add_error("consent_read", _("Jawab sudah atau belum."))
        return data

    def _check_is_live(self, when) -> None:
        """An earlier day is from the paper book: the box is ticked for her, and saving again is enough."""
        if when is None or when >= self.written_at - LIVE_FOR:
            return
        again = self.data.copy()
        again[self.add_prefix("from_paper")] = "on"
        self.data = again
        self.add_error(
            "started_at",
            _(
                "Sudah lewat sehari. Kami tandai sebagai salinan dari buku; "
                "simpan lagi bila benar, atau perbaiki waktunya."
            ),
        )
