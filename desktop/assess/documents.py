"""What the documents of the year are given: lines, units and settings, with no file behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from desktop.assess.complaints import Complaint, Due, Terms, due, was_late
from desktop.assess.composite import CompositeLine
from desktop.assess.findings import Finding, HalfMonthReport, half_month_report
from desktop.assess.ledger import Entry, State, charged
from desktop.assess.points import entry_points
from desktop.assess.promises import Pledge, Request
from desktop.assess.rule_set import ConsequenceRule, Rule, RuleSet
from desktop.assess.standing import UnitStanding
from desktop.assess.working_days import Holidays
from desktop.assess.year import Annulment, CompositeSetting, Confirmation, LastBands, TermsTable
from desktop.tally.errors import PingyiError
from desktop.tally.letter import Letter

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that is assessed; `group` is the name of its group."""

    code: str
    name: str
    group: str
    vertical: bool = False
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A line of a ledger; people quote it by its number, the beginning of its id."""

    number: str
    value: T
    is_disputed: bool = False
    """Two computers say different things of it: it counts as nothing."""


@dataclass(frozen=True, slots=True)
class Year:
    """What all documents of a year name."""

    year: int
    day: str
    """The day that everything is told as of, such as 2006-12-31: a day of the calendar."""
    rules: RuleSet
    units: Mapping[str, Unit]
    """By code, in the order of the plan."""
    edition: int = 1
    sealed: bool = False
    standing: str = ""
    """Hash of the year's standing, 64 hex digits; empty where there is none."""

    @property
    def today(self) -> date:
        return date.fromisoformat(self.day)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The standing of the day and the whole ledger it was computed from."""

    year: Year
    standings: Sequence[UnitStanding]
    """By rank, as `standing` gives them."""
    entries: Sequence[Row[Entry]]
    void: Sequence[Annulment] = ()
    """Those that hold on the day."""

    def of(self, unit: str) -> UnitStanding:
        return next(held for held in self.standings if held.unit == unit)

    def in_band(self, band: str) -> list[UnitStanding]:
        """Ranked units of this band, by rank."""
        return [it for it in self.standings if it.band.code == band and it.rank is not None]


@dataclass(frozen=True, slots=True)
class Charge:
    """One line of the deduction ledger, and what it does to whom on the day."""

    row: Row[Entry]
    rule: Rule | None
    """None where the rule set has none of this code."""
    unit: str
    """Who answers for it."""
    points: Fraction | None
    """Below 0 where it deducts; None where the rule cannot take what the entry states."""
    state: State
    counts: bool


def charges(held: Assessment) -> list[Charge]:
    """Every line that was there on the day, by date; those count that the standing was made of."""
    counted: dict[str, list[Entry]] = {
        standing.unit: [line.entry for line in standing.lines] for standing in held.standings
    }
    rules = {rule.code: rule for rule in held.year.rules.rules}
    parents = {code: unit.parent for code, unit in held.year.units.items()}

    def charge(row: Row[Entry], state: State) -> Charge:
        entry, rule = row.value, rules.get(row.value.rule)
        unit = charged(rule, entry.unit, parents) if rule else entry.unit
        counts = not row.is_disputed and entry in counted.get(unit, [])
        return Charge(row, rule, unit, _points(rule, entry), state, counts)

    found = [
        charge(row, state) for row in held.entries if (state := row.value.state_on(held.year.day))
    ]
    return sorted(found, key=lambda it: (it.row.value.date, it.row.value.rule, it.row.number))


def _points(rule: Rule | None, entry: Entry) -> Fraction | None:
    if rule is None:
        return None
    try:
        points = entry_points(rule, entry.facts)
    except PingyiError:
        return None
    return points if rule.adds else -points


@dataclass(frozen=True, slots=True)
class FindingsBook:
    """All findings of the year."""

    year: Year
    rows: Sequence[Row[Finding]]

    def half_month(self) -> HalfMonthReport:
        """Of the half-month that holds the day, without lines in dispute."""
        settled = (row.value for row in self.rows if not row.is_disputed)
        return half_month_report(settled, self.year.today)


@dataclass(frozen=True, slots=True)
class ComplaintsBook:
    """All complaints of the year, with what their deadlines hang on."""

    year: Year
    rows: Sequence[Row[Complaint]]
    terms: TermsTable
    holidays: Holidays


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """A complaint with its deadlines; `finish_by` is None before it was accepted."""

    row: Row[Complaint]
    accept_by: date
    finish_by: date | None
    due: Due | None
    late: bool
    """It was accepted or finished after its term."""

    def is_overdue(self, today: date) -> bool:
        return self.due is not None and self.due.is_overdue(today)


def complaint_lines(held: ComplaintsBook) -> list[ComplaintLine]:
    """By the day they were received; a disputed line has no step that is due."""
    found = [
        _complaint_line(row, held.terms.of(row.value.kind), held.holidays) for row in held.rows
    ]
    return sorted(found, key=lambda it: (it.row.value.received, it.row.value.unit, it.row.number))


def _complaint_line(row: Row[Complaint], terms: Terms, holidays: Holidays) -> ComplaintLine:
    complaint = row.value
    accept_by = terms.accept.ends(date.fromisoformat(complaint.received), holidays)
    working = due(replace(complaint, finished="", answered=""), terms, holidays)
    finish_by = working.by if working and complaint.accepted else None
    step = None if row.is_disputed else due(complaint, terms, holidays)
    return ComplaintLine(row, accept_by, finish_by, step, was_late(complaint, terms, holidays))


@dataclass(frozen=True, slots=True)
class CompositeBook:
    """The composite evaluation, with the settings it was computed by."""

    year: Year
    setting: CompositeSetting
    lines: Sequence[CompositeLine]
    """By rank, as `composite` gives them."""
    groups: Mapping[str, str]
    """The code of the group by the unit's: components may weigh by it."""


@dataclass(frozen=True, slots=True)
class ConsequenceRow:
    """What follows for a unit; nobody has confirmed it where `confirmation` is None."""

    unit: str
    rule: ConsequenceRule
    band: str
    """This year's, and last year's: their codes."""
    last: str = ""
    confirmation: Confirmation | None = None
    is_disputed: bool = False

    @property
    def is_confirmed(self) -> bool:
        """Only then may a paper that goes out tell it as decided."""
        held = self.confirmation
        return held is not None and not held.withdrawn and not self.is_disputed

    def is_overdue(self, day: str) -> bool:
        held = self.confirmation
        return bool(held and held.deadline and not held.done and held.deadline < day)


@dataclass(frozen=True, slots=True)
class ConsequencesBook:
    year: Year
    rows: Sequence[ConsequenceRow]
    last: LastBands | None = None


@dataclass(frozen=True, slots=True)
class YearLetter:
    """What a letter of the year is made of; `findings` that are open stand on a notice."""

    assessment: Assessment
    consequences: ConsequencesBook
    letter: Letter
    findings: FindingsBook | None = None


@dataclass(frozen=True, slots=True)
class YearBook:
    """All that the workbook of the year holds."""

    assessment: Assessment
    findings: FindingsBook
    complaints: ComplaintsBook
    consequences: ConsequencesBook
    pledges: Sequence[Row[Pledge]] = ()
    requests: Sequence[Row[Request]] = ()
    composite: CompositeBook | None = None

    @property
    def year(self) -> Year:
        return self.assessment.year


def band_name(rules: RuleSet, code: str) -> str:
    """Empty for a code that the rule set does not have."""
    return next((band.name for band in rules.bands if band.code == code), "")


def chapters(rules: RuleSet) -> list[str]:
    """The chapters of the rule set in its order: 一 of 一.1 and 一.2."""
    return list(dict.fromkeys(chapter(rule) for rule in rules.rules))


def chapter(rule: Rule) -> str:
    return rule.section.partition(".")[0]


def by_chapter(held: UnitStanding) -> Mapping[str, Fraction]:
    """Points by chapter, of those that have any."""
    found: dict[str, Fraction] = {}
    for line in held.lines:
        found[chapter(line.rule)] = found.get(chapter(line.rule), Fraction()) + line.points
    return found
