from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .periods import ALL_SINCE, Period, Preset, period_of, usual_preset
from .scope import districts_with_offices, reads_closed_months_only

LATEST = ALL_SINCE.replace(year=2100)
DAY = [MinValueValidator(ALL_SINCE), MaxValueValidator(LATEST)]


class DistrictForm(forms.Form):
    """For a viewer: which district; others have one, and no field."""

    district = forms.ChoiceField(label=gettext_lazy("Kabupaten"), required=False)

    def __init__(self, data=None, *, user):
        super().__init__(data, auto_id="saring_%s")
        self.closed_only = reads_closed_months_only(user)
        if self.closed_only:
            names = [(area.pk, str(area)) for area in districts_with_offices()]
            self.fields["district"].choices = [("", _("Semua kabupaten")), *names]
        else:
            del self.fields["district"]

    @property
    def chosen_district(self) -> str:
        return self.cleaned_data.get("district", "") if self.is_bound and self.is_valid() else ""

    @property
    def question(self) -> str:
        """The query string that keeps the choice: "" or "?district=32.09"."""
        return f"?{urlencode({'district': chosen})}" if (chosen := self.chosen_district) else ""


class PeriodForm(DistrictForm):
    """Which days, and for a viewer which district. `from` and `to` are the words of the API's contract."""

    period = forms.ChoiceField(label=gettext_lazy("Periode"), choices=Preset, required=False)

    def __init__(self, data=None, *, user):
        super().__init__(data, user=user)
        self.today = timezone.localdate()
        for name, label in (("from", gettext_lazy("Dari")), ("to", gettext_lazy("Sampai"))):
            self.fields[name] = forms.DateField(
                label=label,
                required=False,
                validators=DAY,
                widget=forms.DateInput(attrs={"class": "width-date"}),
            )
        self.fields["from"].help_text = gettext_lazy("Untuk tanggal sendiri, seperti 1/10/2026.")
        usual = Preset.LAST_MONTH if self.closed_only else usual_preset(self.today)
        self.fields["period"].initial = usual

    @property
    def stands_back(self) -> bool:
        """Whether the month before is shown because the running one has just begun."""
        last = self.fields["period"].initial == Preset.LAST_MONTH
        return last and not self.is_bound and not self.closed_only

    def default_period(self) -> Period:
        return period_of(self.fields["period"].initial, self.today)

    def clean(self):
        told = super().clean()
        start, end = told.get("from"), told.get("to")
        preset = told.get("period") or (Preset.CUSTOM if start or end else "")
        if self.errors:
            return told
        if preset == Preset.CUSTOM:
            told["chosen"] = self._own_days(start, end)
        elif preset:
            told["chosen"] = period_of(preset, self.today)
        else:
            told["chosen"] = self.default_period()
        if self.closed_only and told["chosen"] is not None:
            told["chosen"] = told["chosen"].closed(self.today)
            if told["chosen"] is None:
                self.add_error("period", _("Angka terbit setelah bulannya berakhir."))
        return told

    def _own_days(self, start, end) -> Period | None:
        if not start and not end:
            self.add_error("from", _("Isi tanggal awal."))
        elif start and start > self.today:
            self.add_error("from", _("Tanggal awal belum tiba."))
        elif start and end and end < start:
            self.add_error("to", _("Tanggal akhir sebelum tanggal awal."))
        else:
            return Period(start or ALL_SINCE, min(end or self.today, self.today))
        return None

    @property
    def chosen(self) -> Period:
        """The period asked for; the usual one when the question has an error."""
        chosen = self.cleaned_data.get("chosen") if self.is_bound and self.is_valid() else None
        return chosen or self.default_period()
