"""The tables of the circular: forms by channel, the ranking whole and by group, the unranked."""

from collections.abc import Sequence

from desktop.report.figures import count_text, score_text
from desktop.report.ranking_tables import members
from desktop.report.result_tables import all_channels
from desktop.report.standing import Standing
from desktop.report.table import Block, Column, Kind, Table, row
from desktop.report.theme import column_room
from desktop.tally.plan import Group
from desktop.tally.reconciliation import ReconciliationRow
from desktop.tally.results import AgencyResult
from desktop.words import Words


def forms_table(standing: Standing) -> Table:
    """Issued, returned, valid and void; what is unsettled has a column only where there is any."""
    words, results = standing.words, standing.results
    unsettled = [Column(words("Unsettled"))] if results.forms.unsettled else []
    columns = [
        Column(words("Channel"), Kind.NAME),
        Column(words("Issued")),
        Column(words("Returned")),
        Column(words("Valid")),
        Column(words("Void forms")),
        *unsettled,
    ]
    names = {channel.code: channel.name for channel in results.plan.channels}
    held = [it for it in results.reconciliation if it.batch is None]
    rows = [_forms_row(names[it.channel], it, len(columns)) for it in held]
    total = _forms_row(words("Total"), all_channels(results), len(columns), strong=True)
    return Table(columns, [*rows, total])


def _forms_row(name: str, held: ReconciliationRow, columns: int, *, strong: bool = False) -> Block:
    void = sum(held.void.values())
    figures = [count_text(held.issued), *map(str, (held.keyed, held.valid, void, held.unsettled))]
    return row(*[name, *figures][:columns], strong=strong)


def overall_table(standing: Standing) -> Table:
    """Every ranked agency; its group, where there are several."""
    words, plan = standing.words, standing.results.plan
    several = len(plan.groups) > 1
    columns = [
        Column(words("Rank")),
        Column(words("Agency"), Kind.NAME),
        *([Column(words("Group"), Kind.TEXT, limit=column_room("group"))] if several else []),
        Column(words("Score")),
        *([Column(words("Rank in group"))] if several else []),
        *([Column(words("Band"), Kind.TEXT, limit=column_room("band"))] if plan.bands else []),
        Column(words("Remarks"), Kind.TEXT, limit=column_room("remark")),
    ]
    blocks = [
        row(
            count_text(held.rank),
            standing.agencies[held.code].name,
            *([standing.group(held).name] if several else []),
            _score(standing, held),
            *([count_text(held.group_rank)] if several else []),
            *([_band(standing, held)] if plan.bands else []),
            standing.remarks(held),
            band=standing.in_cut(held.code),
        )
        for held in standing.results.agencies
        if held.rank is not None
    ]
    return Table(columns, blocks)


def group_table(standing: Standing, group: Group) -> Table:
    """One ranked group's agencies in order of their rank within it."""
    words = standing.words
    columns = [
        Column(words("Rank in group")),
        Column(words("Agency"), Kind.NAME),
        Column(words("Score")),
        Column(words("Overall rank")),
    ]
    held = [it for it in members(standing, group) if it.rank is not None]
    cells = [
        [
            count_text(it.group_rank),
            standing.agencies[it.code].name,
            _score(standing, it),
            count_text(it.rank),
        ]
        for it in held
    ]
    remarks = [standing.remarks(it, in_group=True) for it in held]
    return remarked(columns, cells, remarks, words)


def scores_table(standing: Standing, group: Group) -> Table:
    """A group that is scored and not ranked, in the order of the plan's codes."""
    words = standing.words
    columns = [Column(words("Agency"), Kind.NAME), Column(words("Score"))]
    held = [it for it in members(standing, group) if it.score is not None]
    cells = [[standing.agencies[it.code].name, _score(standing, it)] for it in held]
    remarks = [standing.remarks(it, in_group=True) for it in held]
    # that they are not ranked is said above all of them
    said = any(remark != words("not ranked") for remark in remarks)
    return remarked(columns, cells, remarks if said else [""] * len(held), words)


def remarked(
    columns: Sequence[Column], cells: Sequence[list[str]], remarks: Sequence[str], words: Words
) -> Table:
    """With a column for remarks, where there is any."""
    if any(remarks):
        last = Column(words("Remarks"), Kind.TEXT, limit=column_room("remark"))
        columns = [*columns, last]
        cells = [[*line, remark] for line, remark in zip(cells, remarks, strict=True)]
    return Table(columns, [row(*line) for line in cells])


def _score(standing: Standing, agency: AgencyResult) -> str:
    return agency.display or score_text(standing.results.plan, None)


def _band(standing: Standing, agency: AgencyResult) -> str:
    return standing.bands[agency.band].name if agency.band else count_text(None)
