"""Forms from their records: heads, doubts, and how each form stands (tally.keyings)."""

from collections.abc import Callable

from sqlite_utils import Database

from desktop.store.kinds import DOUBTED, FORM, RULED
from desktop.store.records import Record
from desktop.tally.form import Form, FormState, void_reason
from desktop.tally.keyings import NO_PAPER, Keying, Standing, standing
from desktop.tally.plan import Plan

Place = tuple[str, int]
"""Batch and number."""


_HEADS = {
    "keyed": "head WHERE pass > 0",
    "ruled": "head WHERE pass = 0",
    "doubt": "doubt WHERE true",
}
"""Where the heads of each family of form records lie."""

_REPLACES = {FORM: ("keyed",), DOUBTED: (), RULED: ("keyed", "ruled", "doubt")}
"""What a record's parents may be: a ruling replaces everything, a keying keyings alone."""


_COUNTS = {FormState.VALID: 1, FormState.VOID: 2}
"""`counts` of the head that settles a form: its marks count, or it is kept as void."""


class FormProjection:
    """Keeps the heads of every form: the records that no other record names as parent."""

    def __init__(self, db: Database, plan: Callable[[], Plan]) -> None:
        self._db, self._plan = db, plan

    def apply(self, record: Record) -> None:
        """Take a keying, a doubt or a ruling, and settle every form that it touches."""
        touched = self._replace(record)
        if record.kind == FORM:
            touched.update(self._keyed(record))
        elif record.kind == DOUBTED:
            touched.update(self._doubted(record))
        else:
            touched.update(self._ruled(record))
        for batch, number in touched:
            self._settle(batch, number)

    def is_replaced(self, identity: str, family: str) -> bool:
        """Whether a record of that family was named as parent by one that may replace it."""
        found = self._db.execute(
            "SELECT 1 FROM replaced WHERE record = ? AND family = ?", (identity, family)
        )
        return found.fetchone() is not None

    def note_replaced(self, identity: str, family: str) -> None:
        """Remember a parent, which may arrive after what replaces it."""
        self._db.execute("INSERT OR IGNORE INTO replaced VALUES (?, ?)", (identity, family))

    def _replace(self, record: Record) -> set[Place]:
        """Drop the heads that a record may replace; the forms it touches by that."""
        touched: set[Place] = set()
        for parent in record.parents:
            for family in _REPLACES[record.kind]:
                self.note_replaced(parent, family)
                query = f"DELETE FROM {_HEADS[family]} AND record = ? RETURNING batch, number"  # noqa: S608
                touched.update(self._db.execute(query, (parent,)).fetchall())
        return touched

    def _keyed(self, record: Record) -> set[Place]:
        data, header = record.data, record.header
        keyer = (data["batch"], header.station, header.operator)
        self._db.execute("INSERT OR IGNORE INTO keyer VALUES (?, ?, ?)", keyer)
        outcome = {name: data[name] for name in ("batch", "number", "void", "marks")}
        self._insert(record, outcome, data["pass"], " ".join(data["against"]), data["filled"])
        return {(data["batch"], data["number"])}

    def _ruled(self, record: Record) -> set[Place]:
        """A ruling is a head of each form that the paper turned out to be.

        Where the number it was about is none of them, its head there says that there is no such
        paper: whatever is keyed under it later is a conflict.
        """
        data = record.data
        outcomes = list(data["outcomes"])
        places = {(outcome["batch"], outcome["number"]) for outcome in outcomes}
        ruled = (data["batch"], data["number"])
        if ruled not in places:
            outcomes.append({"batch": ruled[0], "number": ruled[1], "void": NO_PAPER, "marks": ""})
        for outcome in outcomes:
            self._insert(record, outcome, 0, "", "")
        return places | {ruled}

    def _doubted(self, record: Record) -> set[Place]:
        data = record.data
        if not self.is_replaced(record.id, "doubt"):
            row = (record.id, data["batch"], data["number"], data["note"])
            self._db.execute("INSERT INTO doubt VALUES (?, ?, ?, ?)", row)
        return {(data["batch"], data["number"])}

    def _insert(
        self, record: Record, content: dict[str, object], keying: int, against: str, filled: str
    ) -> None:
        if self.is_replaced(record.id, "keyed" if keying else "ruled"):
            return
        who = (record.header.station, record.header.operator)
        self._db.execute(
            "INSERT INTO head (record, batch, number, pass, counts, station, operator, against,"
            " filled, void, marks) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)",
            (
                record.id,
                content["batch"],
                content["number"],
                keying,
                *who,
                against,
                filled,
                content["void"],
                content["marks"],
            ),
        )

    def _settle(self, batch: str, number: int) -> None:
        """Decide how a form stands from its heads and the doubts about it."""
        place = (batch, number)
        heads = form_heads(self._db, *place)
        doubts = self._db.execute(
            "SELECT record FROM doubt WHERE batch = ? AND number = ?", place
        ).fetchall()
        if not (heads or doubts):
            self._db.execute("DELETE FROM form WHERE batch = ? AND number = ?", place)
            return
        by_pass = {key: [head for head in heads if head.pass_number == key] for key in (0, 1, 2)}
        found = standing(by_pass[1], by_pass[2], by_pass[0], doubts, drawn=False)
        if found.content == (NO_PAPER, ""):
            self._db.execute("DELETE FROM form WHERE batch = ? AND number = ?", place)
        else:
            self._store(place, found)

    def _store(self, place: Place, found: Standing) -> None:
        state, void = self._state(place, found)
        change = "UPDATE head SET counts = ? * (record IS ?) WHERE batch = ? AND number = ?"
        self._db.execute(change, (_COUNTS.get(state, 0), found.counted, *place))
        self._db.execute(
            "INSERT INTO form VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET stage ="
            " excluded.stage, state = excluded.state, void = excluded.void, notice ="
            " excluded.notice",
            (*place, found.stage.value, state.value, void, int(found.notice)),
        )

    def _state(self, place: Place, found: Standing) -> tuple[FormState, str]:
        if found.content is None:
            return FormState.UNSETTLED, ""
        void, marks = found.content
        reason = void_reason(self._plan(), Form(*place, marks, void))
        return (FormState.VOID, reason) if reason else (FormState.VALID, "")


def form_heads(db: Database, batch: str, number: int) -> list[Keying]:
    """The heads of a form: rulings (pass 0), first keyings, second keyings, each by id."""
    rows = db.execute(
        "SELECT record, pass, station, operator, void, marks, against FROM head"
        " WHERE batch = ? AND number = ? ORDER BY pass, record",
        (batch, number),
    ).fetchall()
    return [
        Keying(record, keying, station, operator, void, marks, frozenset(against.split()))
        for record, keying, station, operator, void, marks, against in rows
    ]
