"""Rows of the assessment page: the standing of a day, the ledger, one unit's sheet, the rules."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import QObject

from desktop.assess.ledger import Entry, State
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.assess.standing import Line as CountedLine
from desktop.assess.standing import UnitStanding
from desktop.models.assess_entry import moved_text, points_text
from desktop.models.assess_words import AssessWords
from desktop.models.assess_year import NUMBER, AssessYear, Matter, Waiting, chapter, chapters
from desktop.models.rows_model import Column, Row
from desktop.report.figures import plain_number
from desktop.report.year_facts import facts_text
from desktop.store.ledger_queries import Line
from desktop.tally.errors import Problem
from desktop.tally.numbers import rounded
from desktop.tally.plan import Plan
from desktop.words import Words

_TONES = {
    Waiting.DISPUTED: "bad",
    Waiting.UNSOUND: "bad",
    Waiting.DOUBLE: "warn",
    Waiting.TWIN: "warn",
    Waiting.UNDECIDED: "quiet",
}


class AssessRows(QObject):
    """`words` are the texts that documents share."""

    def __init__(self, plan: Plan, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self.says = AssessWords(self)
        self.names = {agency.code: agency.name for agency in plan.agencies}
        self._groups = {code: group.name for code, group in plan.group_of.items()}

    def standing_columns(self, rules: RuleSet) -> list[Column]:
        """One for every chapter of the rule set between the unit and its score."""
        return [
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Unit")),
            Column(self.tr("Group")),
            *(Column(held, is_number=True) for held in chapters(rules)),
            Column(self.tr("Unfloored"), is_number=True),
            Column(self.tr("Score"), is_number=True),
            Column(self.tr("Band")),
        ]

    def standing(self, year: AssessYear) -> list[Row]:
        """By rank, void units last."""
        if not (found := year.standing):
            return []
        parts = chapters(found.rules)
        return [self._unit(row, parts) for row in found.rows]

    def _unit(self, row: UnitStanding, parts: Sequence[str]) -> Row:
        sums = _by_chapter(row.lines)
        points = [sums.get(part, Fraction()) for part in parts]
        band = row.band.name + (self.tr(" (veto)") if row.vetoed else "")
        rank = self.tr("void") if row.rank is None else str(row.rank)
        texts = (
            rank,
            self.names[row.unit],
            self._groups[row.unit],
            *(_signed(held) for held in points),
            rounded(row.unfloored, 2),
            rounded(row.score, 2),
            band,
        )
        sorts = (
            row.rank,
            *texts[1:3],
            *map(float, points),
            float(row.unfloored),
            float(row.score),
            float(-row.score),
        )
        return Row(row.unit, texts, sorts, self._tones(row, len(parts)))

    def _tones(self, row: UnitStanding, parts: int) -> tuple[str, ...]:
        whole = "quiet" if row.rank is None else "text"
        below = "quiet" if row.unfloored == row.score else "bad"
        return (whole,) * (3 + parts) + (below, whole, whole)

    def whys(self) -> Mapping[Waiting, str]:
        """Why a line waits for somebody."""
        return {
            Waiting.DISPUTED: self.tr("disputed"),
            Waiting.UNSOUND: self.tr("against the rules"),
            Waiting.DOUBLE: self.tr("two rules, one case"),
            Waiting.TWIN: self.tr("entered twice"),
            Waiting.UNDECIDED: self.tr("not decided"),
        }

    def matter(self, matter: Matter, year: AssessYear) -> Row:
        """What waits for somebody."""
        line = year.lines.get(matter.lines[0]) if matter.lines else None
        unit = self.names.get(matter.unit, matter.unit)
        texts = (self.whys()[matter.why], unit, self._what(matter, line, year))
        return Row(matter, texts, tones=(_TONES[matter.why], "text", "text"))

    def _what(self, matter: Matter, line: Line[Entry] | None, year: AssessYear) -> str:
        if matter.problem:
            return self.problem(matter.problem, year)
        if line is None:
            return ""
        entry, rule = line.value, year.rule_by_code.get(line.value.rule)
        told = f"{rule.section} {rule.text}" if rule else entry.rule
        return self.tr("{0}, {1}: {2}").format(
            entry.date, self.says.state(line, year.states[line.id])[0], told
        )

    def problem(self, problem: Problem, year: AssessYear) -> str:
        """A sentence of the rules, with sections and states in words."""
        states = {str(state): word for state, word in self.says.states.items()}
        fields = dict(problem.fields)
        for name in ("one", "other", "rule"):
            if rule := year.rule_by_code.get(str(fields.get(name))):
                fields[name] = f"{rule.section} ({rule.code})"
        if "state" in fields:
            fields["state"] = states.get(str(fields["state"]), fields["state"])
        return self._words(problem.message).format(**fields)

    def ledger_columns(self) -> list[Column]:
        return [
            Column(self.tr("State")),
            Column(self.tr("Day")),
            Column(self.tr("Unit")),
            Column(self.tr("Rule")),
            Column(self.tr("Points"), is_number=True),
            Column(self.tr("Evidence office")),
            Column(self.tr("Document")),
            Column(self.tr("Case")),
            Column(self.tr("Number")),
        ]

    def ledger(self, year: AssessYear, lines: Iterable[Line[Entry]]) -> list[Row]:
        return [self._entry(year, line) for line in lines]

    def _entry(self, year: AssessYear, line: Line[Entry]) -> Row:
        entry, (state, tone) = line.value, self.says.state(line, year.states[line.id])
        rule, points = year.rule_by_code.get(entry.rule), year.points[line.id]
        texts = (
            state,
            entry.date,
            self.names.get(entry.unit, entry.unit),
            rule.section if rule else entry.rule,
            moved_text(points),
            entry.office,
            _short(entry.document),
            _short(entry.case),
            line.id[:NUMBER],
        )
        sorts = (*texts[:4], _float(points), *texts[5:])
        quiet = "quiet" if tone == "quiet" else "text"
        return Row(line.id, texts, sorts, (tone, *(quiet,) * 7, "quiet"))

    def counted_columns(self) -> list[Column]:
        return [
            Column(self.tr("Day")),
            Column(self.tr("Rule")),
            Column(self.tr("What and how much")),
            Column(self.tr("Points"), is_number=True),
            Column(self.tr("Evidence office")),
        ]

    def counted(self, year: AssessYear, row: UnitStanding) -> list[Row]:
        """The entries that make the score of a unit."""
        ids = {id(line.value): line.id for line in year.entries}
        return [self._counted(ids.get(id(held.entry), ""), held, row.unit) for held in row.lines]

    def _counted(self, line: str, held: CountedLine, unit: str) -> Row:
        entry, rule = held.entry, held.rule
        what, points = self._matter_of(rule, entry, unit), plain_number(held.points, 2)
        texts = (entry.date, rule.section, what, points, entry.office)
        return Row(line, texts, (*texts[:3], float(held.points), entry.office))

    def other_columns(self) -> list[Column]:
        return [Column(self.tr("State")), *self.counted_columns()]

    def others(self, year: AssessYear, lines: Iterable[Line[Entry]], unit: str) -> list[Row]:
        """Entries that move nothing, whyever."""
        return [self._other(year, line, unit) for line in lines]

    def _other(self, year: AssessYear, line: Line[Entry], unit: str) -> Row:
        entry, (state, tone) = line.value, self._on_the_day(year, line)
        rule, points = year.rule_by_code.get(entry.rule), year.points[line.id]
        section, what = entry.rule, _short(entry.text)
        if rule:
            section, what = rule.section, self._matter_of(rule, entry, unit)
        texts = (state, entry.date, section, what, moved_text(points), entry.office)
        sorts = (*texts[:4], _float(points), entry.office)
        return Row(line.id, texts, sorts, (tone, *("text",) * 5))

    def _on_the_day(self, year: AssessYear, line: Line[Entry]) -> tuple[str, str]:
        """The state, and its tone; what counts only later says from when."""
        state = year.states[line.id]
        if state is not State.COUNTED or line.is_disputed:
            return self.says.state(line, state)
        since = line.value.states[state]
        short = since[5:] if since[:4] == year.day[:4] else since
        return self.tr("counts from {0}").format(short), "quiet"

    def _matter_of(self, rule: Rule, entry: Entry, unit: str) -> str:
        """What happened, and how its points come about; at which unit, where it is another."""
        what = facts_text(rule, entry, self._words)
        if entry.text:
            what = self.tr("{0} ({1})").format(_short(entry.text), what)
        if entry.unit != unit:
            what = self.tr("{0}: {1}").format(self.names[entry.unit], what)
        return what

    def sums(self, sums: Mapping[str, Fraction]) -> list[Row]:
        """A name and its points, the weightiest first."""
        ordered = sorted(sums.items(), key=lambda pair: abs(pair[1]), reverse=True)
        return [Row(name, (name, plain_number(points, 2))) for name, points in ordered]

    def rule_columns(self) -> list[Column]:
        return [
            Column(self.tr("Section")),
            Column(self.tr("Rule")),
            Column(self.tr("Points")),
            Column(self.tr("Kind")),
            Column(self.tr("Evidence office")),
            Column(self.tr("Besides")),
        ]

    def rules(self, rules: RuleSet) -> list[Row]:
        return [self._rule(rule, at) for at, rule in enumerate(rules.rules)]

    def _rule(self, rule: Rule, at: int) -> Row:
        besides = (
            (rule.circular, self.tr("after a circular")),
            (rule.supervising, self.tr("charged to the supervising unit")),
            (bool(rule.proposed_for), self.tr("proposed by itself")),
        )
        texts = (
            rule.section,
            rule.text,
            self._points_text(rule),
            self.says.kind(rule),
            self._words(", ").join(rule.offices),
            self._words(", ").join(text for holds, text in besides if holds),
        )
        return Row(rule.code, texts, (at, *texts[1:]))

    def _points_text(self, rule: Rule) -> str:
        """Of a share the most that it comes to: what one costs is worked out by case."""
        text = points_text(rule)
        if rule.kind is RuleKind.PROPORTION:
            return self.tr("at most {0}").format(text)
        return text


def _float(points: Fraction | None) -> float | None:
    return None if points is None else float(points)


def _by_chapter(lines: Iterable[CountedLine]) -> Mapping[str, Fraction]:
    found: dict[str, Fraction] = {}
    for line in lines:
        part = chapter(line.rule)
        found[part] = found.get(part, Fraction()) + line.points
    return found


def _signed(points: Fraction) -> str:
    """Nothing where nothing was deducted: what was stands out."""
    return moved_text(points) if points else ""


def _short(text: str) -> str:
    """On one line."""
    return " ".join(text.split())
