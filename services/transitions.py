"""What is possible now: a table of verbs for each thing that has a status. Nothing else compares one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ltsa.timeline.actions import write_event
from ltsa.versions import Stale, update_row

from .codes import AppointmentState as A
from .codes import ImportState as B
from .codes import MembershipState as M
from .codes import VisitState as V


class NotPossible(Exception):
    """The verb does not start from the present state."""

    def __init__(self, row, verb: str):
        super().__init__(f"{verb} is not possible in state {row.state}")
        self.row, self.verb = row, verb


@dataclass(frozen=True)
class Transition:
    verb: str
    sources: tuple[str, ...]
    target: str
    label: object


VISITS = [
    Transition("call", (V.WAITING, V.LEFT), V.SERVING, _("Panggil")),
    Transition("finish", (V.SERVING,), V.DONE, pgettext_lazy("langkah", "Selesai")),
    Transition("leave", (V.WAITING, V.SERVING), V.LEFT, _("Pergi sebelum dilayani")),
]

UNDER_WAY = {V.WAITING, V.SERVING}  # of the visits of a day: somebody still waits for something

APPOINTMENTS = [
    Transition("log", (A.PLANNED, A.MISSED, A.KEPT), A.KEPT, _("Catat konseling")),
    Transition("move", (A.PLANNED,), A.PLANNED, _("Ubah janji")),
    Transition("keep", (A.PLANNED, A.MISSED), A.KEPT, _("Tandai terlaksana")),
    Transition("miss", (A.PLANNED,), A.MISSED, _("Tidak datang")),
    Transition("cancel", (A.PLANNED,), A.CANCELLED, _("Batalkan janji")),
]

# Joining is a choice at every step: she may say no, and leave, from wherever she stands (domain 3.6).
MEMBERSHIPS = [
    Transition("interest", (M.OFFERED,), M.INTERESTED, _("Berminat")),
    Transition("register", (M.OFFERED, M.INTERESTED), M.REGISTERED, _("Daftarkan")),
    Transition("join", (M.REGISTERED,), M.MEMBER, _("Tandai sebagai anggota")),
    Transition("decline", (M.OFFERED, M.INTERESTED), M.DECLINED, _("Tidak berminat")),
    Transition("leave", (M.REGISTERED, M.MEMBER), M.LEFT, pgettext_lazy("serikat", "Keluar")),
]

# A book: its columns are named, a worker checks it (`checked`), saves it (`saved`), perhaps undoes it (`undone`).
BOOKS = [
    Transition("map", (B.WAITING, B.CHECKED, B.FAILED), B.CHECKING, _("Periksa buku")),
    Transition("checked", (B.CHECKING,), B.CHECKED, _("Selesai diperiksa")),
    Transition("choose", (B.CHECKED,), B.CHECKED, _("Putuskan yang mungkin sama")),
    Transition("save", (B.CHECKED,), B.SAVING, _("Simpan ke daftar klien")),
    Transition("saved", (B.SAVING,), B.SAVED, _("Tersimpan")),
    Transition("undo", (B.SAVED, B.FAILED), B.UNDOING, _("Batalkan impor")),
    Transition("undone", (B.UNDOING,), B.UNDONE, _("Dibatalkan")),
    Transition("fail", (B.CHECKING, B.SAVING, B.UNDOING), B.FAILED, _("Gagal")),
    Transition("discard", (B.WAITING, B.CHECKED, B.FAILED), B.WAITING, _("Buang buku")),
]
# What a worker does in a state, and the verb when no line is left.
BOOK_WORK = {B.CHECKING: "checked", B.SAVING: "saved", B.UNDOING: "undone"}


def possible(row, table: Sequence[Transition]) -> list[Transition]:
    """The verbs that this row's state allows, in the table's order."""
    return [line for line in table if row.state in line.sources]


def check(row, table: Sequence[Transition], verb: str) -> Transition:
    """The table's line for this verb. Raises KeyError for no such verb, NotPossible."""
    line = next((line for line in table if line.verb == verb), None)
    if line is None:
        raise KeyError(verb)
    if row.state not in line.sources:
        raise NotPossible(row, verb)
    return line


@transaction.atomic
def move(
    row,
    table: Sequence[Transition],
    verb: str,
    *,
    noun: str,
    client=None,
    version: int | None = None,
    by,
    **changes,
):
    """Do a verb: lock the row, look it up in the table, write `changes` with the new state, and "<noun>.<verb>".

    Two at once: one wins, the other gets NotPossible, or Stale when `version` is given. Returns the row.
    """
    locked = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    line = check(locked, table, verb)
    if version is not None and version != locked.version:
        raise Stale(locked)
    before = locked.state
    locked = update_row(locked, version=locked.version, state=line.target, **changes)
    detail = {"from": before, "to": locked.state}
    write_event(f"{noun}.{verb}", locked, client=client, detail=detail, by=by)
    return locked
