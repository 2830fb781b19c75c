"""扣分台账 as a workbook to go on with: `assess import` reads its first sheet back."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from desktop.assess.documents import Row, Year
from desktop.assess.ledger import Entry, State
from desktop.assess.points import entry_points
from desktop.assess.rule_set import Rule, RuleKind
from desktop.files import write_whole
from desktop.report.imprint import Imprint, Naming, edition_text
from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.workbook_file import workbook_writer
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import number_text
from desktop.words import Words

_COUNTED = (RuleKind.OCCURRENCE, RuleKind.DISCRETIONARY, RuleKind.PROPORTION)


def write_ledger_workbook(
    year: Year, rows: Sequence[Row[Entry]], path: Path, *, naming: Naming, words: Words
) -> Path:
    """Entries that stand come first; those withdrawn or in dispute lie on a sheet of their own."""
    ordered = sorted(rows, key=lambda row: (row.value.date, row.value.unit, row.number))
    apart = [row for row in ordered if _is_apart(row)]
    standing = [row for row in ordered if not _is_apart(row)]
    entries = _Entries(year, words)
    sheets = [
        entries.sheet(words("Deduction ledger"), standing),
        entries.sheet(words("Set aside"), apart),
        _rules_sheet(year, words),
    ]
    write_whole(path, workbook_writer(sheets, _imprint(year, naming, words), words))
    return path


def _is_apart(row: Row[Entry]) -> bool:
    return row.is_disputed or row.value.state is State.WITHDRAWN


class _Entries:
    """The columns of an entry; their heads are those that `assess.entry_heads` reads."""

    def __init__(self, year: Year, words: Words) -> None:
        self._year, self._words = year, words
        self._deducts_only = not any(rule.adds for rule in year.rules.rules)
        self._rules = {rule.code: rule for rule in year.rules.rules}

    def sheet(self, title: str, rows: Sequence[Row[Entry]]) -> Sheet:
        words = self._words
        fields = [
            Field("number", words("Line number"), mixed=True),
            Field("code", words("Agency code"), mixed=True),
            Field("unit", words("Agency")),
            Field("rule", words("Rule code"), mixed=True),
            Field("rule_text", words("Rule text")),
            Field("count", words("Count")),
            Field("due", words("Number due")),
            Field("rate", words("Rate"), mixed=True),
            Field("amount", words("Points for each"), mixed=True),
            Field("points", self._points_title(), mixed=True),
            Field("date", words("Date")),
            Field("office", words("Evidence office")),
            Field("document", words("Evidence document")),
            Field("case", words("Case")),
            Field("text", words("What happened")),
            Field("reason", words("Reason")),
            Field("approver", words("Approved by")),
            Field("source", words("Source of the rate")),
            Field("attachments", words("Attachments")),
            Field("state", words("State")),
        ]
        about = words("Deductions and additions of the year.")
        return Sheet(title, about, fields, [Line(self._cells(row)) for row in rows], keys=3)

    def _cells(self, row: Row[Entry]) -> list[Value]:
        entry = row.value
        rule, unit = self._rules.get(entry.rule), self._year.units.get(entry.unit)
        facts, kind = entry.facts, rule.kind if rule else None
        return [
            row.number,
            entry.unit,
            unit.name if unit else "",
            entry.rule,
            f"{rule.section} {rule.text}" if rule else "",
            facts.count if kind in _COUNTED else None,
            facts.due or None,
            _rate(facts.rate),
            _number(facts.amount),
            _number(self._points(rule, entry)),
            entry.date,
            entry.office,
            entry.document,
            entry.case,
            entry.text,
            entry.reason,
            entry.approver,
            entry.source,
            "\n".join(f"{held.sha256}  {held.name}" for held in entry.attachments),
            self._words("in dispute") if row.is_disputed else self._words(str(entry.state)),
        ]

    def _points_title(self) -> str:
        text = "Points deducted" if self._deducts_only else "Points added or deducted"
        return self._words(text)

    def _points(self, rule: Rule | None, entry: Entry) -> Fraction | None:
        """None where the rule set has no such rule, or cannot take what the entry states."""
        if rule is None:
            return None
        try:
            points = entry_points(rule, entry.facts)
        except PingyiError:
            return None
        return points if rule.adds or self._deducts_only else -points


def _rules_sheet(year: Year, words: Words) -> Sheet:
    """What may stand in the column of rules."""
    fields = [
        Field("code", words("Rule code"), mixed=True),
        Field("section", words("Section")),
        Field("text", words("Rule text")),
        Field("unit", words("Unit of counting")),
        Field("points", words("Points for each"), mixed=True),
        Field("offices", words("Evidence office")),
    ]
    lines = [
        Line(
            [
                rule.code,
                rule.section,
                rule.text,
                rule.unit,
                _number(rule.points),
                words(", ").join(rule.offices),
            ]
        )
        for rule in year.rules.rules
    ]
    return Sheet(words("Rule set"), year.rules.name, fields, lines)


def _number(value: Fraction | None) -> Value:
    """A number; a text where no decimal ends, for a workbook would round it."""
    if value is None:
        return None
    text = number_text(value)
    return text if "/" in text else Decimal(text)


def _rate(value: Fraction | None) -> Value:
    """Up to 1 with its sign: a bare one might be a share."""
    if value is None or value > 1:
        return _number(value)
    return f"{number_text(value)}%"


def _imprint(year: Year, naming: Naming, words: Words) -> Imprint:
    return Imprint(
        naming.plan.title,
        words("Deduction ledger"),
        naming.survey,
        naming.mode == "drill",
        edition_text(naming.mode, year.edition, words),
        proof=(words("Hash of the plan"), naming.plan_hash),
    )
