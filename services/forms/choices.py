"""The words beside the client's fields: choices without an empty chip, hints, and how long an answer may be."""

from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.utils.translation import gettext_lazy as _

from .. import codes

CHIPS = {
    "sex": codes.Sex,
    "client_type": codes.ClientType,
    "phase": codes.Phase,
    "consent": codes.RecordConsent,
    "phone_safe": codes.PhoneSafe,
    "phone_owner": codes.PhoneOwner,
    "contact_way": codes.ContactWay,
    "education": codes.Education,
    "marital_status": codes.MaritalStatus,
}
LONGEST = {"nik": 40, "family_card": 40, "phone": 40, "passport": 20, "code_word": 40}
MOST_CHILDREN = 30
HINTS = {
    "birth_date": _("Contoh: 17/08/1999. Tidak tahu? Pilih kelompok umur."),
    "nik": _("Boleh kosong. Layanan tidak bergantung pada NIK."),
    "anonymous": _(
        "Nama, NIK, KK, dan paspor tidak disimpan. Umur, desa, dan layanannya tetap dicatat. "
        "Lain kali ia ditemukan hanya dengan kode klien."
    ),
    "passport_name": _("Isi bila lain dari nama lengkap."),
    "phone_owner": _("Jangan sebut keperluannya kepada orang lain yang mengangkat."),
    "contact_hours": _("Contoh: hari kerja, jam 9 sampai 11."),
    "code_word": _("Disebut petugas saat menghubungi, supaya klien tahu ini aman."),
    "languages": _("Contoh: Jawa, Sunda."),
}


def offer_choices(form) -> None:
    for name, codelist in CHIPS.items():
        form.fields[name].choices = codelist.choices
    form.fields["age_band"].required = False
    form.fields["age_band"].choices = [("", _("Pilih")), *codes.AgeBand.choices]
    form.fields["heard_from"].choices = [("", _("Tidak ditanya")), *codes.HeardFrom.choices]
    form.fields["anonymous"].label = _("Klien tidak mau menyebut nama")
    for name, most in LONGEST.items():
        form.fields[name].validators.append(MaxLengthValidator(most))
    form.fields["children"].validators.append(MaxValueValidator(MOST_CHILDREN))
    for name, words in HINTS.items():
        form.fields[name].help_text = words
