"""Means by group: of scores, dimension scores and channel scores, one agency one voice."""

from collections.abc import Sequence

from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.workbook_channels import score_key
from desktop.report.workbook_near import Near
from desktop.report.workbook_rankings import dimension_key
from desktop.report.workbook_workings import Workings
from desktop.tally.means import mean
from desktop.tally.plan import Group
from desktop.tally.results import AgencyResult


def means_sheet(workings: Workings, ranking: Sheet, channels: Sheet) -> Sheet:
    """All agencies with a score, then those of each group; the charts show the same means."""
    words, plan = workings.words, workings.plan
    fields = [
        Field("group", words("Group")),
        Field("agencies", words("Agencies with a score")),
        Field("score", words("Mean score")),
        Field("highest", words("Highest score")),
        Field("lowest", words("Lowest score")),
        *(
            Field(dimension_key(at), f"{it.name}\n{words('mean')}")
            for at, it in enumerate(plan.dimensions, 1)
        ),
        *(
            Field(score_key(at), f"{it.name}\n{words('mean')}")
            for at, it in enumerate(plan.channels, 1)
        ),
    ]
    groups = (None, *(group for group in plan.groups if group.scored))
    held = [(group, _scored(workings, group)) for group in groups]
    lines = [_line(workings, group, agencies) for group, agencies in held]
    about = words("Mean scores of all agencies and of each group, by dimension and by channel.")
    sheet = Sheet(words("Means by group"), about, fields, lines, keys=1)
    numbers = [[workings.group_no[group.code] if group else 0] for group, _ in held]
    sheet = sheet.beside([Field("group_no", words("Group number"))], numbers)
    return _checked(workings, sheet, ranking, channels)


def _scored(workings: Workings, group: Group | None) -> list[AgencyResult]:
    found = [held for held in workings.results.agencies if held.score is not None]
    return [it for it in found if group is None or workings.standing.group(it) == group]


def _line(workings: Workings, group: Group | None, agencies: Sequence[AgencyResult]) -> Line:
    score, plan = workings.score, workings.plan
    scores = [held.score for held in agencies if held.score is not None]
    dimensions, channels = range(len(plan.dimensions)), range(len(plan.channels))
    cells: list[Value] = [
        group.name if group else workings.words("All agencies"),
        len(agencies),
        score(mean(scores)),
        score(max(scores, default=None)),
        score(min(scores, default=None)),
        *(score(mean(it.dimensions[at].score for it in agencies)) for at in dimensions),
        *(score(mean(it.channels[at].score for it in agencies)) for at in channels),
    ]
    return Line(cells, strong=group is None)


def _checked(workings: Workings, sheet: Sheet, ranking: Sheet, channels: Sheet) -> Sheet:
    """Means of printed scores, so that both ends are rounded."""
    words, plan, near = workings.words, workings.plan, Near(workings.near.decimals, halves=2)
    keys = ["score", *(dimension_key(at) for at, _ in enumerate(plan.dimensions, 1))]
    pairs = [(_mean(sheet, ranking, key), sheet.cell(key)) for key in keys]
    filled = [None if line.cells[1] == 0 else 0.0 for line in sheet.lines]
    sheet = sheet.with_formulas(
        Field("check_means", words("Check: means")),
        near.formula(*pairs),
        filled,
        words("Means of the scores in the overall ranking, against those printed."),
    )
    keys = [score_key(at) for at, _ in enumerate(plan.channels, 1)]
    parts = (
        f'IF({sheet.cell(key)}="",0,{near.formula((_mean(sheet, channels, key), sheet.cell(key)))})'
        for key in keys
    )
    return sheet.with_formulas(
        Field("check_channels", words("Check: channels")),
        "+".join(parts),
        filled,
        words("Means of the scores on the sheet of channels, against those printed."),
    )


def _mean(sheet: Sheet, source: Sheet, key: str) -> str:
    """Of the agencies of the row's group that have a score; group 0 is all of them."""
    group, own = source.outside("group_no"), sheet.cell("group_no")
    wanted = f'((({group}={own})+({own}=0))>0)*({source.outside("score")}<>"")'
    values = source.outside(key)
    return f'SUMPRODUCT({wanted}*{values})/SUMPRODUCT({wanted}*({values}<>""))'
