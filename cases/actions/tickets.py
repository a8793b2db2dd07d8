"""Where else her complaint lies: the number there, and how far it is. No other system is called from here."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..codes import TicketSystem
from ..models import Case, ExternalTicket
from .complaint import check_day, client_of
from .working import working_on


@transaction.atomic
def add_ticket(case: Case, *, system: str, by, **told) -> ExternalTicket:
    """Keep the number of another system. `told`: number, opened_on, note, ended_on."""
    case = working_on(case, "ticket", by=by)
    if system not in TicketSystem.values:
        raise ValidationError({"system": _("Pilih sistemnya.")})
    ticket = ExternalTicket.objects.create(case=case, system=system, added_by=by, **_whole(**told))
    _tell("ticket.add", ticket, by=by)
    record("create", ticket, by=by)
    return ticket


@transaction.atomic
def edit_ticket(ticket: ExternalTicket, *, version: int, by, **told) -> ExternalTicket:
    """How far it is there, or that it ended there; earlier words stay in the history. Raises Stale."""
    working_on(ticket.case, "ticket", by=by)
    told = _whole(**told)
    ticket = update_row(ticket, version=version, **told)
    _tell("ticket.edit", ticket, by=by)
    record("change", ticket, fields=sorted(told), by=by)
    return ticket


def _whole(*, number: str, opened_on: date, note: str = "", ended_on: date | None = None) -> dict:
    if not number.strip():
        raise ValidationError({"number": _("Tulis nomornya.")})
    check_day("opened_on", opened_on)
    check_day("ended_on", ended_on)
    if ended_on is not None and ended_on < opened_on:
        told = _("Tanggal selesai tidak boleh sebelum tanggal dibuat.")
        raise ValidationError({"ended_on": ValidationError(told, "dates")})
    return {
        "number": number.strip(),
        "opened_on": opened_on,
        "note": note.strip(),
        "ended_on": ended_on,
    }


def _tell(verb: str, ticket: ExternalTicket, *, by) -> None:
    detail = {"part": str(ticket.pk), "system": ticket.system}
    write_event(verb, ticket.case, client=client_of(ticket.case), detail=detail, by=by)
