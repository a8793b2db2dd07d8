"""Who on a book's lines may be known already: one question a batch to the clients, one to the book's earlier lines."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from ..models import BookImport, BookRow, CounsellingSession, Migrant


@dataclass(frozen=True)
class Double:
    """`client` is somebody registered, `line` the id of an earlier line of this book; one of the two."""

    found_by: str
    client: UUID | None = None
    line: int | None = None


@dataclass(frozen=True)
class Known:
    pk: UUID
    nik_hash: str


class Doubles:
    """`rows`: the batch, in order; `people`: {row id: the client's fields with her hashes} of those without errors."""

    def __init__(self, book: BookImport, rows: list[BookRow], people: dict[int, dict]):
        self.book, self.rows, self.people = book, rows, people
        self.niks = {one["nik_hash"] for one in people.values()} - {""}
        self.names = {one["search_name"] for one in people.values()} - {""}
        self._ask_clients()
        self._ask_lines()

    def _ask_clients(self) -> None:
        seen = Migrant.objects.identified_for(self.book.by)
        told = ("pk", "merged_into_id", "nik_hash", "search_name", "village_id")
        by_nik = seen.filter(nik_hash__in=self.niks).values_list(*told)
        villages = {one["village"].pk for one in self.people.values()}
        by_name = seen.filter(search_name__in=self.names, village__in=villages).values_list(*told)
        self.by_nik: dict[str, Known] = {}
        self.by_name: dict[tuple[str, str], Known] = {}
        for pk, merged, nik_hash, name, village in [*by_nik, *by_name]:
            known = Known(merged or pk, nik_hash)
            self.by_nik.setdefault(nik_hash, known)
            self.by_name.setdefault((name, village), known)
        clients = {one.pk for one in [*self.by_nik.values(), *self.by_name.values()]}
        here = CounsellingSession.objects.filter(organisation=self.book.organisation_id)
        talks = here.filter(migrant__in=clients, entry="import", voided_at=None)
        self.talks = set(talks.values_list("migrant_id", "started_at", "kind"))

    def _ask_lines(self) -> None:
        """Lines above this batch; those with mistakes will not be saved and count for nobody."""
        names = {one["name_hash"] for one in self.people.values()} - {""}
        above = BookRow.objects.filter(book=self.book, number__lt=self.rows[0].number)
        above = above.filter(Q(nik_hash__in=self.niks) | Q(name_hash__in=names))
        told = (
            above.exclude(state="wrong")
            .order_by("number")
            .values_list("pk", "nik_hash", "name_hash")
        )
        self.lines_by_nik: dict[str, int] = {}
        self.lines_by_name: dict[str, tuple[int, str]] = {}
        for pk, nik_hash, name_hash in told:
            self._remember(pk, nik_hash, name_hash)

    def _remember(self, pk: int, nik_hash: str, name_hash: str) -> None:
        if nik_hash:
            self.lines_by_nik.setdefault(nik_hash, pk)
        if name_hash:
            self.lines_by_name.setdefault(name_hash, (pk, nik_hash))

    def find(self, row: BookRow, session: dict) -> Double | None:
        """Whom this line may mean. Two different numbers are two people, whatever their names."""
        person = self.people[row.pk]
        found = self._look(person)
        talk = (found and found.client, session["started_at"], session["kind"])
        if found and talk in self.talks:
            found = Double("again", client=found.client)
        self._remember(row.pk, person["nik_hash"], person["name_hash"])
        return found

    def _look(self, person: dict) -> Double | None:
        nik_hash = person["nik_hash"]
        if nik_hash and nik_hash in self.by_nik:
            return Double("nik", client=self.by_nik[nik_hash].pk)
        if nik_hash and nik_hash in self.lines_by_nik:
            return Double("nik", line=self.lines_by_nik[nik_hash])
        if not person["name_hash"]:
            return None
        known = self.by_name.get((person["search_name"], person["village"].pk))
        if known and not (nik_hash and known.nik_hash and known.nik_hash != nik_hash):
            return Double("name", client=known.pk)
        line, its_nik = self.lines_by_name.get(person["name_hash"], (None, ""))
        if line and not (nik_hash and its_nik and its_nik != nik_hash):
            return Double("name", line=line)
        return None
