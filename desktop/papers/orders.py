"""What papers somebody wants, told in plain values, and the papers made: in whatever process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from desktop.actions.sealing import edition_of
from desktop.actions.writing import refusal_named
from desktop.files import write_whole
from desktop.papers.sets import write_papers
from desktop.papers.sources import Sources
from desktop.papers.year import write_year_report
from desktop.store import station_queries
from desktop.store.keys import Home
from desktop.store.ledger_queries import findings_by_unit
from desktop.store.opinion_queries import opinions_by_agency
from desktop.store.snapshot import in_memory
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.letter import Letter
from desktop.tally.print_run import PrintRun
from desktop.words import words_for

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Newspaper:
    """The questionnaire for readers, who cut it out: where they send it, and until when."""

    send_to: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class YearWish:
    """Papers of the year instead of the survey's, told as of a day; today where it is empty."""

    day: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Papers of a survey as it stands, or as it was sealed in an edition, to go into a folder.

    Those named by `papers`, all of them where none is named, of the survey or of its `year`; or one
    thing alone: the `run` of questionnaires, the `newspaper`'s, the feedback sheet of one `agency`.
    """

    survey: Path
    language: str
    edition: int | None = None
    letter: Letter = field(default_factory=Letter)
    papers: tuple[str, ...] = ()
    run: PrintRun | None = None
    newspaper: Newspaper | None = None
    agency: str = ""
    year: YearWish | None = None
    printer: str = ""
    """Which is to print what is made, by whoever is told so."""
    folder: Path = Path()
    """Known to whoever puts the papers in their place."""

    def plain(self) -> dict[str, Any]:
        """As JSON can say it."""
        return asdict(self) | {"survey": str(self.survey.resolve()), "folder": str(self.folder)}

    @classmethod
    def from_plain(cls, told: Mapping[str, Any]) -> Order:
        letter = {name: _tuple(value) for name, value in told["letter"].items()}
        run, newspaper, year = told["run"], told["newspaper"], told["year"]
        made = {
            "survey": Path(told["survey"]),
            "folder": Path(told["folder"]),
            "letter": Letter(**letter),
            "papers": tuple(told["papers"]),
            "run": PrintRun(**run) if run else None,
            "newspaper": Newspaper(**newspaper) if newspaper else None,
            "year": YearWish(**year) if year else None,
        }
        return cls(**(dict(told) | made))


@dataclass(frozen=True, slots=True)
class _Basis:
    """What sources are made of: as long as it is the same, they are."""

    survey: Path
    edition: int | None
    records: int


class Orders:
    """Makes papers; what they were made from is kept for the next that want the same."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._basis: _Basis | None = None
        self._sources: Sources | None = None
        self._held = ExitStack()

    def close(self) -> None:
        self._held.close()
        self._basis = None

    def fill(self, order: Order, report: Report) -> list[Path]:
        """Write what is ordered; the paths of what there is to print.

        The errors of `write_papers`, `write_year_report`, `edition_of` and of each paper.
        """
        sources = self._sources_of(order)
        with refusal_named(order.folder):
            if order.run or order.newspaper:
                return [_questionnaire(sources, order, report)]
            if order.agency:
                return [_feedback(sources, order)]
            if order.year:
                return _of_year(sources, order, order.year, report)
            return write_papers(sources, order.folder, only=order.papers, report=report)

    def _sources_of(self, order: Order) -> Sources:
        with open_survey(order.survey, home=self._home) as survey:
            basis = _Basis(order.survey, order.edition, station_queries.record_count(survey))
            if self._basis != basis:
                self._sources = Sources(self._taken(survey, basis), words_for(order.language))
        assert self._sources
        self._sources.words, self._sources.letter = words_for(order.language), order.letter
        return self._sources

    def _taken(self, survey: SurveyFile, basis: _Basis) -> SurveyFile:
        """The survey as the basis names it, away from its file."""
        self.close()
        with ExitStack() as undo:
            whole = undo.enter_context(in_memory(survey))
            shown = undo.enter_context(edition_of(whole, basis.edition))
            self._held = undo.pop_all()
        self._basis = basis
        return shown


def _questionnaire(sources: Sources, order: Order, report: Report) -> Path:
    from desktop.report.newspaper import write_newspaper
    from desktop.report.questionnaire import write_run

    plan, mode, words = sources.survey.plan, sources.survey.mode, sources.words
    path = order.folder / "questionnaire.pdf"
    if order.run:
        return write_run(plan, order.run, path, words=words, mode=mode, report=report)
    assert order.newspaper
    added = asdict(order.newspaper)
    return write_newspaper(plan, path, words=words, mode=mode, **added)


def _feedback(sources: Sources, order: Order) -> Path:
    from desktop.report.feedback import feedback_sheet

    path, opinions = order.folder / "feedback.pdf", opinions_by_agency(sources.survey)
    findings = findings_by_unit(sources.survey)
    writer = feedback_sheet(
        sources.material, order.agency, order.letter, opinions, sources.words, findings
    )
    write_whole(path, writer)
    return path


def _of_year(sources: Sources, order: Order, wish: YearWish, report: Report) -> list[Path]:
    wanted: dict[str, Any] = {"day": wish.day, "letter": order.letter, "report": report}
    return write_year_report(sources.survey, order.folder, sources.words, order.papers, **wanted)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
