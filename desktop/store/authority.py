"""Whose records stand: a function of the set of records, never of the order they came in.

What stands is decided by the supervisor's own records: which operators he registered, which
stations he admitted, which imports he revoked. A record without authority is kept, left aside and
listed; a record whose imports are all revoked sleeps until one is brought back.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from desktop.store import kinds
from desktop.store.kinds import RecordId
from desktop.store.log import founding_record, stored_records
from desktop.store.records import Record

ROLES = ("clerk", "checker", "supervisor", "scrutineer")
"""录入员, 复核员, 主管, 监票人."""

_ALL = frozenset({"clerk", "checker", "supervisor"})
_KEYING = frozenset({"clerk", "checker"})
_SUPERVISOR = frozenset({"supervisor"})
_CHECKING = frozenset({"checker", "supervisor"})

MAY: Mapping[str, frozenset[str]] = {
    kinds.ZERO: _SUPERVISOR,
    kinds.JOINED: _SUPERVISOR,
    kinds.RESTARTED: _SUPERVISOR,
    kinds.ADMITTED: _SUPERVISOR,
    kinds.SUSPENDED: _SUPERVISOR,
    kinds.OPERATOR: _SUPERVISOR,
    kinds.WORKED: frozenset(ROLES),
    kinds.BATCH: _ALL,
    kinds.ASSIGNED: _SUPERVISOR,
    kinds.CLOSED: _ALL,
    kinds.REOPENED: _SUPERVISOR,
    kinds.DRAWN: _CHECKING,
    kinds.FORM: _KEYING,
    kinds.DOUBTED: _KEYING,
    kinds.RULED: _SUPERVISOR,
    kinds.FILE: _KEYING,
    kinds.TOTALS: _SUPERVISOR,
    kinds.MERGED: _SUPERVISOR,
    kinds.REVOKED: _SUPERVISOR,
    kinds.RECIPIENT: _SUPERVISOR,
    kinds.SEALED: _SUPERVISOR,
    kinds.UNSEALED: _SUPERVISOR,
    kinds.ISSUE: _CHECKING,
    kinds.APPROVED: _SUPERVISOR,
    kinds.HISTORY: _SUPERVISOR,
    kinds.NETWORK: frozenset(ROLES),
    kinds.OPINION: _ALL,
    kinds.RULES: _SUPERVISOR,
    kinds.HOLIDAYS: _SUPERVISOR,
    kinds.TERMS: _SUPERVISOR,
    kinds.DEDUCTION: _ALL,
    kinds.DEDUCTION_VERIFIED: _CHECKING,
    kinds.DEDUCTION_DECIDED: _SUPERVISOR,
    kinds.FINDING: _ALL,
    kinds.COMPLAINT: _ALL,
    kinds.PLEDGE: _ALL,
    kinds.REQUEST: _ALL,
    kinds.COMPOSITE: _SUPERVISOR,
    kinds.BANDS: _SUPERVISOR,
    kinds.CONSEQUENCE: _SUPERVISOR,
    kinds.ANNULLED: _SUPERVISOR,
    kinds.YEAR_SEALED: _SUPERVISOR,
    kinds.YEAR_UNSEALED: _SUPERVISOR,
}
"""The roles that an act takes, where an operator does it."""

FOUNDER_ONLY = frozenset(
    {
        kinds.ADMITTED,
        kinds.SUSPENDED,
        kinds.OPERATOR,
        kinds.ASSIGNED,
        kinds.RULED,
        kinds.TOTALS,
        kinds.MERGED,
        kinds.REVOKED,
        kinds.RECIPIENT,
        kinds.SEALED,
        kinds.UNSEALED,
        kinds.ISSUE,
        kinds.APPROVED,
        kinds.HISTORY,
        kinds.RULES,
        kinds.HOLIDAYS,
        kinds.TERMS,
        kinds.COMPOSITE,
        kinds.BANDS,
        kinds.CONSEQUENCE,
        kinds.ANNULLED,
        kinds.YEAR_SEALED,
        kinds.YEAR_UNSEALED,
    }
)
"""Acts of the supervisor's own station."""

SIGNED_IN = frozenset({kinds.DEDUCTION_VERIFIED, kinds.DEDUCTION_DECIDED})
"""On another station than the supervisor's, a person answers for these, never the station alone."""

_SHAPING = (kinds.OPERATOR, kinds.ADMITTED, kinds.SUSPENDED, kinds.MERGED, kinds.REVOKED)


@dataclass(slots=True)
class Authority:
    """What the supervisor's records say of stations, operators and imports."""

    founder: str
    roles: dict[str, set[str]] = field(default_factory=dict)
    admitted: dict[str, str] = field(default_factory=dict)
    """Stations by name, unless suspended."""
    suspended: set[str] = field(default_factory=set)
    imports: dict[RecordId, Any] = field(default_factory=dict)
    """Sources of every merge, revoked or not."""
    revocations: dict[RecordId, RecordId] = field(default_factory=dict)
    """What each revocation revokes: an import or another revocation."""

    @classmethod
    def read(cls, log: Database) -> "Authority":
        """From the log alone; BadRecordError where it does not read."""
        found = cls(founding_record(log).header.station)
        records = [record for record in _shaping(log) if record.header.station == found.founder]
        replaced = {parent for record in records for parent in record.parents}
        for record in records:
            found.take(record, replaced=record.id in replaced)
        return found

    def take(self, record: Record, *, replaced: bool) -> None:
        data = record.data
        if record.kind == kinds.OPERATOR:
            # every role ever given counts: what was allowed when it was done stays done
            self.roles.setdefault(data["operator"], set()).update(data["roles"])
        elif record.kind == kinds.MERGED:
            self.imports[record.id] = data["sources"]
        elif record.kind == kinds.REVOKED:
            self.revocations[record.id] = data["import"]
        elif not replaced and record.kind == kinds.ADMITTED:
            self.admitted[data["station"]] = data["name"]
        elif not replaced and record.kind == kinds.SUSPENDED:
            self.suspended.add(data["station"])

    def fault(self, record: Record) -> str:
        """Why a record is left aside, as a message; empty where it stands."""
        if record.kind in FOUNDER_ONLY and record.header.station != self.founder:
            return "only the supervisor's station may record this"
        operator = record.header.operator
        if record.kind in SIGNED_IN and not operator and record.header.station != self.founder:
            return "somebody must be signed in for it on a station"
        if operator and operator not in self.roles:
            return "its operator is not registered"
        if operator and not self.roles[operator] & MAY.get(record.kind, _SUPERVISOR):
            return "its operator lacks the role for it"
        return ""

    def is_active(self, identity: RecordId) -> bool:
        """Whether an import or a revocation stands: none that stands revokes it."""
        return not any(
            self.is_active(by) for by, target in self.revocations.items() if target == identity
        )

    def heads(self, *, active: bool) -> set[RecordId]:
        """The last records of every chain that imports brought, all or those that stand."""
        return {
            RecordId(run["head"])
            for identity, sources in self.imports.items()
            if not active or self.is_active(identity)
            for source in sources
            for run in source["runs"]
        }

    def sleeping(self, log: Database) -> set[str]:
        """Ids of records that came with revoked imports alone."""
        if not any(map(self.is_active, self.revocations)):
            return set()
        carried = chains(log, self.heads(active=False))
        return carried - chains(log, self.heads(active=True))


def _shaping(log: Database) -> Iterator[Record]:
    places = ", ".join("?" * len(_SHAPING))
    return stored_records(log, f"kind IN ({places})", _SHAPING)


def chains(log: Database, heads: Iterable[str]) -> set[str]:
    """The heads and all records before them in their chains."""
    found: set[str] = set()
    for head in heads:
        at = head
        while at and at not in found:
            row = log.execute("SELECT body FROM record WHERE id = ?", (at,)).fetchone()
            if row is None:
                break
            found.add(at)
            at = json.loads(row[0])["prev"]
    return found
