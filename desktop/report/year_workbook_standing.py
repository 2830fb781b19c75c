"""Standing, bands and rules as sheets: formulas recompute every score from the ledger's lines."""

from collections.abc import Sequence
from fractions import Fraction

from desktop.assess.documents import Charge, by_chapter, chapters, charges
from desktop.assess.standing import UnitStanding
from desktop.report.figures import DASH
from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.year_parts import band_range
from desktop.report.year_workbook_cells import Drawing, exact, fine
from desktop.tally.numbers import number_text

_BEYOND = 10**9
"""Stands for a bound that is not there."""


def bands_sheet(drawing: Drawing) -> Sheet:
    words, held = drawing.words, drawing.book.assessment
    fields = [
        Field("band", words("Band")),
        Field("range", words("Score")),
        Field("units", words("Agencies")),
    ]
    bands = held.year.rules.bands
    lines = [
        Line([band.name, band_range(band, words), len(held.in_band(band.code))]) for band in bands
    ]
    about = words("Bands with their bounds, read on the score before rounding.")
    sheet = Sheet(words("Bands"), about, fields, lines, filtered=False)
    bounds: list[list[Value]] = [
        [
            -_BEYOND if band.lower is None else exact(band.lower),
            _BEYOND if band.upper is None else exact(band.upper),
        ]
        for band in bands
    ]
    beside = [
        Field("lower", words("Lower bound (included)")),
        Field("upper", words("Upper bound (excluded)")),
    ]
    return sheet.beside(beside, bounds)


def standing_sheet(drawing: Drawing, entries: Sheet, bands: Sheet) -> Sheet:
    """Void units stand last and without figures; the checks leave them aside."""
    words, held = drawing.words, drawing.book.assessment
    parts = chapters(held.year.rules)
    fields = [
        Field("rank", words("Rank")),
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        Field("group", words("Group")),
        *(Field(f"part{at}", part) for at, part in enumerate(parts, 1)),
        Field("points", words("Points (below 0: deducted)")),
        Field("unfloored", words("Sum before its bounds")),
        Field("score", words("Score")),
        Field("band", words("Band")),
        Field("remarks", words("Remarks")),
    ]
    lines = [Line(_cells(it, drawing, parts)) for it in held.standings]
    about = words("All units by rank on the day; every score is recomputed from the ledger.")
    sheet = Sheet(words("Assessment ranking"), about, fields, lines, keys=3)
    sheet = _recomputed(sheet, drawing, entries)
    return _checked(sheet, drawing, bands, len(parts))


def _cells(it: UnitStanding, drawing: Drawing, parts: Sequence[str]) -> list[Value]:
    told, words, rules = drawing.told, drawing.words, drawing.book.year.rules
    names: list[Value] = [it.unit, told.unit(it.unit), told.group(it.unit)]
    if it.rank is None:
        return [DASH, *names, *[None] * (len(parts) + 3), None, words("results void")]
    found = by_chapter(it)
    figures = [exact(found.get(part, Fraction())) for part in parts]
    sums = [exact(it.unfloored - rules.start), exact(it.unfloored), exact(it.score)]
    remark = words("veto") if it.vetoed else None
    return [it.rank, *names, *figures, *sums, it.band.name, remark]


def _recomputed(sheet: Sheet, drawing: Drawing, entries: Sheet) -> Sheet:
    words, rules = drawing.words, drawing.book.year.rules
    standings = drawing.book.assessment.standings
    own = f"{entries.outside('unit')},{sheet.cell('code')},{entries.outside('counts')},1"
    text = f"{number_text(rules.start)}+SUMIFS({entries.outside('points')},{own})"
    sheet = sheet.with_formulas(
        Field("recomputed", words("Recomputed sum")),
        fine(text),
        [None if it.rank is None else round(float(it.unfloored), 6) for it in standings],
    )
    bounded = f"MAX({number_text(rules.least)},{sheet.cell('recomputed')})"
    if rules.most is not None:
        bounded = f"MIN({number_text(rules.most)},{bounded})"
    return sheet.with_formulas(
        Field("bounded", words("Recomputed score")),
        bounded,
        [None if it.rank is None else round(float(it.score), 6) for it in standings],
    )


def _checked(sheet: Sheet, drawing: Drawing, bands: Sheet, parts: int) -> Sheet:
    words, cell = drawing.words, sheet.cell
    ranked: list[float | None] = [
        None if it.rank is None else 0 for it in drawing.book.assessment.standings
    ]
    banded: list[float | None] = [
        None if it.rank is None or it.vetoed else 0 for it in drawing.book.assessment.standings
    ]
    chapters_sum = f"SUM({cell('part1')}:{cell(f'part{parts}')})"
    holds = (
        f"({bands.outside('lower')}<={cell('bounded')})*({bands.outside('upper')}>{cell('bounded')})"
        f"*({bands.outside('band')}={cell('band')})"
    )
    for key, title, text, values, says in (
        (
            "check_sum",
            words("Check: sum"),
            fine(f"{cell('recomputed')}-{cell('unfloored')}"),
            ranked,
            words("Start and the points of the entries that count, less the sum listed."),
        ),
        (
            "check_score",
            words("Check: score"),
            fine(f"{cell('bounded')}-{cell('score')}"),
            ranked,
            words("The recomputed sum within its bounds, less the score listed."),
        ),
        (
            "check_chapters",
            words("Check: chapters"),
            fine(f"{chapters_sum}-{cell('points')}"),
            ranked,
            words("The points of the chapters added up, less the points in all."),
        ),
        (
            "check_rank",
            words("Check: rank"),
            f'COUNTIF({sheet.column("bounded")},">"&{cell("bounded")})+1-{cell("rank")}',
            ranked,
            words("Units with a higher recomputed score, and one, less the rank."),
        ),
        (
            "check_band",
            words("Check: band"),
            f"1-SUMPRODUCT({holds})",
            banded,
            words("The recomputed score lies within the bounds of the band listed."),
        ),
    ):
        sheet = sheet.with_formulas(Field(key, title), text, values, says)
    return sheet


def with_units(bands: Sheet, drawing: Drawing, standing: Sheet) -> Sheet:
    """The sheet of bands with a check of its counts."""
    words = drawing.words
    return bands.with_formulas(
        Field("check_units", words("Check: units")),
        f"COUNTIF({standing.outside('band')},{bands.cell('band')})-{bands.cell('units')}",
        [0] * len(bands.lines),
        words("Units of the standing in this band, less the number listed."),
    )


def rules_sheet(drawing: Drawing, entries: Sheet) -> Sheet:
    """The rule set as it was used, with what each rule came to over all units."""
    words, rules = drawing.words, drawing.book.year.rules
    found = [charge for charge in charges(drawing.book.assessment) if charge.counts]
    fields = [
        Field("rule", words("Rule code")),
        Field("section", words("Section")),
        Field("text", words("Rule text")),
        Field("each", words("Points each, or the most")),
        Field("unit", words("Unit of counting")),
        Field("offices", words("Evidence offices")),
        Field("count", words("Number of entries"), thousands=True),
        Field("points", words("Points in all (below 0: deducted)")),
    ]
    lines = [
        Line(
            [
                rule.code,
                rule.section,
                rule.text,
                exact(rule.points if rule.adds else -rule.points),
                rule.unit,
                words(", ").join(rule.offices),
                sum(charge.row.value.rule == rule.code for charge in found),
                exact(_points(found, rule.code)),
            ]
        )
        for rule in rules.rules
    ]
    about = words("The rule set, and what each rule came to over all units.")
    sheet = Sheet(words("Rule set"), about, fields, lines, keys=2)
    of = f"{entries.outside('rule')},{sheet.cell('rule')},{entries.outside('counts')},1"
    sums = f"SUMIFS({entries.outside('points')},{of})-{sheet.cell('points')}"
    counts = f"ABS(COUNTIFS({of})-{sheet.cell('count')})"
    return sheet.with_formulas(
        Field("check_rule", words("Check: rule")),
        fine(f"ABS({sums})+{counts}"),
        [0] * len(lines),
        words("Entries that count and their points, less those listed by rule."),
    )


def _points(found: Sequence[Charge], rule: str) -> Fraction:
    points = (held.points for held in found if held.row.value.rule == rule and held.points)
    return sum(points, Fraction())
