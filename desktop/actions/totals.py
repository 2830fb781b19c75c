"""Take over counts made outside, with the name of whoever counted."""

from pathlib import Path
from typing import Any

from desktop.actions.authority import check_may
from desktop.actions.batches import check_channel
from desktop.actions.errors import (
    FileInvalidError,
    TotalsKnownError,
    TotalsMissingError,
    TotalsTwinError,
)
from desktop.actions.keying import check_open
from desktop.actions.text_files import read_name, read_text
from desktop.actions.totals_file import TotalsFile
from desktop.store import kinds, queries
from desktop.store.kinds import RecordId
from desktop.store.survey_file import SurveyFile
from desktop.tally.counting import TotalsRow
from desktop.tally.plan import Plan
from desktop.tally.texts import folded


def enter_totals(
    survey: SurveyFile,
    path: Path,
    *,
    channel: str,
    source: str,
    replace: bool = False,
    operator: str = "",
) -> int:
    """Lines taken over into the channel; FileInvalidError lists every mistake.

    With `replace` they stand in the place of what the same source gave before.
    """
    check_may(survey, operator, kinds.TOTALS)
    check_open(survey)
    check_channel(survey, channel)
    source = read_name(source, "--source")
    file = TotalsFile(survey.plan, read_text(path))
    if file.problems:
        raise FileInvalidError(file.problems[:100], path=path, count=len(file.problems))
    replaced = _replaced(survey, channel, source, replace=replace)
    _check_twin(survey, channel, file.rows, replaced)
    rows = [_fields(survey.plan, row) for row in file.rows]
    with survey.transaction():
        fields = {"channel": channel, "source": source, "rows": rows}
        survey.append(kinds.TOTALS, fields, parents=replaced, operator=operator)
    return len(rows)


def _replaced(survey: SurveyFile, channel: str, source: str, *, replace: bool) -> list[RecordId]:
    """The records of this source; TotalsKnownError, TotalsMissingError."""
    found = [
        RecordId(held.record)
        for held in queries.totals(survey)
        if held.channel == channel and folded(held.source) == folded(source)
    ]
    if found and not replace:
        raise TotalsKnownError(source=source, channel=channel)
    if replace and not found:
        raise TotalsMissingError(source=source, channel=channel)
    return found


def _check_twin(
    survey: SurveyFile, channel: str, rows: list[TotalsRow], replaced: list[RecordId]
) -> None:
    """One office's counts under two names would count every mark twice."""
    for held in queries.totals(survey):
        if held.channel == channel and held.record not in replaced and set(held.rows) == set(rows):
            raise TotalsTwinError(channel=channel, source=held.source)


def _fields(plan: Plan, row: TotalsRow) -> dict[str, Any]:
    codes = (grade.code for grade in plan.grades)
    return {
        "agency": row.agency,
        "dimension": row.dimension,
        "counts": dict(zip(codes, row.counts.grades, strict=True)),
        "blank": row.counts.blank,
        "dont_know": row.counts.dont_know,
        "invalid": row.counts.invalid,
        "not_applicable": row.counts.not_applicable,
        "forms": row.forms,
    }
