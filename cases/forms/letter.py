"""What a letter of a case still needs to know; the rest is in the case."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_POWER = 366  # days
LINES = 4


class _LetterForm(forms.Form):
    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        # Of a restricted case names are written in by hand: they are not asked for.
        for name in self.personal if case.restricted else ():
            del self.fields[name]

    personal: tuple[str, ...] = ()


class PowerOfAttorneyForm(_LetterForm):
    personal = ("holder", "about")
    holder = forms.CharField(label=_("Penerima kuasa"), max_length=120)
    about = forms.CharField(
        label=_("Untuk urusan apa?"),
        max_length=300,
        help_text=_("Contoh: mengurus gaji yang belum dibayar dan paspor yang ditahan."),
    )
    until = forms.DateField(
        label=_("Berlaku sampai"), widget=forms.DateInput(attrs={"class": "width-date"})
    )

    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, case=case, user=user, **kwargs)
        self.fields["until"].initial = timezone.localdate() + timedelta(days=90)
        if "holder" in self.fields:
            self.fields["holder"].initial = str(user)

    def clean_until(self):
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today <= until <= today + timedelta(days=LONGEST_POWER):
            raise ValidationError(_("Pilih hari ini atau sesudahnya, paling lama satu tahun."))
        return until

    def told(self) -> dict:
        return {"holder": "", "about": ""} | self.cleaned_data


class ReceiptForm(_LetterForm):
    """Up to four things on one paper; the first line is needed."""

    personal = ("giver", "taker", "purpose")
    giver = forms.CharField(label=_("Yang menyerahkan"), max_length=120)
    taker = forms.CharField(label=_("Yang menerima"), max_length=120)
    purpose = forms.CharField(label=_("Keperluan"), max_length=200)
    place = forms.CharField(label=_("Tempat"), max_length=120)

    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, case=case, user=user, **kwargs)
        self.fields["place"].initial = str(user.posting.service_point or user.posting.organisation)
        if "taker" in self.fields:
            self.fields["taker"].initial = str(user)
        for number in range(1, LINES + 1):
            self.fields[f"what_{number}"] = forms.CharField(
                label=_("Barang atau uang %(n)s") % {"n": number},
                max_length=200,
                required=number == 1,
                help_text=_("Contoh: paspor asli, 1 lembar.") if number == 1 else "",
            )

    def told(self) -> dict:
        told = {
            name: self.cleaned_data.get(name, "") for name in ("giver", "taker", "purpose", "place")
        }
        given = [self.cleaned_data[f"what_{n}"] for n in range(1, LINES + 1)]
        lines = [{"uraian": text, "jumlah": "-", "keterangan": "-"} for text in given if text]
        return told | {"what": lines}


class VoidLetterForm(forms.Form):
    reason = forms.CharField(label=_("Mengapa dibatalkan?"), max_length=200, min_length=5)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
