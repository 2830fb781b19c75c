"""Turns records into the tables that queries read; the order of records does not matter."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from sqlite_utils import Database

from desktop.store.canonical import canonical_bytes, content_hash
from desktop.store.kinds import BATCH, FORM, FOUNDED, OPERATOR, TOTALS, ZERO
from desktop.store.records import Record
from desktop.store.schema import PROJECTIONS
from desktop.tally.form import Form, FormState, void_reason
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_from_json


class Projection:
    """Applies records to the tables of one database, inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._plan: Plan | None = None
        self._apply: dict[str, Callable[[Record], None]] = {
            FOUNDED: self._found,
            ZERO: self._declare_zero,
            BATCH: self._register_batch,
            FORM: self._key_form,
            TOTALS: self._enter_totals,
            OPERATOR: self._register_operator,
        }

    @property
    def plan(self) -> Plan:
        """The survey's plan, read once."""
        if self._plan is None:
            ((text,),) = self._db.execute("SELECT plan FROM survey").fetchall()
            self._plan = plan_from_json(json.loads(text))
        return self._plan

    def apply(self, record: Record) -> None:
        """Add one record that is already in the log."""
        if apply := self._apply.get(record.kind):
            apply(record)

    def rebuild(self, records: Iterable[Record]) -> None:
        """Throw every projection away and apply the whole log again."""
        for table in PROJECTIONS:
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  a name of our own
        self._plan = None
        for record in records:
            self.apply(record)

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

    def _declare_zero(self, record: Record) -> None:
        self._db.execute("INSERT INTO zero VALUES (?)", (record.id,))

    def _register_operator(self, record: Record) -> None:
        data = record.data
        roles = " ".join(data["roles"])
        row = (record.id, data["operator"], data["name"], roles, data["salt"], data["pin"])
        self._keep_head(record, "operator", row)

    def _keep_head(self, record: Record, table: str, row: tuple[object, ...]) -> None:
        """Insert the row unless its record is replaced, and drop those it replaces itself."""
        for parent in record.parents:
            self._db.execute("INSERT OR IGNORE INTO replaced VALUES (?)", (parent,))
            self._db.execute(f"DELETE FROM {table} WHERE record = ?", (parent,))  # noqa: S608
        if not self._is_replaced(record):
            places = ", ".join("?" * len(row))
            self._db.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608

    def _register_batch(self, record: Record) -> None:
        data = record.data
        row = (record.id, data["code"], data["channel"], data["count"], data["origin"])
        self._keep_head(record, "batch", row)

    def _enter_totals(self, record: Record) -> None:
        data = record.data
        rows = canonical_bytes(data["rows"]).decode()
        row = (record.id, data["channel"], data["source"], rows)
        self._keep_head(record, "totals", row)

    def _key_form(self, record: Record) -> None:
        """Keep the heads of a form: the records no other record names as parent."""
        data = record.data
        forms = {(data["batch"], data["number"])}
        for parent in record.parents:
            self._db.execute("INSERT OR IGNORE INTO replaced VALUES (?)", (parent,))
            dropped = "DELETE FROM head WHERE record = ? RETURNING batch, number"
            forms.update(self._db.execute(dropped, (parent,)).fetchall())
        if not self._is_replaced(record):
            row = (record.id, data["batch"], data["number"], data["pass"])
            self._db.execute(
                "INSERT INTO head (record, batch, number, pass, counts, void, marks)"
                " VALUES (?, ?, ?, ?, 0, ?, ?)",
                (*row, data["void"], data["marks"]),
            )
        for batch, number in forms:
            self._settle(batch, number)

    def _is_replaced(self, record: Record) -> bool:
        found = self._db.execute("SELECT 1 FROM replaced WHERE record = ?", (record.id,))
        return found.fetchone() is not None

    def _settle(self, batch: str, number: int) -> None:
        """Decide how a form stands: heads that agree settle it, the smallest id counts."""
        heads = self._db.execute(
            "SELECT row, void, marks FROM head WHERE batch = ? AND number = ? ORDER BY record",
            (batch, number),
        ).fetchall()
        if not heads:
            self._db.execute("DELETE FROM form WHERE batch = ? AND number = ?", (batch, number))
            return
        state, void = self._standing(batch, number, [head[1:] for head in heads])
        counted = heads[0][0] if state is FormState.VALID else None
        if counted is not None or len(heads) > 1:
            for row, *_ in heads:
                change = "UPDATE head SET counts = (row IS ?) WHERE row = ?"
                self._db.execute(change, (counted, row))
        self._db.execute(
            "INSERT INTO form VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " state = excluded.state, void = excluded.void",
            (batch, number, state.value, void),
        )

    def _standing(self, batch: str, number: int, heads: list[Any]) -> tuple[FormState, str]:
        if len(set(heads)) != 1:
            return FormState.UNSETTLED, ""
        void, marks = heads[0]
        reason = void_reason(self.plan, Form(batch, number, marks, void))
        return (FormState.VOID, reason) if reason else (FormState.VALID, "")
