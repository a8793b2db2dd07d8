"""A file of a case: chosen, or photographed on the spot; what is refused is on record."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.uploads import read_upload, too_large

from ..actions.files import FILE_LIMITS
from ..codes import FileKind
from ..refusals import on_record

ACCEPTED = ".jpg,.jpeg,.png,.pdf,.ogg,.mp3,.m4a,.wav"
LONGEST = 500


class CaseFileForm(forms.Form):
    """The fields stand before the file: they arrive even when the file is too large to be read."""

    kind = forms.ChoiceField(
        label=_("Jenis berkas"), choices=[("", _("Pilih jenis")), *FileKind.choices]
    )
    note = forms.CharField(
        label=_("Keterangan"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Misalnya: slip gaji Maret, halaman 2."),
    )
    file = forms.FileField(
        label=_("Berkas"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_(
            "Foto JPG atau PNG sampai 10 MB, PDF sampai 10 MB, suara OGG, MP3, M4A, WAV sampai 15 MB. Nama berkas tidak disimpan."
        ),
    )
    photo = forms.FileField(
        label=_("Atau potret sekarang"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )

    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.user = case, user
        weighed = {"data-most": FILE_LIMITS.largest, "data-large": too_large(FILE_LIMITS)}
        for name in ("file", "photo"):
            self.fields[name].conditional = True  # one of the two
            self.fields[name].widget.attrs |= weighed
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("kind", "note", "file", Div("photo", css_class="only-touch"))

    def clean_file(self):
        return self._read("file")

    def clean_photo(self):
        return self._read("photo")

    def _read(self, name: str):
        upload = self.cleaned_data[name]
        if not upload:
            return None
        with on_record(self.case, "file.add", by=self.user):
            return read_upload(upload, FILE_LIMITS)

    def clean(self):
        data = super().clean()
        chosen = [data.get(name) for name in ("file", "photo") if data.get(name)]
        if not chosen and not {"file", "photo"} & set(self.errors):
            self.add_error("file", _("Pilih berkasnya."))
        if len(chosen) > 1:
            self.add_error("photo", _("Pilih satu saja: berkas atau potret."))
        return data

    def verb_fields(self) -> dict:
        """What cases.actions.add_file takes."""
        data = self.cleaned_data
        upload = data.get("file") or data.get("photo")
        return {"upload": upload, "kind": data["kind"], "note": data["note"]}


class RemoveFileForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=LONGEST,
        help_text=_("Misalnya: salah kasus, atau foto tidak terbaca."),
    )
