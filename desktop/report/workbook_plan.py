"""The plan as sheets of the workbook: its lists with the values that formulas refer to."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from desktop.report.rule_parts import channel_weights
from desktop.report.sheet import Field, Formula, Line, Sheet, Value, Whole
from desktop.report.workbook_workings import Workings
from desktop.tally.numbers import number_text
from desktop.tally.plan import Group

_Row = tuple[str, str, str, Value, str]
"""List, code, name, value, and what the value is."""


def plan_sheet(workings: Workings) -> Sheet:
    words = workings.words
    fields = [
        Field("list", words("List")),
        Field("code", words("Item code")),
        Field("name", words("Item name")),
        Field("value", words("Item value")),
        Field("meaning", words("What the value is")),
    ]
    lines = [Line(row) for row in _rows(workings)]
    about = words("Grades, dimensions, channels, groups, reasons; formulas read values here.")
    return Sheet(words("Appraisal plan"), about, fields, lines, keys=3)


def defined_names(workings: Workings, sheet: Sheet) -> dict[str, str]:
    """Names of the cells that formulas refer to, and where these are."""
    rule, lists = workings.rule, [line.cells[0] for line in sheet.lines]
    words, plan = workings.words, workings.plan
    grades, dimensions = lists.index(words("Grades")), lists.index(words("Dimensions"))
    places = {rule.value_name(at + 1): grades + at for at, _ in enumerate(plan.grades)}
    places |= {rule.weight_name(at + 1): dimensions + at for at, _ in enumerate(plan.dimensions)}
    scoring = lists.index(words("Scoring"))
    places[rule.scale_name] = scoring
    if plan.scoring.cap is not None:
        places[rule.cap_name] = scoring + 2
    return {name: sheet.single("value", line) for name, line in places.items()}


def agencies_sheet(workings: Workings, ranking: Sheet) -> Sheet:
    """As the form lists them."""
    words, plan = workings.words, workings.plan
    names = {agency.code: agency.name for agency in plan.agencies}
    fields = [
        Field("number", words("No.")),
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        Field("short", words("Agency short name")),
        Field("group", words("Group")),
        Field("vertical", words("Vertically managed unit")),
        Field("parent", words("Supervising unit")),
    ]
    lines = [
        Line(
            [
                number,
                agency.code,
                agency.name,
                agency.short or None,
                plan.group_of[agency.code].name,
                words("yes, vertically managed") if agency.vertical else None,
                names.get(agency.parent or ""),
            ]
        )
        for number, agency in enumerate(plan.agencies, 1)
    ]
    about = words("Every agency of the form in its order, with group and supervising unit.")
    sheet = Sheet(words("List of agencies"), about, fields, lines, keys=3)
    text = f"COUNTA({sheet.outside('code')})-COUNTA({ranking.outside('code')})"
    says = words("The agencies listed, less those in the overall ranking.")
    apart = len(plan.agencies) - len(workings.results.agencies)
    return replace(sheet, wholes=[Whole(says, Formula(text, apart))])


def _rows(workings: Workings) -> Iterator[_Row]:
    words, plan = workings.words, workings.plan
    for grade in plan.grades:
        positive = words("grade value; counts for the satisfaction rate")
        meaning = positive if grade.positive else words("grade value")
        yield words("Grades"), grade.code, grade.name, _number(grade.value), meaning
    for dimension in plan.dimensions:
        meaning = words("weight; nominal full mark {points}").format(points=dimension.points)
        weight = _number(dimension.weight)
        yield words("Dimensions"), dimension.code, dimension.name, weight, meaning
    yield from _scoring(workings)
    for channel in plan.channels:
        issued = words("weight; issued {count}").format(count=channel.issued)
        meaning = words("weight; issued forms not counted") if channel.issued is None else issued
        yield words("Channels"), channel.code, channel.name, _number(channel.weight), meaning
    for group in plan.groups:
        yield words("Groups"), group.code, group.name, None, _group(workings, group)
    for reason in plan.void_reasons:
        yield words("Void reasons"), reason.code, reason.name, None, ""
    for band in plan.bands:
        lower = None if band.lower is None else _number(band.lower)
        yield words("Bands"), band.code, band.name, lower, words("lowest printed score of the band")


def _scoring(workings: Workings) -> Iterator[_Row]:
    words, scoring = workings.words, workings.plan.scoring
    of = words("Scoring")
    scale, exact = scoring.display.scale, words("printed scores are multiplied by {scale}")
    yield of, "", words("Scale"), _number(scale), exact.format(scale=number_text(scale))
    decimals = words("decimals printed of a score")
    yield of, "", words("Decimals"), scoring.display.decimals, decimals
    if scoring.cap is not None:
        yield of, "", words("Cap"), _number(scoring.cap), words("highest dimension score")


def _group(workings: Workings, group: Group) -> str:
    words = workings.words
    parts = [
        words("scored") if group.scored else words("not scored"),
        words("ranked") if group.ranked else words("not ranked"),
        words("published") if group.published else words("not published"),
    ]
    if group.weights is not None:
        weights = channel_weights(workings.plan, group, words)
        parts.append(words("channel weights: {weights}").format(weights=weights))
    return words(", ").join(parts)


def _number(value: Fraction) -> Value:
    """A whole number as one; others as a spreadsheet has them."""
    return int(value) if value.denominator == 1 else float(value)
