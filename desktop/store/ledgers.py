"""The ledgers and settings of the year: which kinds of records hold the lines of each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from desktop.assess import checks
from desktop.assess.complaints import Complaint
from desktop.assess.findings import Finding
from desktop.assess.ledger import Entry, State
from desktop.assess.ledger_data import from_value, to_value
from desktop.assess.promises import Pledge, Request
from desktop.assess.rule_set import RuleSet
from desktop.assess.working_days import Holidays
from desktop.assess.year import Annulment, CompositeSetting, Confirmation, LastBands, TermsTable
from desktop.store import kinds
from desktop.store.errors import BadRecordError
from desktop.store.records import Record
from desktop.tally.plan import Plan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ledger(Generic[T]):
    """`line` is what each of its records holds.

    A record of a kind is replaced by records of the same kind, or of one that comes after it: so
    nobody takes back with a draft what a supervisor decided.
    """

    line: type[T]
    kinds: tuple[str, ...]


DEDUCTIONS = Ledger(Entry, (kinds.DEDUCTION, kinds.DEDUCTION_VERIFIED, kinds.DEDUCTION_DECIDED))
FINDINGS = Ledger(Finding, (kinds.FINDING,))
COMPLAINTS = Ledger(Complaint, (kinds.COMPLAINT,))
PLEDGES = Ledger(Pledge, (kinds.PLEDGE,))
REQUESTS = Ledger(Request, (kinds.REQUEST,))
CONFIRMATIONS = Ledger(Confirmation, (kinds.CONSEQUENCE,))
ANNULMENTS = Ledger(Annulment, (kinds.ANNULLED,))

RULES = Ledger(RuleSet, (kinds.RULES,))
HOLIDAYS = Ledger(Holidays, (kinds.HOLIDAYS,))
TERMS = Ledger(TermsTable, (kinds.TERMS,))
COMPOSITE = Ledger(CompositeSetting, (kinds.COMPOSITE,))
BANDS = Ledger(LastBands, (kinds.BANDS,))

LEDGERS: tuple[Ledger[Any], ...] = (
    DEDUCTIONS,
    FINDINGS,
    COMPLAINTS,
    PLEDGES,
    REQUESTS,
    CONFIRMATIONS,
    ANNULMENTS,
)
"""Each has many lines."""

SETTINGS: tuple[Ledger[Any], ...] = (RULES, HOLIDAYS, TERMS, COMPOSITE, BANDS)
"""Each has one line, which is replaced as a whole."""

YEAR_SEALS = (kinds.YEAR_SEALED, kinds.YEAR_UNSEALED)

REPLACED_BY: Mapping[str, tuple[str, ...]] = {
    kind: ledger.kinds[at:]
    for ledger in (*LEDGERS, *SETTINGS)
    for at, kind in enumerate(ledger.kinds)
} | dict.fromkeys(YEAR_SEALS, YEAR_SEALS)
"""What replaces a record of a kind, where it is of the same line."""

_LINES = {kind: ledger.line for ledger in (*LEDGERS, *SETTINGS) for kind in ledger.kinds}


_ID = re.compile("[0-9a-f]{64}")
_STATES: Mapping[str, frozenset[State]] = {
    kinds.DEDUCTION: frozenset({State.DRAFT}),
    kinds.DEDUCTION_VERIFIED: frozenset({State.DRAFT, State.VERIFIED}),
}
"""How far an entry may have come in a record that not only a supervisor signs."""


def check_line(plan: Plan, record: Record) -> None:
    """BadRecordError or another error of a line that no program would have written."""
    line = record.data["line"]
    if (line and not _ID.fullmatch(line)) or bool(line) != bool(record.parents):
        raise BadRecordError("its content has a wrong shape")
    check_value(plan, record.kind, record.data["value"])


def check_value(plan: Plan, kind: str, written: Any) -> None:
    """What a record of this kind may say in its `value`; the same thing is always written alike."""
    value = from_value(_LINES[kind], written)
    if not _is_same(to_value(value), written):
        raise BadRecordError("its content has a wrong shape")
    checks.check_line({agency.code for agency in plan.agencies}, value)
    if kind in _STATES and not value.states.keys() <= _STATES[kind]:
        raise BadRecordError("only a supervisor takes an entry as far as this")


def _is_same(one: Any, other: Any) -> bool:
    """Equal, and `true` is not 1."""
    if isinstance(one, dict):
        same = one.keys() == other.keys()
        return same and all(_is_same(held, other[name]) for name, held in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return type(one) is type(other) and one == other
