from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.dashboard.periods import year_so_far

SHORTEST_REASON = 10
LONGEST = 5 * 366  # days
EARLIEST = 2000  # the year; nothing here is older


class OwnRecordsForm(forms.Form):
    """Which days, and why: the reason is kept with the export."""

    first = forms.DateField(
        label=_("Dari tanggal"), widget=forms.DateInput(attrs={"class": "width-date"})
    )
    last = forms.DateField(
        label=_("Sampai tanggal"), widget=forms.DateInput(attrs={"class": "width-date"})
    )
    reason = forms.CharField(
        label=_("Untuk apa?"),
        min_length=SHORTEST_REASON,
        max_length=200,
        help_text=_("Contoh: laporan semester kepada pengurus. Tersimpan bersama catatan ekspor."),
    )
    restricted = forms.BooleanField(
        label=_("Sertakan kasus terbatas (hanya kode dan status)"), required=False
    )

    def __init__(self, *args, may_restricted: bool, **kwargs):
        super().__init__(*args, **kwargs)
        usual = year_so_far(timezone.localdate())
        self.fields["first"].initial, self.fields["last"].initial = usual.start, usual.end
        if not may_restricted:
            del self.fields["restricted"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean(self):
        told = super().clean()
        first, last = told.get("first"), told.get("last")
        if first and first.year < EARLIEST:
            raise ValidationError({"first": _("Tanggal ini terlalu lama. Periksa tahunnya.")})
        if first and last and not 0 <= (last - first).days <= LONGEST:
            raise ValidationError(
                {"last": _("Hari terakhir harus sesudah hari pertama, paling lama lima tahun.")}
            )
        return told
