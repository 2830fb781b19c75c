"""Every paper of the year: its name, what it is called, and what writes it into a folder."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.actions.year_standing import standing_day
from desktop.papers.sets import PaperUnknownError, Report
from desktop.papers.together import written_together
from desktop.papers.year_sources import YearSources
from desktop.store.survey_file import SurveyFile
from desktop.tally.letter import Letter
from desktop.words import Words

Write = Callable[[YearSources, Path], Iterable[Path]]
"""Writes into this folder; the files there are, none where there is nothing to print."""


@dataclass(frozen=True, slots=True)
class YearPaper:
    """`title` is the English source of what it is called."""

    name: str
    title: str
    write: Write
    outgoing: bool = False
    """An office's letter stands on it."""


def year_papers_named(names: Sequence[str]) -> list[YearPaper]:
    """These papers in the order of the list, or all of them; PaperUnknownError."""
    known = {paper.name for paper in YEAR_PAPERS}
    for name in names:
        if name not in known:
            listed = ", ".join(paper.name for paper in YEAR_PAPERS)
            raise PaperUnknownError(name=name, known=listed)
    return [paper for paper in YEAR_PAPERS if not names or paper.name in names]


def write_year_report(  # noqa: PLR0913  six of them say what is left as it is
    survey: SurveyFile,
    folder: Path,
    words: Words,
    only: Sequence[str] = (),
    *,
    day: str = "",
    letter: Letter | None = None,
    units: Sequence[str] = (),
    report: Report = lambda done, total: None,
) -> list[Path]:
    """Write the papers of the year into `folder`, all that were asked for or none; their paths.

    As of `day`, such as 2006-12-31, or today; sheets and letters about one unit for `units` alone.
    PaperUnknownError, RulesMissingError, FileUnwritableError, GlyphMissingError, and the errors of
    `composite_table`.
    """
    chosen = year_papers_named(only)
    sources = YearSources(survey, words, standing_day(survey, day), letter or Letter(), units)
    report(0, len(chosen))
    return written_together(folder, lambda beside: _each(sources, chosen, beside, report))


def _each(
    sources: YearSources, papers: Sequence[YearPaper], folder: Path, report: Report
) -> Iterator[Path]:
    for done, paper in enumerate(papers, 1):
        yield from paper.write(sources, folder)
        report(done, len(papers))


def _standing(sources: YearSources, folder: Path) -> Iterator[Path]:
    from desktop.report.year_standing import write_year_standing

    yield write_year_standing(
        sources.assessment, folder, naming=sources.naming, words=sources.words
    )


def _sheets(sources: YearSources, folder: Path) -> Iterator[Path]:
    from desktop.report.year_sheet import write_year_sheets

    held, naming = sources.assessment, sources.naming
    yield write_year_sheets(held, folder, naming=naming, words=sources.words, units=sources.units)


def _half_month(sources: YearSources, folder: Path) -> Iterator[Path]:
    from desktop.report.half_month import write_half_month

    yield write_half_month(sources.findings, folder, naming=sources.naming, words=sources.words)


def _register(sources: YearSources, folder: Path) -> Iterator[Path]:
    from desktop.report.complaint_register import write_complaint_register

    held, naming = sources.complaints, sources.naming
    yield write_complaint_register(held, folder, naming=naming, words=sources.words)


def _composite(sources: YearSources, folder: Path) -> Iterator[Path]:
    from desktop.report.composite_table import write_composite_table

    if held := sources.composite:
        yield write_composite_table(held, folder, naming=sources.naming, words=sources.words)


def _consequences(sources: YearSources, folder: Path) -> Iterator[Path]:
    from desktop.report.consequence_list import write_consequence_list

    held, naming = sources.consequences, sources.naming
    yield write_consequence_list(held, folder, naming=naming, words=sources.words)


def _workbook(sources: YearSources, folder: Path) -> Iterator[Path]:
    from desktop.report.year_workbook import write_year_workbook

    yield write_year_workbook(sources.book, folder, naming=sources.naming, words=sources.words)


def _ledger(sources: YearSources, folder: Path) -> Iterator[Path]:
    yield write_ledger(sources, folder / f"{sources.words('Deduction ledger')}.xlsx")


def write_ledger(sources: YearSources, path: Path) -> Path:
    """The deduction ledger as a workbook that `assess import` reads back."""
    from desktop.report.ledger_workbook import write_ledger_workbook

    held, naming = sources.assessment, sources.naming
    return write_ledger_workbook(held.year, held.entries, path, naming=naming, words=sources.words)


def _circular(name: str, *, editable: bool) -> Write:
    """Of the best or the worst band; none where nobody confirmed it for any unit."""

    def write(sources: YearSources, folder: Path) -> Iterator[Path]:
        from desktop.report import year_circulars as circulars

        commends = name == "commendation"
        writer = circulars.write_commendation if commends else circulars.write_criticism
        made, naming, words = sources.outgoing, sources.naming, sources.words
        if circulars.announced(made, commends=commends):
            yield writer(made, folder, naming=naming, words=words, editable=editable)

    return write


def _letters(name: str, *, editable: bool) -> Write:
    """To superiors of vertically managed units, or to units that have something to do in time.

    None for a unit of which nobody confirmed it.
    """

    def write(sources: YearSources, folder: Path) -> Iterator[Path]:
        from desktop.report import year_letters as letters

        upwards = name == "superior"
        writer = letters.write_superior_letter if upwards else letters.write_rectification_notice
        made, naming, words = sources.outgoing, sources.naming, sources.words
        for unit in _units(sources, vertical=upwards):
            yield writer(made, unit, folder, naming=naming, words=words, editable=editable)

    return write


def _units(sources: YearSources, *, vertical: bool) -> list[str]:
    rows = [row for row in sources.consequences.rows if row.is_confirmed]
    follows = (row.unit for row in rows if (row.rule.vertical if vertical else row.rule.days))
    return sources.wanted(list(follows))


def _both(name: str, title: str, made: Callable[..., Write]) -> tuple[YearPaper, YearPaper]:
    """To be signed, and to go on with."""
    return (
        YearPaper(name, title, made(name, editable=False), outgoing=True),
        YearPaper(f"{name}-text", title, made(name, editable=True), outgoing=True),
    )


YEAR_PAPERS = (
    YearPaper("year-standing", "Assessment ranking", _standing),
    YearPaper("year-sheets", "Assessment sheet of a unit", _sheets),
    YearPaper("half-month", "Half-month report of inspections", _half_month),
    YearPaper("complaint-register", "Register of complaints", _register),
    YearPaper("composite", "Composite evaluation", _composite),
    YearPaper("consequences", "What follows from the assessment", _consequences),
    YearPaper("year-workbook", "Workbook of the year", _workbook),
    YearPaper("ledger", "Deduction ledger", _ledger),
    *_both("commendation", "Circular of commendation", _circular),
    *_both("criticism", "Circular of criticism", _circular),
    *_both("superior", "Letter to the superior", _letters),
    *_both("rectification", "Rectification notice", _letters),
)
