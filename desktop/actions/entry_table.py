"""Deductions from a workbook or CSV as offices keep them: all rows as drafts, or none (§6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.actions.deductions import check_days, check_entry, content_of, enter_deduction
from desktop.actions.rule_sets import rules_of
from desktop.actions.table_files import read_table
from desktop.actions.year_tables import Columns, Units, first
from desktop.assess.checks import check_line
from desktop.assess.entry_heads import HEADS
from desktop.assess.ledger import Attachment, Entry, State, double_rules
from desktop.assess.points import Facts, entry_points
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.store import ledger_queries
from desktop.store.ledgers import DEDUCTIONS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.texts import folded

_NEEDED = ("unit", "rule", "date")
_TEXTS = ("document", "case", "text", "reason", "approver", "source")
_DUE, _RATES = (RuleKind.PROPORTION,), (RuleKind.RATE, RuleKind.STEP)
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
        self._rows: dict[str, int] = {}
        self._survey = survey

    def read(self) -> None:
        for number, cells in self.columns.rows():
            before = len(self.columns.problems)
            entry = self._entry(number, cells)
            if entry and len(self.columns.problems) == before:
                self._check(number, entry, first(cells["points"]))

    def warnings(self) -> list[Problem]:
        """On cases that the table brings."""
        cases = {(entry.unit, entry.case) for entry in self.entries}
        held = [entry for entry in self._held if (entry.unit, entry.case) in cases]
        return list(double_rules([*held, *self.entries]))

    def _entry(self, number: int, cells: dict[str, list[str]]) -> Entry | None:
        unit = self._units.code(number, cells["unit"])
        rule = self._rule(number, cells["rule"])
        date = self.columns.day(number, first(cells["date"]))
        facts = self._facts(number, cells, rule)
        attachments = self._attachments(number, first(cells["attachments"]))
        if not (unit and rule and date):
            return None
        office = first(cells["office"])
        if not office and len(rule.offices) == 1:
            (office,) = rule.offices
        texts: dict[str, Any] = {name: first(cells[name]) for name in _TEXTS}
        return Entry(unit, rule.code, facts, date, office, attachments=attachments, **texts)

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

    def _facts(self, number: int, cells: dict[str, list[str]], rule: Rule | None) -> Facts:
        """What the rule asks for; what it does not ask for is refused, not passed over."""
        read, kind = self.columns, rule.kind if rule else None
        count, due = (read.count(number, first(cells[name])) for name in ("count", "due"))
        rate, amount = (read.number(number, first(cells[name])) for name in ("rate", "amount"))
        for name, given, kinds in (("due", due, _DUE), ("rate", rate, _RATES)):
            if given is not None and rule and kind not in kinds:
                message = "rule {rule} does not ask for {head}: delete it"
                read.note(number, message, rule=rule.section, head=HEADS[name][0])
        self._check_share(number, kind, rate, first(cells["rate"]))
        if kind is not RuleKind.DISCRETIONARY:
            self._check_each(number, rule, amount)
            amount = None
        missing = _UNCOUNTED if kind is RuleKind.PROPORTION else 1
        return Facts(missing if count is None else count, due or 0, rate, amount)

    def _check_share(
        self, number: int, kind: RuleKind | None, rate: Fraction | None, text: str
    ) -> None:
        """A spreadsheet shows 0.874 as 87.4 %, and hands over 0.874."""
        if kind is RuleKind.RATE and rate and rate <= 1 and not text.endswith(("%", "％")):
            message = 'write "{text}" in per cent, with its sign, such as 87.4%'
            self.columns.note(number, message, text=text[:20])

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

    def _check(self, number: int, entry: Entry, points: str) -> None:
        """What the rule, the record and the ledger have to say of it."""
        try:
            rule = check_entry(self._rules, entry)
            check_line(self._codes, entry)
            check_days(self._survey, entry.date)
        except PingyiError as fault:
            self.columns.note(number, fault.message, **fault.fields)
            return
        self._check_twin(number, content_of(entry))
        self._check_points(number, rule, entry, points)
        self.entries.append(entry)

    def _check_twin(self, number: int, content: str) -> None:
        if content in self._known:
            message = "says what stands in the ledger already: delete it, or number its case"
            self.columns.note(number, message)
        elif (row := self._rows.setdefault(content, number)) != number:
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
