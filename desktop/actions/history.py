"""Ranks of an earlier year, taken over from the table that was published then."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from desktop.actions.authority import check_may
from desktop.actions.errors import FileInvalidError
from desktop.actions.history_file import HistoryFile
from desktop.actions.paper_errors import RowsMissingError, YearWrongError
from desktop.actions.table_files import read_table
from desktop.actions.text_files import read_name
from desktop.store import kinds, paper_queries
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.history import YEARS, HistoryRow
from desktop.tally.plan import Plan

__all__ = ["HistoryRow", "enter_history", "read_history_file"]


def read_history_file(plan: Plan, path: Path) -> tuple[HistoryRow, ...]:
    """The rows of a workbook or a CSV file; FileInvalidError lists every mistake by its row."""
    file = HistoryFile(plan, read_table(path))
    if file.problems:
        raise FileInvalidError(file.problems[:100], path=path, count=len(file.problems))
    return tuple(file.rows)


def enter_history(
    survey: SurveyFile, year: int, source: str, rows: Sequence[HistoryRow], *, operator: str = ""
) -> Record:
    """Put an earlier year's ranks on record, in the place of what was entered for it before.

    YearWrongError, RowsMissingError, TextRefusedError.
    """
    check_may(survey, operator, kinds.HISTORY)
    if year not in YEARS or year >= survey.plan.year:
        raise YearWrongError(year=year, now=survey.plan.year)
    if not rows:
        raise RowsMissingError
    fields = {
        "year": year,
        "source": read_name(source, "--source"),
        "rows": [asdict(row) for row in rows],
    }
    parents = paper_queries.history_heads(survey, year)
    with survey.transaction():
        return survey.append(kinds.HISTORY, fields, parents=parents, operator=operator)
