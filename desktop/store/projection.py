"""Turns records into the tables that queries read; the order of records does not matter."""

import json
from collections.abc import Callable, Iterable

from sqlite_utils import Database

from desktop.store import kinds
from desktop.store.authority import Authority
from desktop.store.canonical import canonical_bytes, content_hash
from desktop.store.form_projection import FormProjection
from desktop.store.ledgers import REPLACED_BY, YEAR_SEALS
from desktop.store.log import stored_records
from desktop.store.records import Record
from desktop.store.schema import PROJECTIONS
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_from_json

Row = tuple[object, ...]

_ROWS: dict[str, tuple[str, Callable[[Record], Row]]] = {
    kinds.ZERO: ("zero", lambda r: (r.header.station,)),
    kinds.JOINED: ("station", lambda r: ("joined", r.header.station, r.data["name"])),
    kinds.ADMITTED: ("station", lambda r: ("admitted", r.data["station"], r.data["name"])),
    kinds.SUSPENDED: ("station", lambda r: ("suspended", r.data["station"], r.data["reason"])),
    kinds.RESTARTED: (
        "restart",
        lambda r: (
            r.header.station,
            r.header.incarnation,
            r.data["after"]["incarnation"],
            r.data["after"]["seq"],
            r.data["after"]["head"],
        ),
    ),
    kinds.OPERATOR: (
        "operator",
        lambda r: (
            r.data["operator"],
            r.data["name"],
            " ".join(r.data["roles"]),
            r.data["salt"],
            r.data["pin"],
        ),
    ),
    kinds.WORKED: (
        "work",
        lambda r: (
            r.header.station,
            r.header.operator,
            *(r.data[name] for name in kinds.KINDS[kinds.WORKED]),
        ),
    ),
    kinds.BATCH: (
        "batch",
        lambda r: (
            r.data["code"],
            r.data["channel"],
            r.data["count"],
            r.data["origin"],
            r.header.station,
        ),
    ),
    kinds.ASSIGNED: ("assignment", lambda r: (r.data["batch"], r.data["station"])),
    kinds.CLOSED: (
        "closing",
        lambda r: ("closed", r.data["batch"], r.header.station, r.data["reason"]),
    ),
    kinds.REOPENED: (
        "closing",
        lambda r: ("reopened", r.data["batch"], r.header.station, r.data["reason"]),
    ),
    kinds.DRAWN: ("drawing", lambda r: (r.data["batch"], r.data["seed"], r.data["percent"])),
    kinds.TOTALS: (
        "totals",
        lambda r: (
            r.data["channel"],
            r.data["source"],
            canonical_bytes(r.data["rows"]).decode(),
        ),
    ),
    kinds.MERGED: ("import", lambda r: (canonical_bytes(r.data["sources"]).decode(),)),
    kinds.REVOKED: ("revocation", lambda r: (r.data["import"],)),
    kinds.RECIPIENT: ("recipient", lambda r: (r.data["key"], r.data["name"])),
    kinds.SEALED: ("seal", lambda r: ("sealed", r.data["edition"])),
    kinds.UNSEALED: ("seal", lambda r: ("unsealed", r.data["edition"])),
}
"""Kinds whose heads are rows: the table, and the row behind the record's id."""

_LOGGED = {
    kinds.ISSUE: "issue",
    kinds.APPROVED: "approval",
    kinds.HISTORY: "history",
    kinds.NETWORK: "network",
    kinds.OPINION: "opinion",
}
"""Kinds without a table, seldom read: their heads are found in the log itself."""

_REPLACES = {
    kind: tuple(held for held, by in REPLACED_BY.items() if kind in by) for kind in REPLACED_BY
}
"""What a record of the year may replace, where it is of the same line."""

_ASIDE = "id IN (SELECT record FROM ignored)"
_THE_YEAR = "year"
"""The line of the year's seals."""

_FORM_KINDS = {kinds.FORM, kinds.RULED, kinds.DOUBTED}


class Projection:
    """Applies records to the tables of one database, inside the caller's transaction.

    `log` is the database with the records, where it is another than that of the tables.
    """

    def __init__(self, db: Database, log: Database | None = None) -> None:
        self._db, self._log = db, log or db
        self._plan: Plan | None = None
        self._authority: Authority | None = None
        self._sleeping: set[str] = set()
        self._forms = FormProjection(db, lambda: self.plan)

    @property
    def plan(self) -> Plan:
        """The survey's plan, read once."""
        if self._plan is None:
            ((text,),) = self._db.execute("SELECT plan FROM survey").fetchall()
            self._plan = plan_from_json(json.loads(text))
        return self._plan

    def begin(self) -> None:
        """Read anew what the supervisor's records allow; before the first record of a run."""
        self._authority = Authority.read(self._log)
        self._sleeping = self._authority.sleeping(self._log)

    def forget(self) -> None:
        """Read plan and authority anew when they are next needed: a transaction was undone."""
        self._plan = self._authority = None

    @property
    def is_year_sealed(self) -> bool:
        """Whether the year's seal stands."""
        query = "SELECT 1 FROM line WHERE kind = ? LIMIT 1"
        return self._db.execute(query, (kinds.YEAR_SEALED,)).fetchone() is not None

    @property
    def ignores_lines(self) -> bool:
        """Whether records of the ledgers stand aside, which a role given later would wake."""
        places = ", ".join("?" * len(kinds.YEAR))
        query = f"SELECT 1 FROM record WHERE kind IN ({places}) AND {_ASIDE} LIMIT 1"  # noqa: S608
        return self._db.execute(query, tuple(kinds.YEAR)).fetchone() is not None

    def apply(self, record: Record) -> None:
        """Add one record that is already in the log."""
        if self._authority is None:
            self.begin()
        if record.kind == kinds.FOUNDED:
            self._found(record)
        elif reason := self._fault(record):
            self._db.execute("INSERT INTO ignored VALUES (?, ?)", (record.id, reason))
        elif record.kind in _FORM_KINDS:
            self._forms.apply(record)
        elif record.kind in _ROWS:
            self._keep_head(record)
        elif family := _LOGGED.get(record.kind):
            self._note_parents(record, family)
        elif record.kind in kinds.YEAR:
            self._keep_line(record)

    def append(self, record: Record, log: Callable[[], Iterable[Record]]) -> None:
        """Add a record just signed; one that changes what others may stands for a rebuild."""
        if self._reshapes(record):
            self.rebuild(log())
        else:
            self.apply(record)

    def rebuild(self, records: Iterable[Record]) -> None:
        """Throw every projection away and apply the whole log again."""
        for table in PROJECTIONS:
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  a name of our own
        self._plan = None
        self.begin()
        for record in records:
            self.apply(record)

    def _reshapes(self, record: Record) -> bool:
        """Whether records applied before may stand otherwise now."""
        if record.kind == kinds.OPERATOR:
            self._authority = None
            return self._db.execute("SELECT 1 FROM ignored LIMIT 1").fetchone() is not None
        if record.kind == kinds.MERGED:
            return self._db.execute("SELECT 1 FROM revocation LIMIT 1").fetchone() is not None
        return record.kind == kinds.REVOKED

    def _fault(self, record: Record) -> str:
        if record.id in self._sleeping:
            return "the import that brought it is revoked"
        return self._authority.fault(record) if self._authority else ""

    def _found(self, record: Record) -> None:
        plan = record.data["plan"]
        row = (
            record.id,
            record.header.mode,
            record.header.station,
            record.data["name"],
            canonical_bytes(plan).decode(),
            content_hash(plan),
        )
        self._db.execute("INSERT INTO survey VALUES (?, ?, ?, ?, ?, ?)", row)

    def _keep_head(self, record: Record) -> None:
        """Insert the row unless its record is replaced, and drop those it replaces itself.

        A record replaces those of its own table alone, so no station can undo what is not its own
        to record.
        """
        table, row_of = _ROWS[record.kind]
        self._note_parents(record, table)
        for parent in record.parents:
            self._db.execute(f"DELETE FROM {table} WHERE record = ?", (parent,))  # noqa: S608
        if not self._forms.is_replaced(record.id, table):
            row = (record.id, *row_of(record))
            places = ", ".join("?" * len(row))
            self._db.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608

    def _keep_line(self, record: Record) -> None:
        """The heads of a line of the year's: it is replaced by its own successors alone."""
        line = _THE_YEAR if record.kind in YEAR_SEALS else record.data["line"] or record.id
        self._note_parents(record, f"{record.kind}:{line}")
        places = ", ".join("?" * len(_REPLACES[record.kind]))
        query = f"DELETE FROM line WHERE record = ? AND line = ? AND kind IN ({places})"  # noqa: S608
        for parent in record.parents:
            self._db.execute(query, (parent, line, *_REPLACES[record.kind]))
        families = (f"{kind}:{line}" for kind in REPLACED_BY[record.kind])
        if not any(self._forms.is_replaced(record.id, family) for family in families):
            self._db.execute("INSERT INTO line VALUES (?, ?, ?)", (record.id, record.kind, line))

    def _note_parents(self, record: Record, family: str) -> None:
        for parent in record.parents:
            self._forms.note_replaced(parent, family)


_BY_CHAIN = "station, incarnation, seq, id"


def standing_records(
    db: Database, kind: str, order: str = _BY_CHAIN, *, begins: str = ""
) -> list[Record]:
    """The heads of a kind that has no table, chain by chain or in another order of the log.

    `begins` leaves those whose ids begin so.
    """
    standing = (
        "kind = ? AND id NOT IN (SELECT record FROM ignored)"
        " AND id NOT IN (SELECT record FROM replaced WHERE family = ?)"
    )
    values = [kind, _LOGGED[kind]]
    if begins:
        standing += " AND id BETWEEN ? AND ?"  # ids are hex digits: none is behind a g
        values += [begins, f"{begins}g"]
    return list(stored_records(db, standing, values, order))
