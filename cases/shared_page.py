"""How what is shared with a referral reads on a page: the same rows for its sender, its preview and its recipient."""

from datetime import date

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ltsa import phone
from ltsa.accounts.models import User
from ltsa.organisations.models import DisabilityAccess, Language
from services.codes import (
    ClientType,
    ContactWay,
    DisclosureGroup,
    Phase,
    PhoneOwner,
    PhoneSafe,
    Sex,
)

from .disclosure import for_recipient, may_pass_on, newest_of_each, shown_files, take_snapshot
from .models import Referral, ReferralFile, ReferralShare

BEHIND_A_LOGIN = {DisclosureGroup.ACCOUNT}
SAFE_TO_CALL = (PhoneSafe.YES, PhoneSafe.ASK)


def preview_of(referral: Referral, user, *, outside: bool) -> list[dict]:
    """[{when, parts, files}]: what the recipient would read before and after she accepts, if it were sent now.

    `outside`: to a house without accounts, which never reads her story nor a file: both stay behind a login.
    """
    known = may_pass_on(referral.case, user) & set(referral.disclose)
    known -= BEHIND_A_LOGIN if outside else set()
    snapshot = take_snapshot(referral, groups=known)
    moments = [("sent", _("Sebelum diterima")), ("accepted", _("Sesudah diterima"))]
    files = [] if outside else file_rows(shown_files(referral, user))
    return [
        {
            "when": when,
            "parts": shown_rows(for_recipient(snapshot, state), to_call=True),
            "files": files if state == "accepted" else [],
        }
        for state, when in moments
    ]


def withheld(referral: Referral, *, outside: bool) -> list[str]:
    """What stays here, for the page that shows what would be sent."""
    kept = [group for group in DisclosureGroup if group not in referral.disclose]
    kept += [one for one in BEHIND_A_LOGIN if outside and one in referral.disclose]
    return [str(DisclosureGroup(group).label) for group in kept]


def shown_rows(parts: dict, *, to_call: bool = False) -> list[dict]:
    """[{title, rows}] of a snapshot's groups, as components/summary_list.html wants them.

    The whole phone number is for whoever serves her (`to_call`), and only when she said that it is safe, or how.
    """
    safe = to_call and parts.get("contact", {}).get("phone_safe") in SAFE_TO_CALL
    labels = {
        "client_code": (_("Kode klien"), None),
        "age_band": (_("Kelompok umur"), None),
        "sex": (_("Jenis kelamin"), Sex),
        "language": (_("Bahasa"), Language),
        "access": (_("Kemudahan yang ia perlukan"), DisabilityAccess),
        "with_child": (_("Anaknya ikut"), bool),
        "escort": (_("Perlu didampingi ke sana"), bool),
        "full_name": (_("Nama"), None),
        "birth_date": (_("Tanggal lahir"), date),
        "village": (_("Desa"), None),
        "phone": (_("Telepon"), None),
        "phone_safe": (_("Aman dihubungi?"), PhoneSafe),
        "phone_owner": (_("HP milik"), PhoneOwner),
        "contact_way": (_("Cara menghubungi"), ContactWay),
        "contact_hours": (_("Jam yang aman"), None),
        "phase": (_("Tahap migrasi"), Phase),
        "client_type": (_("Jenis klien"), ClientType),
        "destination": (_("Negara tujuan"), None),
        "needs": (_("Kebutuhan"), None),
        "account": (_("Kronologi"), None),
    }
    titles = {"minimum": _("Selalu dikirim"), **dict(DisclosureGroup.choices)}
    return [
        {
            "title": titles[group],
            "rows": [
                {
                    "term": labels[name][0],
                    "value": phone.mask(value)
                    if name == "phone" and value and not safe
                    else _in_words(labels[name][1], value),
                }
                for name, value in fields.items()
            ],
        }
        for group, fields in parts.items()
    ]


def _in_words(codes, value: str) -> str:
    if codes is date:
        return date_format(date.fromisoformat(value)) if value else ""
    if codes is bool:
        return _("Ya")
    if codes is DisabilityAccess:
        return ", ".join(str(codes(one).label) for one in value.split(","))
    return str(codes(value).label) if codes and value else value


def file_rows(files: list[ReferralFile]) -> list[dict]:
    """[{title, text, url}] of files that travel; no word of what the sender noted beside them."""
    return [
        {
            "title": f"{item.file.number}. {item.file.get_kind_display()}",
            "text": f"{item.file.format} · {filesizeformat(item.file.size)}",
            "url": reverse("cases:referral_file", args=[item.pk]),
        }
        for item in files
    ]


def shares_page(referral: Referral, user) -> dict:
    """The context of all that was ever shared, and whose case it was when it was sent."""
    shares = ReferralShare.objects.visible_to(user).filter(referral=referral).select_related("by")
    files = ReferralFile.objects.visible_to(user).filter(referral=referral).select_related("file")
    team = User.objects.filter(pk__in=referral.team_at_sending or [])
    return {
        "referral": referral,
        "versions": version_rows(list(shares), list(files)),
        "then": [
            {
                "term": _("Petugas saat dikirim"),
                "value": _named(referral, [referral.owner_at_sending]),
            },
            {"term": _("Tim saat dikirim"), "value": _named(referral, team)},
        ],
    }


def _named(referral: Referral, people) -> str:
    """Of a restricted case by their codes alone."""
    return ", ".join(one.staff_code if referral.restricted else str(one) for one in people if one)


def version_rows(shares: list[ReferralShare], files: list[ReferralFile]) -> list[dict]:
    """[{row, parts, files, changed}] of each version that was shared, the newest first."""
    rows: list[dict] = []
    last: dict = {}
    for share in sorted(shares, key=lambda share: share.number):
        then = newest_of_each(item for item in files if item.at <= share.at)
        rows.append(
            {
                "row": share,
                "parts": shown_rows(share.snapshot),
                "files": file_rows(then),
                "changed": ", ".join(changes(last, share.snapshot)) if last else "",
            }
        )
        last = share.snapshot
    return rows[::-1]


def changes(before: dict, after: dict) -> list[str]:
    """The names of what reads otherwise now."""
    old = _flat(before)
    return [term for term, value in _flat(after).items() if old.get(term) != value]


def _flat(snapshot: dict) -> dict[str, str]:
    parts = shown_rows(snapshot, to_call=True)  # two numbers can look alike once they are masked
    return {str(row["term"]): str(row["value"]) for part in parts for row in part["rows"]}


def unshared(referral: Referral, user) -> list[str]:
    """What has changed since it was last shared: the recipient does not read it before it is shared again."""
    known = may_pass_on(referral.case, user) & set(referral.disclose)
    now = take_snapshot(referral, groups=known)
    return changes(referral.snapshot or {}, now) if known == set(referral.disclose) else []
