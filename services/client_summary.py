"""Who she is to one reader, in calm groups: herself, her papers, how she may be reached, what lies behind."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ltsa.access import Permission

from .codes import PhoneSafe
from .disclosure import ShownClient
from .numbers import LABELS


def client_rows(client: ShownClient) -> list[dict]:
    """Who she is: what every reader is shown, "belum diisi" where nobody asked."""
    migrant = client.migrant
    age = client.age_group
    if client.birth_date:
        age = _("%(band)s tahun, lahir %(day)s") % {
            "band": age,
            "day": date_format(client.birth_date, "j F Y"),
        }
    always = [
        (_("Kode klien"), migrant.code),
        (_("Jenis kelamin"), migrant.get_sex_display()),
        (_("Umur"), age),
        (_("Desa"), client.village),
        (_("Jenis klien"), client.client_type),
        (_("Tahap migrasi"), client.phase),
        (_("Negara tujuan"), client.destination),
    ]
    told = [(_("Nama panggilan"), client.nickname), (_("Nama di paspor"), client.passport_name)]
    return [*_rows(always[:1]), *_told(told), *_rows(always[1:])]


def paper_rows(client: ShownClient, user) -> list[dict]:
    """Numbers, masked, each with its way to be revealed."""
    return [
        _number(client, name, user)
        for name in ("nik", "family_card", "passport")
        if getattr(client, name)
    ]


def background_rows(client: ShownClient) -> list[dict]:
    """What is told at home alone, and only what was asked."""
    rows = [
        (_("Pendidikan"), client.education),
        (_("Status kawin"), client.marital_status),
        (_("Jumlah anak"), "" if client.children is None else str(client.children)),
        (_("Bahasa sehari-hari"), client.languages),
        (_("Tahu layanan ini dari"), client.heard_from),
    ]
    if client.disability is not None:
        rows.append((_("Penyandang disabilitas"), _("Ya") if client.disability else _("Tidak")))
    return _told(rows + client.abilities)


# What the safe-contact answer says on top of the page: tone, title, text.
STANCES = {
    PhoneSafe.NO: (
        "burning",
        gettext_lazy("JANGAN DIHUBUNGI"),
        gettext_lazy("Ia bilang tidak aman. Tunggu ia datang, atau tanyakan lagi saat bertemu."),
    ),
    PhoneSafe.ASK: (
        "waiting",
        gettext_lazy("Hubungi hanya pada waktu yang ia sebut"),
        gettext_lazy("Di luar waktu itu jangan menelepon dan jangan mengirim pesan."),
    ),
    PhoneSafe.YES: (
        "good",
        gettext_lazy("Aman dihubungi"),
        gettext_lazy("Pakai kata umum saja. Jangan sebut keperluannya kepada orang lain."),
    ),
    "": (
        "info",
        gettext_lazy("Belum ditanya: aman dihubungi?"),
        gettext_lazy("Jangan menghubungi dulu. Tanyakan saat bertemu."),
    ),
}


def contact(client: ShownClient, user) -> dict | None:
    """{tone, title, text, rows} of the safe-contact block; None for whom she did not allow it."""
    if "contact" not in client.groups:
        return None
    tone, title, text = STANCES[client.migrant.phone_safe]
    asked = client.contact_asked_on
    rows = [
        (_("HP milik"), client.phone_owner),
        (_("Cara menghubungi"), client.contact_way),
        (_("Jam yang aman"), client.contact_hours),
        (_("Terakhir ditanya"), date_format(asked, "j F Y") if asked else ""),
    ]
    numbers = [
        _number(client, name, user) for name in ("phone", "code_word") if getattr(client, name)
    ]
    return {"tone": tone, "title": title, "text": text, "rows": numbers + _told(rows)}


def _number(client: ShownClient, name: str, user) -> dict:
    row = {"term": LABELS[name], "value": getattr(client, name)}
    if user.can(Permission.CLIENT_REVEAL):
        row["url"] = reverse("services:migrant_reveal", args=[client.migrant.pk, name])
        row["link_label"] = _("tampilkan")
    return row


def _rows(pairs) -> list[dict]:
    return [{"term": term, "value": value} for term, value in pairs]


def _told(pairs) -> list[dict]:
    return _rows((term, value) for term, value in pairs if value)


def readers(client: ShownClient) -> str:
    """Who may open this page, in words."""
    who = [_("petugas %(house)s") % {"house": client.migrant.registered_by}]
    if client.migrant.registered_by.runs_desks:
        who += [_("loket LTSA di kabupaten ini"), _("admin kabupaten (tanpa nama)")]
    return ", ".join([*who, _("lembaga yang klien izinkan")]) + "."
