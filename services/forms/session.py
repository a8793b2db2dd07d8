"""Logging a conversation or a meeting: defaults from the desk and the clock, as few questions as can be."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..codes import Channel, Outcome, SessionKind, Topic
from ..models import CounsellingSession


class SessionForm(forms.ModelForm):
    topics = forms.MultipleChoiceField(
        label=_("Topik"), choices=Topic.choices, widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = CounsellingSession
        fields = [
            "channel",
            "kind",
            "started_at",
            "topics",
            "outcome",
            "follow_up_on",
            "minutes",
            "summary",
        ]
        widgets = {
            "channel": forms.RadioSelect,
            "kind": forms.RadioSelect,
            "outcome": forms.RadioSelect,
            "started_at": forms.DateTimeInput(
                format="%d/%m/%Y %H.%M", attrs={"class": "width-half"}
            ),
            "follow_up_on": forms.DateInput(attrs={"class": "width-date"}),
            "minutes": forms.NumberInput(attrs={"class": "width-short"}),
            "summary": forms.Textarea(attrs={"rows": 4, "maxlength": 500}),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        for name, choices in [
            ("channel", Channel.choices),
            ("kind", SessionKind.choices),
            ("outcome", Outcome.choices),
        ]:
            self.fields[name].choices = choices
        self.initial.setdefault("channel", "face_to_face")
        self.initial.setdefault("started_at", timezone.localtime().replace(second=0, microsecond=0))
        self.fields["started_at"].help_text = _("Contoh: 17/08/2026 14.30")
        self.fields["summary"].help_text = _(
            "Paling banyak 500 huruf. Untuk konseling psikososial tidak ada catatan cerita."
        )
        self.fields["follow_up_on"].help_text = _("Isi bila hasilnya perlu tindak lanjut.")

    @property
    def helper(self) -> FormHelper:
        """Built when the page is rendered: a draft or an error may have opened a block by then."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = self.layout()
        return helper

    def layout(self) -> Layout:
        return Layout(
            Fieldset(_("Pertemuan"), "started_at", "channel", "kind"),
            Fieldset(_("Isi"), "topics", "summary", "minutes"),
            Fieldset(_("Hasil"), "outcome", "follow_up_on"),
        )

    def clean_started_at(self):
        when = self.cleaned_data["started_at"]
        if when > timezone.now() + timedelta(minutes=5):
            raise ValidationError(_("Waktu ini belum terjadi. Periksa tanggal dan jamnya."))
        return when

    def clean_minutes(self):
        minutes = self.cleaned_data["minutes"]
        if minutes is not None and not 1 <= minutes <= 720:
            raise ValidationError(_("Lama pertemuan antara 1 dan 720 menit."))
        return minutes

    def clean_summary(self):
        summary = self.cleaned_data["summary"]
        if len(summary) > 500:
            raise ValidationError(_("Ringkasan paling banyak 500 huruf."))
        return summary

    def clean(self):
        data = super().clean()
        due = data.get("follow_up_on")
        if data.get("outcome") == "follow_up" and not due and "follow_up_on" not in self.errors:
            self.add_error("follow_up_on", _("Isi tanggal tindak lanjut."))
        if due and due < timezone.localdate() and due != self.instance.follow_up_on:
            self.add_error("follow_up_on", _("Tanggal tindak lanjut sudah lewat."))
        return data

    def _post_clean(self):
        """No instance is built here: services.actions.log_session does."""
