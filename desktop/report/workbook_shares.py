"""Shares of the votes by grade: what the chart of grades is drawn from."""

from collections.abc import Sequence
from fractions import Fraction

from desktop.report.chart_answers import grade_shares
from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.workbook_formulas import grade_key, same, total
from desktop.report.workbook_workings import Workings
from desktop.tally.numbers import rounded
from desktop.tally.results import AgencyResult, DimensionResult


def shares_sheet(workings: Workings, votes: Sheet) -> Sheet:
    """Each grade's share of an agency's votes, and of all votes in the last line."""
    words, plan, agencies = workings.words, workings.plan, workings.results.agencies
    fields = [
        Field("rank", words("Rank")),
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        *(Field(grade_key(at), it.name) for at, it in enumerate(plan.grades, 1)),
        Field("votes", words("Votes"), thousands=True),
    ]
    lines = [
        Line(
            [agency.rank, *workings.named(agency.code), *_shares(agency.dimensions)],
            band=workings.standing.in_cut(agency.code),
        )
        for agency in agencies
    ]
    everything = [held for agency in agencies for held in agency.dimensions]
    lines.append(Line([None, None, words("All agencies"), *_shares(everything)], strong=True))
    about = words("How the votes of all dimensions are shared among the grades.")
    sheet = Sheet(words("Grade shares"), about, fields, lines, keys=3, totals=1)
    numbers = [[workings.agency_no[agency.code]] for agency in agencies]
    sheet = sheet.beside([Field("agency_no", words("Agency number"))], numbers)
    wanted = same(sheet, votes, "agency_no")
    keys = [grade_key(at) for at, _ in enumerate(plan.grades, 1)]
    among = total(votes, "votes", wanted)
    return sheet.with_formulas(
        Field("check_shares", words("Check: shares")),
        workings.near_share.formula(
            *((f"{total(votes, key, wanted)}/{among}", sheet.cell(key)) for key in keys)
        ),
        [_shares_apart(workings, agency) for agency in agencies],
        words("Shares of the votes on the sheet of votes, against those printed."),
    )


def _shares(dimensions: Sequence[DimensionResult]) -> list[Value]:
    votes = sum(held.counts.votes for held in dimensions)
    shares = grade_shares(dimensions)
    return [*(shares if votes else [None] * len(shares)), votes]


def _shares_apart(workings: Workings, agency: AgencyResult) -> float | None:
    if not agency.votes:
        return None
    shares = grade_shares(agency.dimensions)
    return workings.near_share.value((it, Fraction(rounded(it, 4))) for it in shares)
