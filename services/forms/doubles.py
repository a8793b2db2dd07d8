"""Looking for somebody who may be registered already, here or in another house."""

import re

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .places import VillageField

NUMBERS = ("nik", "passport", "phone")
SHORTEST = 6  # signs of a number that is whole


class SoFar(forms.Form):
    """What was typed of a client up to now, by the names of the intake's fields; what cannot be read is left out."""

    full_name = forms.CharField(required=False, max_length=120)
    birth_date = forms.DateField(required=False)
    village = forms.CharField(required=False, max_length=13)
    nik = forms.CharField(required=False, max_length=40)
    family_card = forms.CharField(required=False, max_length=40)
    passport = forms.CharField(required=False, max_length=20)
    phone = forms.CharField(required=False, max_length=40)
    except_for = forms.UUIDField(required=False)  # the client whose data are being changed

    def told(self) -> dict:
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


class ElsewhereForm(forms.Form):
    """A whole number, or name with birth date and village. The intake and the search box send theirs here."""

    number = forms.CharField(
        label=_("NIK, nomor paspor, atau telepon"), required=False, max_length=40
    )
    full_name = forms.CharField(label=_("Nama lengkap"), required=False, max_length=120)
    birth_date = forms.DateField(
        label=_("Tanggal lahir"),
        required=False,
        help_text=_("Contoh: 17/08/1999"),
        widget=forms.DateInput(attrs={"class": "width-date", "inputmode": "numeric"}),
    )
    village = VillageField(label=_("Desa"), required=False)

    def __init__(self, data=None, *args, user, **kwargs):
        super().__init__(_from_elsewhere(data), *args, **kwargs)
        self.fields["village"].offer(user.posting.district_id)
        self.numbers = {name: (data or {}).get(name, "")[:40] for name in NUMBERS}
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(_("Dengan nomor"), "number"),
            Fieldset(_("Atau dengan nama"), "full_name", "birth_date", "village"),
        )

    def clean_number(self):
        number = self.cleaned_data["number"].strip()
        if number and len(re.sub(r"\W", "", number)) < SHORTEST:
            raise ValidationError(_("Tulis nomor lengkap, bukan sebagian."))
        return number

    def clean(self):
        data = super().clean()
        named = all(data.get(name) for name in ("full_name", "birth_date", "village"))
        if not self.errors and not named and not data.get("number") and not any(self._typed()):
            raise ValidationError(
                _("Isi satu nomor lengkap, atau nama bersama tanggal lahir dan desa.")
            )
        return data

    def _typed(self) -> list[str]:
        return [number for number in self.numbers.values() if number and "*" not in number]

    def asked(self) -> dict:
        """The fields of a client to look for; of a name only with birth date and village."""
        data = dict(self.cleaned_data)
        number = data.pop("number")
        if not all(data.values()):
            data = {}
        data |= {name: text for name, text in self.numbers.items() if text and "*" not in text}
        if number:
            data[_kind(number)] = number
        return data


def _from_elsewhere(data):
    """The search box sends one field `q`: a number when it has digits, else a name."""
    if data is None or "q" not in data:
        return data
    data, q = data.copy(), data["q"][:120]
    data["number" if re.search(r"\d", q) else "full_name"] = q
    return data


def _kind(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    if re.search(r"[A-Za-z]", number):
        return "passport"
    return "nik" if len(digits) > 14 else "phone"
