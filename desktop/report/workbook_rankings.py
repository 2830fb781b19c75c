"""The rankings as sheets of the workbook, overall and within groups."""

from fractions import Fraction

from desktop.report.ranking_tables import members
from desktop.report.sheet import Field, Line, Sheet, Value
from desktop.report.workbook_formulas import grade_key, same, total
from desktop.report.workbook_ranks import Placed, rank_formula, ranks_apart
from desktop.report.workbook_workings import Workings, exact, together
from desktop.tally.numbers import rounded
from desktop.tally.results import AgencyResult


def ranking_sheet(workings: Workings, votes: Sheet) -> Sheet:
    """Every agency; score, ranks, votes and rate are recomputed from the sheet of votes."""
    words, results = workings.words, workings.results
    lines = [
        Line(_ranking_cells(workings, agency), band=workings.standing.in_cut(agency.code))
        for agency in results.agencies
    ]
    about = words("Every agency with rank, score, dimension scores and satisfaction rate.")
    fields = _ranking_fields(workings)
    sheet = Sheet(words("Overall ranking"), about, fields, lines, keys=3)
    sheet = sheet.beside(
        [
            Field("exact", workings.scaled(words("Exact score"))),
            Field("agency_no", words("Agency number")),
            Field("group_no", words("Group number")),
            *([Field("points", words("Bonus or deduction"))] if workings.plan.adjustments else []),
        ],
        [_ranking_beside(workings, agency) for agency in results.agencies],
    )
    sheet = _with_scores(workings, sheet, votes)
    sheet = _with_ranks(workings, sheet)
    return _with_votes(workings, sheet, votes)


def dimension_key(number: int) -> str:
    return f"dimension{number}"


def _ranking_fields(workings: Workings) -> list[Field]:
    words, plan = workings.words, workings.plan
    return [
        Field("rank", words("Rank")),
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        Field("group", words("Group")),
        Field("score", words("Score")),
        Field("group_rank", words("Rank in group")),
        *(
            Field(dimension_key(at), f"{it.name}\n{words('dimension score')}")
            for at, it in enumerate(plan.dimensions, 1)
        ),
        Field("rate", words("Satisfaction rate")),
        Field("votes", words("Votes"), thousands=True),
        *([Field("band", words("Band"))] if plan.bands else []),
        Field("remarks", words("Remarks")),
    ]


def _ranking_cells(workings: Workings, agency: AgencyResult) -> list[Value]:
    return [
        agency.rank,
        *workings.named(agency.code),
        workings.standing.group(agency).name,
        workings.score(agency.score),
        agency.group_rank,
        *(workings.score(held.score) for held in agency.dimensions),
        agency.rate,
        agency.votes,
        *workings.band(agency),
        workings.standing.remarks(agency),
    ]


def _ranking_beside(workings: Workings, agency: AgencyResult) -> list[Value]:
    group = workings.standing.group(agency)
    numbers = [workings.agency_no[agency.code], workings.group_no[group.code]]
    points = [float(workings.points(agency))] if workings.plan.adjustments else []
    return [exact(agency.score), *numbers, *points]


def _with_scores(workings: Workings, sheet: Sheet, votes: Sheet) -> Sheet:
    if not workings.rule.scores_known:
        return sheet
    words, agencies = workings.words, workings.results.agencies
    scores = [_recounted(workings, agency) for agency in agencies]
    points = sheet.cell("points") if workings.plan.adjustments else ""
    sheet = sheet.with_formulas(
        Field("recomputed", words("Recomputed score")),
        workings.formulas.combined(votes, same(sheet, votes, "agency_no"), points),
        [_fine(workings, score) for score in scores],
    )
    printed = [workings.score(agency.score) for agency in agencies]
    return sheet.with_formulas(
        Field("check_score", words("Check: score")),
        workings.near.formula((sheet.cell("recomputed"), sheet.cell("score"))),
        [
            None if score is None else workings.near.value([(score, shown)])
            for score, shown in zip(scores, printed, strict=True)
        ],
        words("The score by the rule from the sheet of votes, against the one printed."),
    )


def _recounted(workings: Workings, agency: AgencyResult) -> Fraction | None:
    if agency.score is None:
        return None
    score = workings.recount.combined(agency.dimensions, together(agency))
    if score is None:
        return None
    return score + workings.points(agency) * workings.plan.scoring.display.scale


def _fine(workings: Workings, score: Fraction | None) -> float | None:
    return None if score is None else round(float(score), workings.rule.fine)


def _with_ranks(workings: Workings, sheet: Sheet) -> Sheet:
    words, agencies, rule = workings.words, workings.results.agencies, workings.rule
    if not rule.scores_known or not rule.ranks_known(held.score for held in agencies):
        return sheet
    sheet = sheet.with_formulas(
        Field("check_rank", words("Check: rank")),
        rank_formula(sheet, "rank", "recomputed"),
        ranks_apart([Placed(held.rank, held.score) for held in agencies]),
        words("1 + the number of agencies with a higher score, less the rank."),
    )
    groups = [workings.standing.group(held).code for held in agencies]
    pairs = zip(agencies, groups, strict=True)
    return sheet.with_formulas(
        Field("check_group_rank", words("Check: rank in group")),
        rank_formula(sheet, "group_rank", "recomputed", "group_no"),
        ranks_apart([Placed(held.group_rank, held.score, group) for held, group in pairs]),
        words("1 + the number in the group with a higher score, less the rank in the group."),
    )


def _with_votes(workings: Workings, sheet: Sheet, votes: Sheet) -> Sheet:
    """Dimension scores, votes and satisfaction rate against the sheet of votes."""
    words, agencies = workings.words, workings.results.agencies
    wanted = same(sheet, votes, "agency_no")
    numbers = range(1, len(workings.plan.dimensions) + 1)
    of = f"{wanted},{votes.outside('dimension_no')}"
    pairs = [(total(votes, "score", f"{of},{at}"), sheet.cell(dimension_key(at))) for at in numbers]
    sheet = sheet.with_formulas(
        Field("check_dimensions", words("Check: dimension scores")),
        "+".join(f"ABS({found}-{printed})" for found, printed in pairs),
        [0.0 for _ in agencies],
        words("The dimension scores against those on the sheet of votes."),
    )
    sheet = sheet.with_formulas(
        Field("check_votes", words("Check: votes")),
        f"{total(votes, 'votes', wanted)}-{sheet.cell('votes')}",
        [sum(it.counts.votes for it in held.dimensions) - held.votes for held in agencies],
        words("The votes of all dimensions on the sheet of votes, less the votes."),
    )
    good = [grade_key(at) for at, it in enumerate(workings.plan.grades, 1) if it.positive]
    rate = f"({'+'.join(total(votes, it, wanted) for it in good)})/{sheet.cell('votes')}"
    return sheet.with_formulas(
        Field("check_rate", words("Check: satisfaction rate")),
        workings.near_share.formula((rate, sheet.cell("rate"))),
        [_rate_apart(workings, held) for held in agencies],
        words("Positive grades ÷ votes on the sheet of votes, against the rate printed."),
    )


def _rate_apart(workings: Workings, agency: AgencyResult) -> float | None:
    if agency.rate is None:
        return None
    counts = [held.counts.grades for held in agency.dimensions]
    good = [at for at, grade in enumerate(workings.plan.grades) if grade.positive]
    found = Fraction(sum(held[at] for held in counts for at in good), agency.votes)
    return workings.near_share.value([(found, Fraction(rounded(agency.rate, 4)))])


def groups_sheet(workings: Workings, ranking: Sheet) -> Sheet:
    """Group after group; the figures are those of the overall ranking."""
    words, plan = workings.words, workings.plan
    held = [(group, it) for group in plan.groups for it in members(workings.standing, group)]
    fields = [
        Field("group", words("Group")),
        Field("group_rank", words("Rank in group")),
        Field("code", words("Agency code")),
        Field("agency", words("Agency")),
        Field("score", words("Score")),
        Field("rank", words("Overall rank")),
        Field("rate", words("Satisfaction rate")),
        Field("votes", words("Votes"), thousands=True),
        *([Field("band", words("Band"))] if plan.bands else []),
        Field("remarks", words("Remarks")),
    ]
    lines = [Line([group.name, *_group_cells(workings, agency)]) for group, agency in held]
    about = words("Each group by itself, in order of the rank within it.")
    sheet = Sheet(words("Ranking within groups"), about, fields, lines, keys=4)
    numbers = [[workings.agency_no[agency.code]] for _, agency in held]
    sheet = sheet.beside([Field("agency_no", words("Agency number"))], numbers)
    wanted = same(sheet, ranking, "agency_no")
    keys = ("group_rank", "score", "rank", "rate", "votes")
    parts = (f"ABS({total(ranking, key, wanted)}-N({sheet.cell(key)}))" for key in keys)
    return sheet.with_formulas(
        Field("check_overall", words("Check: overall ranking")),
        "+".join(parts),
        [0.0 for _ in held],
        words("Ranks, score, rate and votes against the overall ranking."),
    )


def _group_cells(workings: Workings, agency: AgencyResult) -> list[Value]:
    return [
        agency.group_rank,
        *workings.named(agency.code),
        workings.score(agency.score),
        agency.rank,
        agency.rate,
        agency.votes,
        *workings.band(agency),
        workings.standing.remarks(agency, in_group=True),
    ]
