"""What is done with the ledger as a whole or with many entries of it, one thing at a time."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.entry_table import EntryTable, import_entries, read_entry_table
from desktop.actions.proposals import SurveyLink, link_survey
from desktop.assess.ledger import Entry, State
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.assess_moves import Moved, move_entries
from desktop.models.assess_words import AssessWords
from desktop.models.assess_year import AssessYear
from desktop.store.ledger_queries import Line
from desktop.store.survey_file import SurveyFile
from desktop.tally.letter import Letter
from desktop.views.assess_question import AssessQuestion
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.parts import button
from desktop.views.path_field import open_dialog, save_dialog
from desktop.views.saving import with_suffix
from desktop.views.workplace import Workplace
from desktop.words import words_for


class AssessLedgerActs(QObject):
    """`question`, `bar` and `more_button` are shown by the ledger."""

    ended = Signal()

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._message, self._page = place.session, message, parent
        self._words = words_for(place.language)
        self._says = AssessWords(self)
        self._year: AssessYear | None = None
        self.acting = Acting(place.session, parent)
        self.bar = JobBar(self.acting, self.tr("The entries go on record…"), parent)
        self.question = AssessQuestion(place, parent)
        self.more_button = button(self.tr("More"))
        self._menu = QMenu(self.more_button)
        self.more_button.setMenu(self._menu)
        self._link = self._menu.addAction("", self.link)
        self._menu.addAction(self.tr("Import entries from a table…"), self.import_table)
        self._menu.addAction(self.tr("Save the ledger as a workbook…"), self.export)
        tables = self.tr("Workbooks and CSV files (*.xlsx *.csv)")
        self._choose_table = open_dialog(self.tr("Entries kept elsewhere"), tables)
        books = self.tr("Workbooks (*.xlsx)")
        self._choose_book = save_dialog(self.tr("Save the ledger"), books)
        self.question.closed.connect(self.ended)
        self.acting.failed.connect(message.tell)
        self.acting.cancelled.connect(self._tell_stopped)

    def show_year(self, year: AssessYear) -> None:
        """Says whether the survey's rates are final."""
        self._year = year
        text = self.tr("Draft deductions from the survey's rates (survey still open)")
        if year.survey.sealed:
            text = self.tr("Draft deductions from the survey's rates (edition {0}, sealed)")
        self._link.setText(text.format(year.survey.number))

    def move(self, lines: Sequence[Line[Entry]], wished: State, on: str) -> None:
        """To this state on this day; before entries are withdrawn it is asked once."""
        if not lines:
            self._message.say(self.tr("Select entries first."), tone="warn")
        elif wished is State.WITHDRAWN:
            text = self.tr(
                "Withdraw %n entry(ies)? They stay on record and never count again.",
                "",
                len(lines),
            )
            self.question.ask(text, self.tr("Withdraw"), partial(self._move, lines, wished, on))
        else:
            self._move(lines, wished, on)

    @property
    def _day(self) -> str:
        return self._year.today if self._year else ""

    @Slot()
    def link(self) -> None:
        """Drafts for every unit whose satisfaction rate lies below the line of the rule."""
        by, day = self._session.code, self._day
        self.bar.say(self.tr("The survey is being counted…"))
        self.acting.start(lambda survey, _: link_survey(survey, day, operator=by), self._tell_link)

    @Slot()
    def import_table(self) -> None:
        """Every row as a draft, or none: each mistake is named by its row."""
        if not (chosen := self._choose_table(self._page, "")):
            return
        by, path = self._session.code, Path(chosen)

        def act(survey: SurveyFile, _: Job) -> EntryTable:
            table = read_entry_table(survey, path)
            import_entries(survey, table.entries, operator=by)
            return table

        self.bar.say(self.tr("The table is being read…"))
        self.acting.start(act, self._tell_imported)

    @Slot()
    def export(self) -> None:
        """The whole ledger, as it is imported again."""
        if not (chosen := self._choose_book(self._page, self.tr("Deduction ledger.xlsx"))):
            return
        path, words, day = with_suffix(chosen, ".xlsx"), self._words, self._day

        def write(survey: SurveyFile, _: Job) -> Path:
            from desktop.papers.year import write_ledger
            from desktop.papers.year_sources import YearSources

            with survey.reading():
                return write_ledger(YearSources(survey, words, day, Letter()), path)

        self.bar.say(self.tr("The workbook is being written…"))
        self.acting.labour(write, self._tell_saved)

    def _tell_saved(self, path: Path) -> None:
        self._message.say(self.tr("Saved: {0}").format(path), tone="good")

    def _tell_imported(self, table: EntryTable) -> None:
        text = self.tr("%n entry(ies) imported as drafts.", "", len(table.entries))
        if table.warnings:
            crossed = len(table.warnings)
            more = self.tr("%n case(s) now stand under two rules: see To decide.", "", crossed)
            text = f"{text} {more}"
        self._message.say(text, tone="warn" if table.warnings else "good")
        self.ended.emit()

    def _move(self, lines: Sequence[Line[Entry]], wished: State, on: str) -> None:
        by = self._session.code

        def act(survey: SurveyFile, job: Job) -> Moved:
            return move_entries(survey, job, lines, wished, on=on, operator=by)

        self.bar.say(self.tr("The entries go on record…"))
        self.acting.start(act, partial(self._tell_moved, wished))

    def _tell_moved(self, wished: State, made: Moved) -> None:
        word = self._says.states[wished]
        text = self.tr("%n entry(ies) now: {0}.", "", made.moved).format(word)
        if made.refusal:
            more = self.tr("{0} stayed as they were. {1}")
            text = f"{text} {more.format(made.stayed, made.refusal.sentence(self._words))}"
        self._message.say(text, tone="warn" if made.stayed else "good")
        self.ended.emit()

    def _tell_link(self, made: SurveyLink) -> None:
        text = self.tr("%n draft(s) made from the survey's rates.", "", len(made.drafts))
        if made.present:
            more = self.tr("%n unit(s) had an entry already.", "", len(made.present))
            text = f"{text} {more}"
        if not made.sealed:
            more = self.tr("The survey is still open, and the drafts say so.")
            text = f"{text} {more}"
        self._message.say(text, tone="good" if made.sealed else "warn")
        self.ended.emit()

    @Slot()
    def _tell_stopped(self) -> None:
        self._message.say(self.tr("Stopped: nothing has changed."), tone="warn")
