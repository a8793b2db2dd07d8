"""To say that a case is done, to ask for its closing, and to close it as the second person."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..closing import closes_alone, earliest
from ..codes import LEGAL_REASONS, CaseState, ClosingReason, Outcome
from ..disclosure import needs_limits
from ..models import Case


class ReasonSelect(forms.Select):
    """Reasons whose day has not come stand there with their date, and cannot be chosen."""

    waits_until: dict[str, str] = {}

    def create_option(self, name, value, label, *args, **kwargs):
        option = super().create_option(name, value, label, *args, **kwargs)
        if day := self.waits_until.get(str(value)):
            option["label"] = _("%(reason)s (mulai %(day)s)") % {"reason": label, "day": day}
            option["attrs"]["disabled"] = True
        return option


class ResolveForm(forms.Form):
    """What the work brought her, and the reason that the supervisor is asked to close it for."""

    outcomes = forms.MultipleChoiceField(
        label=gettext_lazy("Hasil untuk klien"),
        choices=Outcome.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Pilih semua yang sudah tercapai."),
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Usul alasan penutupan"), widget=ReasonSelect, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, case: Case, by, **kwargs):
        super().__init__(*args, **kwargs)
        offered = self.reasons(case)
        waits = {code: earliest(case, code) for code in offered}
        today = timezone.localdate()
        widget = self.fields["reason"].widget
        widget.waits_until = {
            code: date_format(day, "j F Y") for code, day in waits.items() if day and day > today
        }
        groups = [
            (_("Ada penyelesaian"), [one for one in offered if one not in LEGAL_REASONS]),
            (_("Menurut aturan, tanpa penyelesaian"), [o for o in offered if o in LEGAL_REASONS]),
        ]
        labels = dict(ClosingReason.choices)
        self.fields["reason"].choices = [("", _("Pilih alasan"))] + [
            (title, [(code, labels[code]) for code in codes]) for title, codes in groups if codes
        ]

    def reasons(self, case: Case) -> list[str]:
        return list(ClosingReason.values)


class AskClosingForm(ResolveForm):
    """An unsolved case: a legal reason, for the second person to look at."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Alasan menurut aturan")
        self.fields["reason"].required = True
        self.fields["outcomes"].required = False
        self.fields["outcomes"].help_text = _("Kosongkan bila belum ada hasil.")
        self.order_fields(["reason", "outcomes"])

    def reasons(self, case: Case) -> list[str]:
        return [code for code in ClosingReason.values if code in LEGAL_REASONS]


class CloseForm(ResolveForm):
    """The second person reads what was asked for, changes it where she must, and closes."""

    note = forms.CharField(
        label=gettext_lazy("Catatan penutupan"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Misalnya apa yang dibicarakan dengan klien saat penutupan."),
    )
    alone_because = forms.CharField(
        label=gettext_lazy("Mengapa tidak ada orang kedua?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Alasan ini masuk daftar yang dibaca pimpinan lembaga."),
    )

    def __init__(self, *args, case: Case, by, **kwargs):
        super().__init__(*args, case=case, by=by, **kwargs)
        self.initial = {"reason": case.closing_asked, "outcomes": case.outcomes, **self.initial}
        self.fields["reason"].label = _("Alasan penutupan")
        self.fields["reason"].required = True
        self.fields["outcomes"].required = case.state == CaseState.RESOLVED
        if needs_limits(case):
            del self.fields["note"]
        if not closes_alone(case, by):
            del self.fields["alone_because"]
        self.order_fields(["reason", "outcomes", "alone_because", "note"])

    def reasons(self, case: Case) -> list[str]:
        offered = super().reasons(case)
        if case.state == CaseState.RESOLVED:
            return offered
        return [code for code in offered if code in LEGAL_REASONS]
