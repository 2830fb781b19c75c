"""Scores by channel: the score, rank and forms of every channel side by side."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.standing import channel_ranks
from desktop.report.workbook_formulas import same, total
from desktop.report.workbook_ranks import Placed, rank_formula, ranks_apart
from desktop.report.workbook_workings import Workings
from desktop.tally.results import AgencyResult

Ranks = Mapping[str, int]


def channels_sheet(workings: Workings, votes: Sheet) -> Sheet:
    """`votes` is the sheet of each channel's votes: every channel's scores are recomputed."""
    words, agencies = workings.words, workings.results.agencies
    ranks = [channel_ranks(workings.results, it) for it in workings.plan.channels]
    lines = [
        Line(_cells(workings, agency, ranks), band=workings.standing.in_cut(agency.code))
        for agency in agencies
    ]
    about = words("The score by all channels, and what each channel alone would give.")
    sheet = Sheet(words("Scores by channel"), about, _fields(workings), lines, keys=3)
    numbers = [Field("agency_no", words("Agency number")), Field("group_no", words("Group number"))]
    sheet = sheet.beside(numbers, [_numbers(workings, agency) for agency in agencies])
    if not workings.rule.dimensions_known:
        return sheet
    for at, ranked in enumerate(ranks):
        sheet = _checked(workings, sheet, votes, at, ranked)
    return sheet


def score_key(channel: int) -> str:
    """The key of a channel's scores, numbered from 1."""
    return f"score{channel}"


def _fields(workings: Workings) -> list[Field]:
    words = workings.words
    forms = words("Forms keyed and stated") if workings.results.totals else words("Forms")
    fields = [
        Field("rank", words("Rank")),
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        Field("score", words("Score")),
    ]
    for number, channel in enumerate(workings.plan.channels, 1):
        of = _headings(channel.name)
        fields += [
            Field(score_key(number), of(words("Score"))),
            Field(f"rank{number}", of(words("Rank"))),
            Field(f"forms{number}", of(forms), thousands=True),
        ]
    return fields


def _headings(channel: str) -> Callable[[str], str]:
    return lambda what: f"{channel}\n{what}"


def _cells(workings: Workings, agency: AgencyResult, ranks: Sequence[Ranks]) -> list[Value]:
    cells = [agency.rank, *workings.named(agency.code), workings.score(agency.score)]
    for channel, ranked in zip(agency.channels, ranks, strict=True):
        cells += [workings.score(channel.score), ranked.get(agency.code), channel.forms]
    return cells


def _numbers(workings: Workings, agency: AgencyResult) -> list[Value]:
    group = workings.standing.group(agency).code
    return [workings.agency_no[agency.code], workings.group_no[group]]


def _checked(workings: Workings, sheet: Sheet, votes: Sheet, at: int, ranked: Ranks) -> Sheet:
    """One channel recomputed, and compared with what is printed of it."""
    words, number = workings.words, at + 1
    of = _headings(workings.plan.channels[at].name)
    recomputed = Field(f"recomputed{number}", of(words("Recomputed score")))
    wanted = f"{same(sheet, votes, 'agency_no')},{votes.outside('channel_no')},{number}"
    held = [agency.channels[at] for agency in workings.results.agencies]
    found = [workings.recount.combined(it.dimensions, it.forms) for it in held]
    sheet = sheet.with_formulas(
        recomputed,
        workings.formulas.combined(votes, wanted),
        [_shown(workings, score, it.score) for score, it in zip(found, held, strict=True)],
    )
    near = workings.near.formula((sheet.cell(recomputed.key), sheet.cell(score_key(number))))
    forms = f"{total(votes, 'forms', f'{wanted},' + votes.outside('dimension_no') + ',1')}"
    parts = [near, f"ABS({forms}-{sheet.cell(f'forms{number}')})"]
    known = workings.rule.ranks_known(it.score for it in held)
    if known:
        rank = rank_formula(sheet, f"rank{number}", recomputed.key)
        parts.append(f'IF({sheet.cell(f"rank{number}")}="",0,ABS({rank}))')
    return sheet.with_formulas(
        Field(f"check{number}", of(words("check"))),
        "+".join(parts),
        _apart(workings, at, ranked if known else {}, found),
        words("{channel}: score, rank and forms, against the sheet of the channels' votes.").format(
            channel=workings.plan.channels[at].name
        ),
    )


def _shown(workings: Workings, found: Fraction | None, score: Fraction | None) -> float | None:
    return None if found is None or score is None else round(float(found), workings.rule.fine)


def _apart(
    workings: Workings, at: int, ranked: Ranks, found: Sequence[Fraction | None]
) -> list[float | None]:
    agencies = workings.results.agencies
    scores = [agency.channels[at].score for agency in agencies]
    placed = [Placed(ranked.get(it.code), held) for it, held in zip(agencies, scores, strict=True)]
    off = [abs(apart or 0) for apart in ranks_apart(placed)]
    return [
        None
        if one is None or score is None
        else workings.near.value([(one, workings.score(score))]) + apart
        for one, score, apart in zip(found, scores, off, strict=True)
    ]
