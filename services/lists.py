"""Rows formatted before the template: dates and addresses inside a loop are what makes a list slow."""

from django.urls import reverse
from django.utils.dateformat import format
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from .codes import AgeBand, ClientType, DisclosureGroup, Topic, VoidReason
from .disclosure import masked_name, said, said_name, shown_groups_of

_SLOT = "00000000-0000-0000-0000-000000000000"


def addresses(url_name: str):
    """A function from id to address that resolves the url once."""
    before, after = reverse(url_name, args=[_SLOT]).split(_SLOT)
    return lambda pk: f"{before}{pk}{after}"


def _named(migrants, user) -> set:
    """The ids of those whose name this reader may know."""
    shown = shown_groups_of(migrants, user)
    return {pk for pk, groups in shown.items() if DisclosureGroup.IDENTITY in groups}


def place_of(row) -> str:
    """Her village by its short name; as a referral told it, where that is how this house knows her."""
    return row.as_shared.get("village", "").split(",")[0] or row.village.short_name


def client_rows(migrants, user) -> list[dict]:
    """[{url, name, code, place, type, age, since}]; a name only where the reader may know it."""
    rows = list(migrants)
    named = _named(rows, user)
    url_of = addresses("services:migrant_detail")
    types = {code: str(label) for code, label in ClientType.choices}
    return [
        {
            "url": url_of(row.pk),
            "name": said_name(row) if row.pk in named else masked_name(row),
            "code": row.code,
            "place": place_of(row) if row.pk in named else "",
            "type": types.get(said(row, "client_type"), "") if row.pk in named else "",
            "age": row.age_group,
            "since": format(localtime(row.created_at), "j M Y"),
        }
        for row in rows
    ]


_AGES = dict(AgeBand.choices)


def found_rows(migrants) -> list[dict]:
    """[{value, name, hint}] of people whose name the reader may know, to be picked from."""
    return [
        {
            "value": str(row.pk),
            "name": str(row),
            "hint": f"{row.village.short_name} · {_AGES.get(row.age_group, '')} · {row.code}",
        }
        for row in migrants
    ]


def _moment(when) -> str:
    return f"{date_format(localtime(when), 'j M Y')}, {time_format(localtime(when))}"


def session_rows(sessions, user) -> list[dict]:
    """[{url, when, kind, channel, outcome, client, code}] for lists of sessions."""
    named = _named([row.migrant for row in sessions if row.migrant], user)
    url_of = addresses("services:session_detail")
    return [
        {
            "url": url_of(row.pk),
            "when": _moment(row.started_at),
            "kind": row.get_kind_display(),
            "channel": row.get_channel_display(),
            "outcome": pgettext("catatan", "Dibatalkan")
            if row.voided_at
            else row.get_outcome_display(),
            "client": _whom(row, named),
            "code": row.code,
            "group": row.mode == "group",
            "voided": row.voided_at is not None,
            "entry": row.get_entry_display() if row.entry != "live" else "",
        }
        for row in sessions
    ]


def _whom(session, named: set) -> str:
    if session.migrant is None:
        return _("Tanpa catatan") if session.unrecorded else session.title
    if session.migrant_id in named:
        return str(session.migrant)
    return masked_name(session.migrant)


_CONSENT_READ = {True: gettext_lazy("sudah"), False: gettext_lazy("belum")}


def _entry(session) -> str:
    """How an earlier day's conversation came here; nothing for what was logged as it was held."""
    if session.entry == "live":
        return ""
    number = (
        _("nomor %(number)s") % {"number": session.paper_number} if session.paper_number else ""
    )
    return ", ".join(filter(None, [session.get_entry_display(), number]))


def void_rows(session) -> list[dict]:
    """Who took a conversation out of the figures, when and why; [] while it counts."""
    if session.voided_at is None:
        return []
    code, _sep, note = session.void_reason.partition(": ")
    told = [
        (_("Alasan"), VoidReason(code).label if code in VoidReason.values else code),
        (_("Keterangan"), note),
        (_("Oleh"), session.voided_by),
        (_("Pada"), _moment(session.voided_at)),
    ]
    return [{"term": term, "value": value} for term, value in told if value]


def session_summary(session) -> list[dict]:
    """Rows for components/summary_list.html; of a psychosocial session there is no summary to show."""
    topics = [str(Topic(code).label) for code in session.topics]
    lasted = session.minutes or 0
    minutes = ngettext("%(n)s menit", "%(n)s menit", lasted) % {"n": lasted} if lasted else ""
    rows = [
        (_("Kegiatan"), session.title),
        (_("Cara"), session.get_channel_display()),
        (_("Topik"), "; ".join(topics)),
        (_("Lama"), minutes),
        (_("Identitas dipastikan dengan"), session.get_identity_check_display()),
        (_("Persetujuan dibacakan"), _CONSENT_READ.get(session.consent_read, "")),
        (_("Hasil"), session.get_outcome_display()),
        (_("Tindak lanjut"), date_format(session.follow_up_on) if session.follow_up_on else ""),
        (_("Ringkasan"), session.summary),
        (_("Petugas"), session.by),
        (_("Cara masuk"), _entry(session)),
        (_("Tempat"), session.service_point or session.organisation),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]
