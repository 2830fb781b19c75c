"""The ledgers and settings of the year: which kinds of records hold the lines of each."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from desktop.assess import checks
from desktop.assess.complaints import Complaint
from desktop.assess.findings import Finding
from desktop.assess.ledger import Entry
from desktop.assess.ledger_data import from_value
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

_LINES = {kind: ledger.line for ledger in (*LEDGERS, *SETTINGS) for kind in ledger.kinds}


def check_line(plan: Plan, record: Record) -> None:
    """BadRecordError or another error of a line that no program would have written."""
    line = record.data["line"]
    if len(line) not in (0, 64) or bool(line) != bool(record.parents):
        raise BadRecordError("its content has a wrong shape")
    value = from_value(_LINES[record.kind], record.data["value"])
    checks.check_line({agency.code for agency in plan.agencies}, value)
