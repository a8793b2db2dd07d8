"""What the sender writes down of a house without accounts that answered by phone or letter."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..codes import DeclineReason, HeardBy

SAID = {
    "accept": _("Menerima"),
    "decline": _("Menolak"),
    "return": _("Mengembalikan"),
    "report_service": _("Sudah melayani"),
}


class NoteAnswerForm(forms.Form):
    answer = forms.ChoiceField(label=_("Apa jawabannya?"), widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label=_("Alasan menolak"),
        choices=[("", _("Tidak menolak")), *DeclineReason.choices],
        required=False,
    )
    given_on = forms.DateField(
        label=_("Tanggal layanan"),
        required=False,
        help_text=_("Bila sudah melayani. Kosongkan bila hari ini."),
        widget=forms.DateInput(attrs={"class": "width-date"}),
    )
    how = forms.ChoiceField(
        label=_("Jawabannya datang lewat apa?"), choices=HeardBy.choices, widget=forms.RadioSelect
    )
    name = forms.CharField(
        label=_("Siapa yang menjawab"),
        max_length=120,
        help_text=_("Nama petugas lembaga itu, bukan nama klien."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Catatan"),
        max_length=500,
        required=False,
        help_text=_("Hanya status. Jangan tulis isi konseling."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, heard, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [(verb, SAID[verb]) for verb in heard]
        if "decline" not in heard:
            del self.fields["reason"]

    def clean(self):
        told = super().clean()
        if told.get("answer") == "decline" and "reason" in told and not told["reason"]:
            self.add_error("reason", _("Pilih alasan penolakan."))
        if told.get("answer") == "return" and not told.get("note"):
            self.add_error("note", _("Tulis alasan pengembalian."))
        return told

    def clean_given_on(self):
        day = self.cleaned_data["given_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("Tanggal layanan belum terjadi."))
        return day
