"""Deductions from a workbook or CSV as offices keep them: all rows as drafts, or none (§6)."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.actions.deductions import check_days, check_entry, enter_deduction
from desktop.actions.rule_sets import rules_of
from desktop.actions.table_files import read_table
from desktop.actions.year_tables import Columns, Row, Units, may_be_share
from desktop.assess.checks import check_line
from desktop.assess.entry_heads import HEADS as ENTRY_HEADS
from desktop.assess.ledger import Attachment, Entry, State, content_of, double_rules
from desktop.assess.points import Facts, entry_points
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.store import ledger_queries
from desktop.store.ledgers import DEDUCTIONS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.texts import folded

HEADS = {**ENTRY_HEADS, "line": ("记录号", "line number")}
"""`line` tells two entries of an exported ledger apart that say the same."""

_NEEDED = ("unit", "rule", "date")
_TEXTS = ("document", "case", "text", "reason", "approver", "source")
_DUE, _RATES = (RuleKind.PROPORTION,), (RuleKind.RATE, RuleKind.STEP)
_COUNTS = tuple(kind for kind in RuleKind if kind not in _RATES)
_UNCOUNTED = -1
_HUNDREDTH = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class EntryTable:
    """Sound rows, ready to be entered, and cases on which two rules would meet."""

    entries: Sequence[Entry]
    warnings: Sequence[Problem]


def read_entry_table(survey: SurveyFile, path: Path) -> EntryTable:
    """Every row of the first sheet as an entry; FileInvalidError names every refusal by its row.

    RulesMissingError, and the errors of `read_table`.
    """
    rows = _Rows(survey, Columns(read_table(path), HEADS, _NEEDED))
    rows.read()
    rows.columns.check(path)
    return EntryTable(tuple(rows.entries), rows.warnings())


def import_entries(
    survey: SurveyFile, entries: Sequence[Entry], *, on: str = "", operator: str = ""
) -> list[Record]:
    """Enter them as drafts in one transaction; the errors of `enter_deduction`."""
    rules = rules_of(survey)
    with survey.transaction():
        return [
            enter_deduction(survey, entry, on=on, operator=operator, rules=rules)
            for entry in entries
        ]


class _Rows:
    """Reads row by row; `entries` as far as they are good."""

    def __init__(self, survey: SurveyFile, columns: Columns) -> None:
        self.entries: list[Entry] = []
        self.columns = columns
        self._rules = rules_of(survey)
        self._called = _rules_called(self._rules)
        self._units = Units(survey.plan, columns)
        self._codes = {agency.code for agency in survey.plan.agencies}
        lines = ledger_queries.lines(survey, DEDUCTIONS)
        self._held = [line.value for line in lines if line.value.state is not State.WITHDRAWN]
        self._known = {content_of(entry) for entry in self._held}
        self._rows: dict[tuple[Hashable, str], int] = {}
        self._survey = survey

    def read(self) -> None:
        for row in self.columns.rows():
            before = len(self.columns.problems)
            entry, points, line = self._entry(row), row.one("points"), row.one("line")
            if entry and len(self.columns.problems) == before:
                self._check(row.number, entry, points, line)

    def warnings(self) -> list[Problem]:
        """On cases that the table brings."""
        cases = {(entry.unit, entry.case) for entry in self.entries}
        held = [entry for entry in self._held if (entry.unit, entry.case) in cases]
        return list(double_rules([*held, *self.entries]))

    def _entry(self, row: Row) -> Entry | None:
        unit = self._units.code(row.number, row.all("unit"))
        rule = self._rule(row.number, row.all("rule"))
        date = self._day(row)
        facts = self._facts(row, rule)
        attachments = self._attachments(row.number, row.one("attachments"))
        office = row.one("office")
        texts: dict[str, Any] = {name: row.one(name) for name in _TEXTS}
        if not (unit and rule and date):
            return None
        if not office and len(rule.offices) == 1:
            (office,) = rule.offices
        return Entry(unit, rule.code, facts, date, office, attachments=attachments, **texts)

    def _day(self, row: Row) -> str:
        text = row.one("date")
        return self.columns.day(row.number, text) if text or not row.all("date") else ""

    def _rule(self, number: int, names: Sequence[str]) -> Rule | None:
        found = {self._rule_called(number, name) for name in names} or {""}
        if not names:
            self.columns.note(number, "names no rule: write its code, or its section and text")
        if len(found) > 1 and "" not in found:
            message = "{names} are two rules: mend either"
            self.columns.note(number, message, names=tuple(sorted(found)))
        return self._rules.rule(found.pop()) if len(found) == 1 and "" not in found else None

    def _rule_called(self, number: int, name: str) -> str:
        codes = self._called.get(folded(name), set())
        if len(codes) == 1:
            return min(codes)
        if codes:
            message = '"{name}" is the section of several rules, {codes}: write the code'
            self.columns.note(number, message, name=name[:40], codes=tuple(sorted(codes)))
        else:
            message = 'the rule set has no rule "{name}": write its code, or its section and text'
            self.columns.note(number, message, name=name[:40])
        return ""

    def _facts(self, row: Row, rule: Rule | None) -> Facts:
        """What the rule asks for; what it does not ask for is refused, not passed over."""
        read, number, kind = self.columns, row.number, rule.kind if rule else None
        count, due = (read.count(number, row.one(name)) for name in ("count", "due"))
        share = row.one("rate")
        rate, amount = (read.number(number, text) for text in (share, row.one("amount")))
        asked = (("due", due, _DUE), ("rate", rate, _RATES), ("count", count, _COUNTS))
        for name, given, kinds in asked:
            if given is not None and rule and kind not in kinds and (name, given) != ("count", 1):
                message = "rule {rule} does not ask for {head}: delete it"
                read.note(number, message, rule=rule.section, head=HEADS[name][0])
        if kind in _RATES and rate is not None and may_be_share(share):
            # a spreadsheet shows 0.874 as 87.4 %, and may hand over 0.874
            message = 'write "{text}" in per cent, with its sign, such as 87.4%'
            read.note(number, message, text=share[:20])
        if kind is not RuleKind.DISCRETIONARY:
            self._check_each(number, rule, amount)
            amount = None
        missing = _UNCOUNTED if kind is RuleKind.PROPORTION else 1
        return Facts(missing if count is None else count, due or 0, rate, amount)

    def _check_each(self, number: int, rule: Rule | None, amount: Fraction | None) -> None:
        if rule and amount is not None and amount != rule.points:
            message = "gives {found} points for each where rule {rule} has {points}: mend either"
            fields = {"found": amount, "rule": rule.section, "points": rule.points}
            self.columns.note(number, message, **fields)

    def _attachments(self, number: int, text: str) -> tuple[Attachment, ...]:
        """As `sha256sum` writes them: hash, blanks, name, a line each."""
        pairs = [line.split(maxsplit=1) for line in text.splitlines() if line.strip()]
        if any(len(pair) != 2 or len(pair[0]) != 64 for pair in pairs):
            message = "an attachment is written as its SHA-256 and its name, a line each"
            self.columns.note(number, message)
            return ()
        return tuple(Attachment(name, digest.lower()) for digest, name in pairs)

    def _check(self, number: int, entry: Entry, points: str, line: str) -> None:
        """What the rule, the record and the ledger have to say of it."""
        try:
            rule = check_entry(self._rules, entry)
            check_line(self._codes, entry)
            check_days(self._survey, entry.date)
        except PingyiError as fault:
            self.columns.note(number, fault.message, **fault.fields)
            return
        self._check_twin(number, content_of(entry), line)
        self._check_points(number, rule, entry, points)
        self.entries.append(entry)

    def _check_twin(self, number: int, content: Hashable, line: str) -> None:
        if content in self._known:
            message = "says what stands in the ledger already: delete it, or number its case"
            self.columns.note(number, message)
        elif (row := self._rows.setdefault((content, line), number)) != number:
            message = "says what row {row} says: delete it, or number its case"
            self.columns.note(number, message, row=row)

    def _check_points(self, number: int, rule: Rule, entry: Entry, text: str) -> None:
        stated, made = self.columns.number(number, text), entry_points(rule, entry.facts)
        if stated is not None and abs(abs(stated) - made) >= _HUNDREDTH:
            message = "states {found} points where the rule makes {points}: mend either"
            self.columns.note(number, message, found=text[:20], points=made)


def _rules_called(rules: RuleSet) -> dict[str, set[str]]:
    """Codes by what a rule may be called; a code comes before a section that reads the same."""
    called: dict[str, set[str]] = {}
    for rule in rules.rules:
        for text in (rule.section, rule.text, rule.section + rule.text):
            called.setdefault(folded(text), set()).add(rule.code)
    return called | {folded(rule.code): {rule.code} for rule in rules.rules}
