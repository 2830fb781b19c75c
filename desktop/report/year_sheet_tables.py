"""The tables of a unit's assessment sheet: score, sums, entries that count and that do not."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from desktop.assess.documents import Charge
from desktop.assess.rule_set import Rule
from desktop.assess.standing import UnitStanding
from desktop.report.figures import DASH
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.report.year_facts import matter
from desktop.report.year_look import year_room
from desktop.report.year_parts import Told, mark, said, state_name


def score_table(held: UnitStanding, told: Told, ranked: int) -> Table:
    """Start, what moved it, the sum as it is and within its bounds, band, rank; none if void."""
    words, rules = told.words, told.year.rules
    columns = [
        Column(words("Starting points")),
        Column(told.points_title),
        Column(words("Sum before its bounds")),
        Column(words("Score")),
        Column(words("Band"), Kind.CODE, limit=column_room("band")),
        Column(words("Rank"), Kind.CODE),
    ]
    cells = [mark(rules.start), told.points(held.unfloored - rules.start)]
    if held.rank is None:
        cells += [DASH, DASH, DASH, words("results void")]
    else:
        rank = words("{rank} of {count}").format(rank=held.rank, count=ranked)
        cells += [mark(held.unfloored), mark(held.score), held.band.name, rank]
    return Table(columns, [row(*cells, strong=True)])


def rule_table(held: UnitStanding, told: Told) -> Table:
    """By section, as the rule set has them."""
    words, found = told.words, held.by_rule()
    counts: dict[str, int] = {}
    for line in held.lines:
        counts[line.rule.code] = counts.get(line.rule.code, 0) + 1
    columns = [
        Column(words("Section"), Kind.CODE),
        Column(words("Rule text"), Kind.NAME),
        Column(words("Number of entries")),
        Column(told.points_title),
    ]
    rows = [
        row(rule.section, rule.text, str(counts[rule.code]), moved(found[rule.code], rule, told))
        for rule in told.year.rules.rules
        if rule.code in found
    ]
    total = sum(found.values(), Fraction())
    last = row(words("Total"), "", str(len(held.lines)), told.points(total), strong=True)
    return Table(columns, [*rows, last])


def moved(points: Fraction | None, rule: Rule | None, told: Told) -> str:
    """Points as `told` has them; in words where an entry moved none."""
    if points is None or points:
        return told.points(points)
    if rule and rule.band:
        return told.words("veto")
    return told.words("nothing deducted" if told.deducts_only else "no points")


def office_table(held: UnitStanding, told: Told) -> Table:
    """By the office that gave the evidence, the greatest sum first."""
    words, found = told.words, held.by_office()
    counts: dict[str, int] = {}
    for line in held.lines:
        counts[line.entry.office] = counts.get(line.entry.office, 0) + 1
    columns = [
        Column(words("Evidence office"), Kind.NAME),
        Column(words("Number of entries")),
        Column(told.points_title),
    ]
    ordered = sorted(found, key=lambda office: (-abs(found[office]), office))
    rows = [row(said(held), str(counts[held]), moved(found[held], None, told)) for held in ordered]
    return Table(columns, rows)


def counted_table(counted: Sequence[Charge], told: Told) -> Table:
    words = told.words
    columns = [*_columns(told), Column(told.points_title)]
    blocks = [
        row(*_cells(at, held, told), moved(held.points, held.rule, told))
        for at, held in enumerate(counted, 1)
    ]
    if blocks:
        total = sum((held.points for held in counted if held.points), Fraction())
        empty = [""] * (len(columns) - 2)
        blocks.append(row(words("Total"), *empty, told.points(total), strong=True))
    return Table(columns, blocks)


def waiting_table(waiting: Sequence[Charge], told: Told) -> Table:
    """What the entry would move, and why it does not."""
    words = told.words
    columns = [
        *_columns(told),
        Column(words("Points if counted")),
        Column(words("State"), Kind.TEXT, limit=year_room("state")),
    ]
    blocks: list[Block] = [
        row(*_cells(at, held, told), told.points(held.points), "\n".join(_why(held, told)))
        for at, held in enumerate(waiting, 1)
    ]
    return Table(columns, blocks)


def _columns(told: Told) -> list[Column]:
    words = told.words
    return [
        Column(words("No."), Kind.CODE),
        Column(words("Day"), Kind.CODE),
        Column(words("Section"), Kind.CODE),
        Column(words("What was found"), Kind.NAME, limit=year_room("matter")),
        Column(words("Evidence office"), Kind.TEXT, limit=year_room("office")),
        Column(words("Evidence document"), Kind.TEXT, limit=year_room("document")),
    ]


def _cells(at: int, held: Charge, told: Told) -> tuple[str, ...]:
    entry, rule = held.row.value, held.rule
    happened = told.unit(entry.unit) if entry.unit != held.unit else ""
    return (
        str(at),
        entry.date,
        rule.section if rule else said(entry.rule),
        matter(rule, entry, told.words, happened=happened) or DASH,
        said(entry.office),
        said(entry.document),
    )


def _why(held: Charge, told: Told) -> Iterator[str]:
    """A disputed line is named by its number."""
    words = told.words
    yield state_name(held.state, words)
    if held.row.is_disputed:
        yield words("in dispute, line {number}").format(number=held.row.number)
    elif held.points is None or held.state.value == "counted":
        yield words("does not fit the rule set, line {number}").format(number=held.row.number)
