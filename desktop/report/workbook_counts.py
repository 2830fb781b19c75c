"""The sheets of votes: all channels together, and each channel by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.workbook_formulas import grade_key, same, total
from desktop.report.workbook_workings import Workings, exact, near_float, together
from desktop.tally.results import DimensionResult


@dataclass(frozen=True, slots=True)
class _Row:
    """What one agency received in one dimension; numbers from 1, as the plan lists them."""

    agency: str
    dimension: int
    held: DimensionResult
    forms: int
    channel: int = 0


def channel_votes_sheet(workings: Workings) -> Sheet:
    """Channel by channel, agencies as the form lists them."""
    words, rows = workings.words, list(_channel_rows(workings))
    names = [channel.name for channel in workings.plan.channels]
    fields = [Field("channel", words("Channel")), *_fields(workings)]
    lines = [_line(workings, row, names[row.channel - 1]) for row in rows]
    about = words("What each agency received in each dimension by each channel.")
    sheet = Sheet(words("Votes by channel"), about, fields, lines, keys=3)
    numbered = [Field("channel_no", words("Channel number")), *_beside_fields(workings)]
    sheet = sheet.beside(numbered, [[row.channel, *_beside(workings, row)] for row in rows])
    outside = {at for at, it in enumerate(workings.plan.channels, 1) if it.code in workings.outside}
    keyed = [row.channel not in outside for row in rows]
    return _with_cells(workings, _checked(workings, sheet, rows), rows, keyed)


def votes_sheet(workings: Workings, channels: Sheet) -> Sheet:
    """All channels together, in order of rank; each figure is the sum of the channels'."""
    words, rows = workings.words, list(_rows(workings))
    fields = [Field("rank", words("Rank")), *_fields(workings)]
    ranks = {held.code: held.rank for held in workings.results.agencies}
    lines = [_line(workings, row, ranks[row.agency]) for row in rows]
    about = words("What each agency received in each dimension, all channels together.")
    sheet = Sheet(words("Votes by dimension and grade"), about, fields, lines, keys=3)
    sheet = sheet.beside(_beside_fields(workings), [_beside(workings, row) for row in rows])
    sheet = _checked(workings, sheet, rows)
    sheet = _with_cells(workings, sheet, rows, [not workings.outside] * len(rows))
    return _with_channels(workings, sheet, channels, rows)


def _rows(workings: Workings) -> Iterator[_Row]:
    for agency in workings.results.agencies:
        for number, held in enumerate(agency.dimensions, 1):
            yield _Row(agency.code, number, held, together(agency))


def _channel_rows(workings: Workings) -> Iterator[_Row]:
    results = workings.by_code
    for at, _ in enumerate(workings.plan.channels):
        for agency in workings.plan.agencies:
            channel = results[agency.code].channels[at]
            for number, held in enumerate(channel.dimensions, 1):
                yield _Row(agency.code, number, held, channel.forms, at + 1)


def _fields(workings: Workings) -> list[Field]:
    words, plan = workings.words, workings.plan
    return [
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        Field("dimension", words("Dimension")),
        *(Field(grade_key(at), it.name, thousands=True) for at, it in enumerate(plan.grades, 1)),
        Field("votes", words("Votes"), thousands=True),
        Field("blank", words("Blank"), thousands=True),
        *([Field("dont_know", words("Don't know"), thousands=True)] if plan.dont_know else []),
        Field("invalid", words("Invalid"), thousands=True),
        Field("not_applicable", words("Not applicable"), thousands=True),
        Field("score", words("Dimension score")),
    ]


def _line(workings: Workings, row: _Row, first: Value) -> Line:
    counts = row.held.counts
    cells: list[Value] = [
        first,
        *workings.named(row.agency),
        workings.plan.dimensions[row.dimension - 1].name,
        *counts.grades,
        counts.votes,
        counts.blank,
        *([counts.dont_know] if workings.plan.dont_know else []),
        counts.invalid,
        counts.not_applicable,
        workings.score(row.held.score),
    ]
    return Line(cells, band=workings.standing.in_cut(row.agency))


def _beside_fields(workings: Workings) -> list[Field]:
    words = workings.words
    return [
        Field("agency_no", words("Agency number")),
        Field("dimension_no", words("Dimension number")),
        Field("forms", words("Forms that count"), thousands=True),
        Field("exact", workings.scaled(words("Exact dimension score"))),
    ]


def _beside(workings: Workings, row: _Row) -> list[Value]:
    number = workings.agency_no[row.agency]
    return [number, row.dimension, row.forms, exact(row.held.score)]


def _checked(workings: Workings, sheet: Sheet, rows: Sequence[_Row]) -> Sheet:
    """Votes are the sum of the grades; the score is the rule's, from the votes beside it."""
    words, last = workings.words, len(workings.plan.grades)
    sheet = sheet.with_formulas(
        Field("check_votes", words("Check: votes")),
        f"SUM({sheet.cell(grade_key(1))}:{sheet.cell(grade_key(last))})-{sheet.cell('votes')}",
        [sum(row.held.counts.grades) - row.held.counts.votes for row in rows],
        words("The votes for all grades, less the votes."),
    )
    if not workings.rule.dimensions_known:
        return sheet
    scores = [workings.recount.dimension(row.held.counts, row.forms) for row in rows]
    sheet = sheet.with_formulas(
        Field("recomputed", words("Recomputed dimension score")),
        workings.formulas.dimension(sheet),
        [near_float(score) for score in scores],
    )
    printed = [workings.score(row.held.score) for row in rows]
    return sheet.with_formulas(
        Field("check_score", words("Check: dimension score")),
        workings.near.formula((sheet.cell("recomputed"), sheet.cell("score"))),
        [
            None if score is None else workings.near.value([(score, shown)])
            for score, shown in zip(scores, printed, strict=True)
        ],
        words("The dimension score by the rule from the votes, against the one printed."),
    )


def _with_cells(
    workings: Workings, sheet: Sheet, rows: Sequence[_Row], keyed: Sequence[bool]
) -> Sheet:
    """Every form has one cell for each agency and dimension; totals from outside have none."""
    cell = sheet.cell
    states = [cell("votes"), cell("blank"), cell("invalid"), cell("not_applicable")]
    states += [cell("dont_know")] if workings.plan.dont_know else []
    counts = [row.held.counts for row in rows]
    cells = [it.votes + it.blank + it.dont_know + it.invalid + it.not_applicable for it in counts]
    values = [
        found - row.forms if wanted else None
        for found, row, wanted in zip(cells, rows, keyed, strict=True)
    ]
    if not any(keyed):
        return sheet
    words = workings.words
    return sheet.with_formulas(
        Field("check_cells", words("Check: cells")),
        f"{'+'.join(states)}-{cell('forms')}",
        values,
        words("Votes and cells that are no votes, less the forms that could grade the agency."),
    )


def _with_channels(
    workings: Workings, sheet: Sheet, channels: Sheet, rows: Sequence[_Row]
) -> Sheet:
    """Each count against the sum of the channels' counts."""
    words, plan = workings.words, workings.plan
    keys = [grade_key(at) for at, _ in enumerate(plan.grades, 1)]
    keys += ["blank", "invalid", "not_applicable", *(["dont_know"] if plan.dont_know else [])]
    wanted = same(sheet, channels, "agency_no", "dimension_no")
    parts = (f"ABS({total(channels, it, wanted)}-{sheet.cell(it)})" for it in keys)
    return sheet.with_formulas(
        Field("check_channels", words("Check: channels")),
        "+".join(parts),
        [_channels_apart(workings, row) for row in rows],
        words("Each count against the sum of the channels' counts."),
    )


def _channels_apart(workings: Workings, row: _Row) -> int:
    channels = workings.by_code[row.agency].channels
    held = [channel.dimensions[row.dimension - 1].counts for channel in channels]
    added, own = sum(held[1:], held[0]), row.held.counts
    pairs = [*zip(added.grades, own.grades, strict=True), (added.blank, own.blank)]
    pairs += [(added.invalid, own.invalid), (added.not_applicable, own.not_applicable)]
    return sum(abs(one - other) for one, other in [*pairs, (added.dont_know, own.dont_know)])
