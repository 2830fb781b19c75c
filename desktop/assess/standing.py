"""Scores and bands on a day, computed from the ledger and never stored (RULES.md §6)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.assess.ledger import Entry, State, charged
from desktop.assess.points import entry_points
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.tally.plan import Band
from desktop.tally.ranking import competition_ranks


@dataclass(frozen=True, slots=True)
class Line:
    """An entry that counts, and the points it moves the score by: below 0 where it deducts."""

    entry: Entry
    rule: Rule
    points: Fraction


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """One unit on the day."""

    unit: str
    lines: Sequence[Line]
    unfloored: Fraction
    """Start, less what is deducted, and what is added: it may be below 0."""
    score: Fraction
    """Between the least and the most of the rule set."""
    band: Band
    rank: int | None
    """None for a unit whose results are void 作废."""
    vetoed: bool = False

    def by_rule(self) -> Mapping[str, Fraction]:
        """Points by the rule's code."""
        return _sums((line.rule.code, line.points) for line in self.lines)

    def by_office(self) -> Mapping[str, Fraction]:
        """Points by the evidence office."""
        return _sums((line.entry.office, line.points) for line in self.lines)


def standing(
    rules: RuleSet,
    units: Mapping[str, str | None],
    entries: Iterable[Entry],
    day: str,
    void: Collection[str] = (),
) -> list[UnitStanding]:
    """Every unit by rank, ties in the order of `units`; `day` such as 2006-12-31.

    `units`: codes of those that are assessed and of the units that supervise them, or None. Those
    in `void` have no rank and stand last; the others rank without them.
    """
    lines: dict[str, list[Line]] = {unit: [] for unit in units}
    for entry in entries:
        if entry.state_on(day) is State.COUNTED:
            line = _line(rules, entry)
            lines[charged(line.rule, entry.unit, units)].append(line)
    scored = {unit: _score(rules, held) for unit, held in lines.items()}
    ranked = {unit: (score,) for unit, (_, score) in scored.items() if unit not in void}
    ranks = competition_ranks(ranked)
    found = [_standing(rules, unit, lines[unit], *scored[unit], ranks.get(unit)) for unit in units]
    return sorted(found, key=lambda held: (held.rank is None, held.rank or 0))


def _line(rules: RuleSet, entry: Entry) -> Line:
    rule = rules.rule(entry.rule)
    points = entry_points(rule, entry.facts)
    return Line(entry, rule, points if rule.adds else -points)


def _score(rules: RuleSet, lines: Sequence[Line]) -> tuple[Fraction, Fraction]:
    """Unfloored, and within the set's bounds."""
    unfloored = rules.start + sum((line.points for line in lines), Fraction())
    score = max(unfloored, rules.least)
    return unfloored, score if rules.most is None else min(score, rules.most)


def _standing(
    rules: RuleSet,
    unit: str,
    lines: Sequence[Line],
    unfloored: Fraction,
    score: Fraction,
    rank: int | None,
) -> UnitStanding:
    forced = {line.rule.band for line in lines if line.rule.kind is RuleKind.VETO}
    ordered = sorted(lines, key=lambda line: (line.entry.date, line.rule.code, repr(line.entry)))
    band = _band(rules, score, forced)
    return UnitStanding(unit, ordered, unfloored, score, band, rank, bool(forced))


def _band(rules: RuleSet, score: Fraction, forced: Collection[str]) -> Band:
    """The band of the unrounded score or, of those that vetoes force, the worst."""
    if forced:
        return next(band for band in reversed(rules.bands) if band.code in forced)
    return next(band for band in rules.bands if band.holds(score))


def _sums(pairs: Iterable[tuple[str, Fraction]]) -> Mapping[str, Fraction]:
    found: dict[str, Fraction] = {}
    for key, points in pairs:
        found[key] = found.get(key, Fraction()) + points
    return found
