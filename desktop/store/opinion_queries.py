"""The opinions 意见建议 that stand: what was keyed, and neither replaced nor taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.store import kinds
from desktop.store.kinds import RecordId
from desktop.store.projection import standing_records
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.form import form_name

WHOLE_SURVEY = ""
"""Stands in the place of an agency's code where an opinion is about the survey as a whole."""


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """An opinion on a form; `agency` is a code, or WHOLE_SURVEY."""

    record: RecordId
    batch: str
    number: int
    agency: str
    text: str
    station: str
    operator: str
    at: str

    @property
    def form(self) -> str:
        """`B001-017`."""
        return form_name(self.batch, self.number)


def opinions(survey: SurveyFile) -> list[OpinionLine]:
    """Every opinion by form, those of one form in paper order, the survey as a whole last."""
    places = {agency.code: at for at, agency in enumerate(survey.plan.agencies)}

    def by_form(line: OpinionLine) -> tuple[str, int, int]:
        return line.batch, line.number, places.get(line.agency, len(places))

    return sorted(_lines(standing_records(survey.db, kinds.OPINION)), key=by_form)


def newest_opinions(survey: SurveyFile) -> list[OpinionLine]:
    """Every opinion, the one that came into this file last first."""
    return _lines(standing_records(survey.db, kinds.OPINION, "number DESC"))


def opinions_called(survey: SurveyFile, begins: str) -> list[OpinionLine]:
    """Those whose records' ids begin so; none for an empty text."""
    if not begins:
        return []
    return _lines(standing_records(survey.db, kinds.OPINION, begins=begins))


def opinions_by_agency(survey: SurveyFile) -> Mapping[str, Sequence[str]]:
    """The texts by agency, agencies in paper order and texts by form; WHOLE_SURVEY comes last.

    What nobody wrote of is not among them.
    """
    codes = [*(agency.code for agency in survey.plan.agencies), WHOLE_SURVEY]
    found: dict[str, list[str]] = {code: [] for code in codes}
    for line in opinions(survey):
        found[line.agency].append(line.text)
    return {code: texts for code, texts in found.items() if texts}


def _lines(records: Sequence[Record]) -> list[OpinionLine]:
    """An empty text takes back what its record names as parent, and says nothing by itself."""
    return [_line(record) for record in records if record.data["text"]]


def _line(record: Record) -> OpinionLine:
    header = record.header
    return OpinionLine(
        record.id,
        **record.data,
        station=header.station,
        operator=header.operator,
        at=header.at,
    )
