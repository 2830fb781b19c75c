"""Last year's bands from a workbook or CSV, with the table of merged and renamed units (§6)."""

from collections.abc import Sequence
from pathlib import Path

from desktop.actions.rule_sets import rules_of
from desktop.actions.table_files import read_table
from desktop.actions.year_tables import Columns, Row, Units
from desktop.assess.year import LastBands
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.texts import folded


class BandYearError(PingyiError):
    message = "Last year's bands are those of {year}, not of {found}: mend the year."


HEADS = {
    "unit": ("单位", "单位代码", "单位名称", "原单位", "上年单位", "unit", "former unit"),
    "band": ("档次", "上年档次", "等次", "考评档次", "band"),
    "now": ("现单位", "现单位代码", "现单位名称", "并入单位", "现名称", "present unit", "now"),
}


def read_bands_table(survey: SurveyFile, path: Path, year: int, source: str) -> LastBands:
    """Units by name or code with their band of that year; a unit that merged or was renamed since
    names what it is now.

    FileInvalidError names every refusal by its row; BandYearError for any year but the one before,
    since two years running rests on it; RulesMissingError, the errors of `read_table`.
    """
    check_year(survey, year)
    rows = _Rows(survey, Columns(read_table(path), HEADS, ("unit", "band")))
    rows.read()
    rows.columns.check(path)
    return LastBands(year, source, rows.bands, rows.successors)


def check_year(survey: SurveyFile, year: int) -> None:
    """BandYearError for any year but the one before."""
    if year != survey.plan.year - 1:
        raise BandYearError(year=survey.plan.year - 1, found=year)


class _Rows:
    def __init__(self, survey: SurveyFile, columns: Columns) -> None:
        self.bands: dict[str, str] = {}
        self.successors: dict[str, str] = {}
        self.columns = columns
        self._units = Units(survey.plan, columns)
        self._bands = {
            folded(text): band.code
            for band in rules_of(survey).bands
            for text in (band.name, band.code)
        }

    def read(self) -> None:
        for row in self.columns.rows():
            later = row.all("now")
            former = self._former(row.number, row.all("unit"), moved=bool(later))
            now = self._units.code(row.number, later) if later else former
            band = self._band(row)
            if former in self.bands:
                message = "{unit} stands there already: delete one of them"
                self.columns.note(row.number, message, unit=former)
            if former and band:
                self.bands[former] = band
            if former and now != former:
                self.successors[former] = now

    def _former(self, number: int, names: Sequence[str], *, moved: bool) -> str:
        """Today's code where the plan has it; a unit that is gone keeps what it was called."""
        known = {min(codes) for name in names if len(codes := self._units.find(name)) == 1}
        if moved and names and not known:
            return names[0]
        return self._units.code(number, names)

    def _band(self, row: Row) -> str:
        if not row.all("band"):
            self.columns.note(row.number, "names no band: write it, or delete the row")
            return ""
        text = row.one("band")
        band = self._bands.get(folded(text), "")
        if text and not band:
            message = '"{text}" is no band of the rule set: write its name'
            self.columns.note(row.number, message, text=text[:20])
        return band
