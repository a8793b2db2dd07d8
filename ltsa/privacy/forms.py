from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ltsa.accounts.models import User
from ltsa.areas.models import Area

from .sockets import CODES


class TrailForm(forms.Form):
    """Whose looks, at what, and on which day. Sent by POST, so that no name stands in an address."""

    username = forms.CharField(label=_("Nama pengguna petugas"), max_length=60, required=False)
    record = forms.CharField(
        label=_("Klien atau kasus"),
        max_length=60,
        required=False,
        help_text=_("Kode klien, nomor kasus, atau kode panjang dari jejak ini."),
    )
    day = forms.DateField(
        label=_("Hari"),
        help_text=_("Contoh: 27/10/2026."),
        required=False,
        widget=forms.DateInput(attrs={"inputmode": "numeric", "class": "width-date"}),
    )

    def __init__(self, *args, district: str | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.district = district

    def clean_username(self):
        name = self.cleaned_data["username"]
        self.cleaned_data["person"] = User.objects.filter(username=name).first() if name else None
        if name and self.cleaned_data["person"] is None:
            raise ValidationError(_("Tidak ada petugas dengan nama pengguna ini."))
        return name

    def clean_record(self):
        typed = self.cleaned_data["record"].strip()
        self.cleaned_data["subject"] = subject = self._subject(typed)
        if typed and subject is None:
            raise ValidationError(_("Tidak ada klien atau kasus dengan kode ini."))
        return typed

    def _subject(self, typed: str) -> UUID | None:
        try:
            return UUID(typed)
        except ValueError:
            asked = (find(typed.upper(), self.district) for find in CODES if typed)
            return next((pk for pk in asked if pk), None)


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Apa yang Anda temukan?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Jangan tulis nama klien."),
    )


class HomeForm(forms.Form):
    """Where a colleague lives. A code or a name, since it may lie in any district."""

    village = forms.CharField(
        label=_("Desa tempat tinggal Anda"),
        max_length=80,
        required=False,
        help_text=_("Nama atau kode desa. Kosongkan bila tidak ingin menyebutnya."),
    )

    def clean_village(self) -> Area | None:
        typed = self.cleaned_data["village"].strip()
        if not typed:
            return None
        villages = Area.objects.filter(level=Area.Level.VILLAGE)
        found = villages.filter(pk=typed).first() or villages.search(typed).first()
        if found is None:
            raise ValidationError(_("Desa ini tidak ditemukan."))
        return found
