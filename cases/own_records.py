"""A house takes its own records along as an Excel book: what it wrote itself, without stories (domain 4 rule 9).

Clients it registered, its sessions, cases and referrals, as far as the reader sees them. No NIK, passport or phone, no
word that somebody typed about somebody. Of restricted cases codes and states alone, and only when they are asked for.
"""

from collections.abc import Iterator

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ltsa.sheets.write import book_of
from services.models import CounsellingSession, Migrant

from .codes import Outcome
from .disclosure import service_labels
from .models import Case, Recovery, Referral

MOST = 50_000  # rows of a sheet
DAY = "%d/%m/%Y"


def own_book(user, *, first, last, restricted: bool = False) -> bytes:
    """An .xlsx of five sheets: what it is, clients, sessions, cases, referrals of these days (first and last included)."""
    return book_of(
        [
            (_("Keterangan"), [_("Isi"), ""], _about(user, first, last, restricted)),
            (_("Klien"), _client_heads(), _clients(user, first, last)),
            (_("Konseling"), _session_heads(), _sessions(user, first, last)),
            (_("Kasus"), _case_heads(), _cases(user, first, last, restricted)),
            (_("Rujukan"), _referral_heads(), _referrals(user, first, last)),
        ]
    )


def _about(user, first, last, restricted: bool) -> list[list]:
    told = _("ya, hanya kode dan status") if restricted else _("tidak")
    return [
        [_("Lembaga"), str(user.posting.organisation)],
        [_("Hari"), f"{first.strftime(DAY)} - {last.strftime(DAY)}"],
        [_("Kasus terbatas"), told],
        [_("Tidak termasuk"), _("NIK, paspor, telepon, kronologi, catatan, konseling psikososial")],
        [_("Data per"), localtime(timezone.now()).strftime(f"{DAY} %H.%M")],
        [_("Diambil oleh petugas"), user.staff_code],
    ]


def _house(user):
    return user.posting.organisation_id


def _client_heads() -> list[str]:
    return [_("Kode"), _("Nama"), _("Jenis kelamin"), _("Kelompok umur"), _("Desa"), _("Jenis klien"), _("Tahap"), _("Terdaftar")]  # fmt: skip


def _clients(user, first, last) -> Iterator[list]:
    """Her name is left out where a restricted case is all that this house has of her."""
    seen = Migrant.objects.visible_to(user).current().filter(registered_by=_house(user))
    seen = seen.filter(created_at__date__range=(first, last)).with_place().order_by("created_at")
    for row in seen[:MOST].iterator(chunk_size=2000):
        yield [
            row.code,
            "" if row.shielded else str(row),
            row.get_sex_display(),
            row.age_group,
            row.village.full_name,
            row.get_client_type_display(),
            row.get_phase_display(),
            _day(row.created_at),
        ]


def _session_heads() -> list[str]:
    return [_("Tanggal"), _("Jenis"), _("Cara"), _("Hasil"), _("Menit"), _("Klien"), _("Petugas")]


def _sessions(user, first, last) -> Iterator[list]:
    seen = CounsellingSession.objects.visible_to(user).counted().exclude(kind="psychosocial")
    seen = seen.filter(organisation=_house(user), started_at__date__range=(first, last))
    for row in seen.select_related("migrant", "by").order_by("started_at")[:MOST]:
        yield [
            _day(row.started_at),
            row.get_kind_display(),
            row.get_channel_display(),
            row.get_outcome_display(),
            row.minutes,
            row.migrant.code if row.migrant else "",
            row.by.staff_code,
        ]


def _case_heads() -> list[str]:
    return [_("Nomor"), _("Klien"), _("Jenis"), _("Prioritas"), _("Status"), _("Dibuka"), _("Ditutup"), _("Alasan"), _("Hasil"), _("Uang diperoleh (Rp)")]  # fmt: skip


def _cases(user, first, last, restricted: bool) -> Iterator[list]:
    seen = Case.objects.visible_to(user).filter(organisation=_house(user))
    seen = seen.filter(opened_at__date__range=(first, last))
    if not restricted:
        seen = seen.ordinary()
    rows = list(seen.select_related("migrant", "primary_type").order_by("opened_at")[:MOST])
    money = dict(
        Recovery.objects.filter(Q(case__in=[row.pk for row in rows]), voided_at=None)
        .values_list("case")
        .annotate(sum=Sum("rupiah"))
    )
    for row in rows:
        hidden = row.restricted
        yield [
            row.code,
            "" if hidden else row.migrant.code,
            "" if hidden else str(row.primary_type),
            "" if hidden else row.get_priority_display(),
            row.get_state_display(),
            _day(row.opened_at),
            _day(row.closed_at),
            "" if hidden or not row.closing_reason else row.get_closing_reason_display(),
            "" if hidden else ", ".join(str(Outcome(code).label) for code in row.outcomes),
            None if hidden else money.get(row.pk),
        ]


def _referral_heads() -> list[str]:
    return [_("Nomor"), _("Kasus"), _("Dari"), _("Kepada"), _("Layanan"), _("Status"), _("Dikirim"), _("Dijawab")]  # fmt: skip


def _referrals(user, first, last) -> Iterator[list]:
    """Of restricted cases none: whom she was sent to would tell what happened to her."""
    seen = Referral.objects.visible_to(user).filter(restricted=False, case__restricted=False)
    seen = seen.filter(
        Q(sender=_house(user)) | Q(to=_house(user)), sent_at__date__range=(first, last)
    )
    for row in seen.select_related("case", "sender", "to").order_by("sent_at")[:MOST]:
        own = row.sender_id == _house(user)
        yield [
            row.code,
            row.case.code if own else "",
            str(row.sender),
            str(row.to),
            ", ".join(service_labels(row)),
            row.get_state_display(),
            _day(row.sent_at),
            _day(row.answered_at),
        ]


def _day(moment) -> str:
    return localtime(moment).strftime(DAY) if moment else ""
