"""Take over counts made outside, with the name of whoever counted."""

import unicodedata
from pathlib import Path
from typing import Any

from desktop.actions.authority import check_may
from desktop.actions.batches import check_channel
from desktop.actions.errors import SourceEmptyError, TotalsFileInvalidError, TotalsKnownError
from desktop.actions.keying import check_open
from desktop.actions.text_files import read_text
from desktop.actions.totals_file import TotalsFile
from desktop.store import kinds, queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.counting import TotalsRow
from desktop.tally.plan import Plan


def enter_totals(
    survey: SurveyFile, path: Path, *, channel: str, source: str, operator: str = ""
) -> int:
    """Lines taken over into the channel; TotalsFileInvalidError lists every mistake."""
    check_may(survey, operator, kinds.TOTALS)
    check_open(survey)
    check_channel(survey, channel)
    source = unicodedata.normalize("NFC", source).strip()
    _check_source(survey, channel, source)
    file = TotalsFile(survey.plan, read_text(path))
    if file.problems:
        raise TotalsFileInvalidError(file.problems[:100], path=path, count=len(file.problems))
    rows = [_fields(survey.plan, row) for row in file.rows]
    with survey.transaction():
        fields = {"channel": channel, "source": source, "rows": rows}
        survey.append(kinds.TOTALS, fields, operator=operator)
    return len(rows)


def _check_source(survey: SurveyFile, channel: str, source: str) -> None:
    if not source:
        raise SourceEmptyError
    if any((held.channel, held.source) == (channel, source) for held in queries.totals(survey)):
        raise TotalsKnownError(source=source, channel=channel)


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
