"""The page Documents: chosen at the left, seen at the right as it will be printed."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.reading import Reading
from desktop.papers.listing import Paper
from desktop.papers.orders import Order
from desktop.store import editions, queries
from desktop.store.editions import Edition, SealedEdition
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.letter import Letter
from desktop.tally.reconciliation import Slip
from desktop.views.drop_list import DropList
from desktop.views.edition_choice import EditionChoice
from desktop.views.letter_panel import LetterPanel
from desktop.views.message_line import PageLine
from desktop.views.page_head import PageHead
from desktop.views.paper_acts import PaperActs
from desktop.views.paper_choice import PaperChoice
from desktop.views.paper_in_sight import PaperInSight, Wanted
from desktop.views.paper_writing import PaperWriting
from desktop.views.parts import button, card, filled
from desktop.views.printing import printers
from desktop.views.run_panel import NEWSPAPER, QUESTIONNAIRE, RunPanel
from desktop.views.workplace import Workplace
from desktop.words import words_for

_WIDE = 47
"""Steps of the theme that the list of papers takes."""
_RUNS = (QUESTIONNAIRE, NEWSPAPER)


@dataclass(frozen=True, slots=True)
class _Found:
    """The edition the survey is at, every sealed one, and the batches on record."""

    at: Edition
    sealed: list[SealedEdition]
    slips: list[Slip]


class DocumentsView(QWidget):
    """A paper is laid out beside the window when the cursor rests on it.

    What goes out to others adds a letter, typed above the paper; questionnaires are printed in
    runs, of which the first form is shown.
    """

    page_requested = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip: QWidget | None = None
        self._place, self._session = place, place.session
        self._words = words_for(place.language)
        self.writing = PaperWriting(place.session.home)
        self.reading = Reading(place.session, self)
        self.message = PageLine(place.language, self)
        self.acts = PaperActs(place, self.writing, self.message, self)
        self.head = PageHead(self.tr("Documents"), place.theme, self)
        self.edition = EditionChoice(place.theme, self)
        self.printer = DropList(self.tr("Printer"), place.theme, self)
        self.print_button = button(self.tr("Print"), primary=True)
        self.save_button = button(self.tr("Save…"))
        self.all_button = button(self.tr("Save all…"))
        self.choice = PaperChoice(place, self)
        self.letter = LetterPanel(place, self.message, self)
        self.run = RunPanel(place, self)
        self.sight = PaperInSight(place, self.writing, self._wanted, self)
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """What was laid out before may be out of date."""
        self._offer_printers()
        self._read()
        self.choice.setFocus()

    def put_away(self) -> None:
        """What is laid out is made anew; the letter is kept."""
        self.sight.put_away()
        self.letter.put_away()
        self._session.labours.post(self.writing.close)

    def hideEvent(self, event: QHideEvent) -> None:
        """While another page is in front, nothing is kept in memory for this one."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.letter.put_away()
            self._session.labours.post(self.writing.close)

    @Slot()
    def _read(self) -> None:
        self.sight.forget()
        self.reading.ask(_read, self._show)

    @Slot()
    def _read_again(self) -> None:
        if self.isVisible():
            self._read()

    def _show(self, found: _Found) -> None:
        self.edition.offer(found.at, found.sealed)
        if found.at.sealed:
            self.head.say(self.tr("Sealed: edition {0}.").format(found.at.number), "good")
        else:
            text = self.tr("Edition {0}, not sealed: every page says so.")
            self.head.say(text.format(found.at.number), "warn")
        self.run.offer(found.slips)
        self.choice.show_papers()
        self.sight.rest()

    @Slot()
    def _follow(self) -> None:
        """The cursor is on another paper: what may be added to it stands above it."""
        paper = self.choice.paper
        self.letter.show_fields(paper.letter if paper else ())
        self.run.show_paper(paper.name if paper and paper.name in _RUNS else "")
        self.sight.rest()

    def order(self, paper: Paper) -> Order:
        """The paper as it is wished for now; the errors of `RunPanel.wish`."""
        run, newspaper = self.run.wish() if paper.name in _RUNS else (None, None)
        return Order(
            self._session.opened.path,
            self._place.language,
            self.edition.number,
            self.letter.letter if paper.letter else Letter(),
            (paper.name,),
            run,
            newspaper,
        )

    def _wanted(self) -> Wanted:
        """What is to be seen: of a run its first form."""
        if (paper := self.choice.paper) is None:
            return Wanted(None, "")
        if not paper.is_pdf:
            return Wanted(None, self.tr("A file for other programs: save it."))
        try:
            order = self.order(paper)
        except PingyiError:
            return Wanted(None, self.run.said.text())
        first = order.run and replace(order.run, last=order.run.first)
        return Wanted(replace(order, run=first), self._words(paper.lacking))

    @Slot()
    def print_paper(self) -> None:
        """Print the paper that is chosen, the whole run of it."""
        if (paper := self.choice.paper) and (order := self._settled(paper)):
            self.acts.print_paper(paper, order, self.printer.currentData() or "")

    @Slot()
    def save(self) -> None:
        """One document into a file."""
        if (paper := self.choice.paper) and (order := self._settled(paper)):
            self.acts.save(paper, order, self._name(paper, order))

    @Slot()
    def save_all(self) -> None:
        """Every document into a folder, each in its plainest form."""
        if self.letter.settle():
            survey, edition = self._session.opened.path, self.edition.number
            order = Order(survey, self._place.language, edition, self.letter.letter)
            self.acts.save_all(order)

    def _settled(self, paper: Paper) -> Order | None:
        """The order, once nothing that was typed for it is wrong."""
        if paper.letter and not self.letter.settle(paper.letter):
            return None
        try:
            order = self.order(paper)
        except PingyiError as error:
            self.message.tell(error)
            return None
        if (wrong := self.run.wrong) and paper.name in _RUNS:
            wrong.setFocus()
            self.message.say(wrong.wrong.text(), tone="bad")
            return None
        return order

    def _name(self, paper: Paper, order: Order) -> str:
        title, run = self._words(paper.title), order.run
        return f"{title} {run.name(run.first)}–{run.name(run.last)}" if run else title

    def _offer_printers(self) -> None:
        self.printer.clear()
        for name in printers():
            self.printer.add(name, name)
        self.printer.setVisible(self.printer.count() > 1)

    def _connect(self) -> None:
        for signal in (self.reading.failed, self.sight.failed):
            signal.connect(self.message.tell)
        self.acts.printer_missing.connect(self.save_button.setFocus)
        self._session.recorded.connect(self._read_again)
        self.choice.list.current_changed.connect(self._follow)
        self.choice.list.row_chosen.connect(self.sight.lay_out)
        self.edition.activated.connect(self.sight.rest)
        for panel in (self.letter, self.run):
            panel.changed.connect(self.sight.rest)
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self.save)
        self.all_button.clicked.connect(self.save_all)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        for made in (self.edition, self.printer, self.all_button, self.save_button):
            self.head.add(made)
        self.head.add(self.print_button)
        frame, column = card(margin=2 * step, spacing=step)
        frame.setMaximumWidth(_WIDE * step)
        column.addWidget(self.choice, 1)
        paper, inner = card(margin=step, spacing=step)
        for part in (self.letter, self.run):
            inner.addWidget(part)
        inner.addWidget(self.sight, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        # as wide as it may be, so that it stays so whatever the paper beside it asks for
        row.addWidget(frame, 99)
        row.addWidget(paper, 1)
        whole: QVBoxLayout = filled(self)
        whole.setSpacing(2 * step)
        whole.addWidget(self.head)
        whole.addLayout(row, 1)
        whole.addWidget(self.acts.bar)
        whole.addWidget(self.message)


def _read(survey: SurveyFile) -> _Found:
    at = editions.edition(survey)
    return _Found(at, editions.sealed_editions(survey), queries.slips(survey))
