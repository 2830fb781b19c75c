"""The page Practice: ten made-up papers beside the form, and a score that is kept nowhere."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.models.desk import Desk
from desktop.models.draft import Draft
from desktop.models.practice import PAPERS, PracticeList, practice_papers, practice_plan
from desktop.models.work_meter import WorkMeter
from desktop.views.desk_panel import DeskPanel
from desktop.views.desk_strip import DeskStrip
from desktop.views.parts import button, card, filled, label
from desktop.views.practice_paper import PaperPanel
from desktop.views.practice_score import PracticeScore
from desktop.views.workplace import Workplace

_LEFT, _RIGHT = 9, 10
"""Shares of the width: names stand in larger type on the screen than on the paper."""


class DrillView(QWidget):
    """Nothing of a practice reaches the survey file or the stretch of work."""

    help_requested = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self.plan = practice_plan(self._session.opened.plan)
        self.desk: Desk | None = None
        self.worklist: PracticeList | None = None
        self._seed = 0
        self._strip = DeskStrip()
        self.strip: QWidget = self._strip
        self.stack = QStackedWidget()
        self.start_button = button(self.tr("Start"), primary=True)
        self.score = PracticeScore(self.plan, place.theme, self)
        self.beginning = self._beginning()
        self.stack.addWidget(self.beginning)
        self.stack.addWidget(self.score)
        filled(self).addWidget(self.stack)
        self.start_button.clicked.connect(self.begin)
        self.score.again_requested.connect(self.begin)

    def activate(self) -> None:
        """Go on with the practice, or say what it is."""
        if self.desk:
            self.panel.focus()
        elif self.stack.currentWidget() is self.score:
            self.score.again_button.setFocus()
        else:
            self.start_button.setFocus()

    def put_away(self) -> None:
        """A practice is not kept; while the page lives it goes on where it was."""
        if self.desk:
            self.desk.draft.drop()

    @Slot()
    def begin(self) -> None:
        """Ten papers that were not there before."""
        self._close_desk()
        self._seed += 1
        worklist = PracticeList(self.plan, practice_papers(self.plan, self._seed))
        self.worklist = worklist
        self.desk = Desk(self.plan, worklist, WorkMeter(), self._draft(), self)
        self._show_desk(self.desk)
        self._show_paper()
        self.panel.focus()

    @Slot()
    def end(self) -> None:
        """The score of what was keyed; without any, back to the beginning."""
        if self.desk and self.worklist:
            score = self.worklist.score(self.desk.meter)
            self._close_desk()
            self.stack.setCurrentWidget(self.score if score.forms else self.beginning)
            if score.forms:
                self.score.show_score(score)
            else:
                self.start_button.setFocus()

    def _draft(self) -> Draft:
        journal = self._session.home.journal(self._session.opened.id, "practice")
        return Draft(journal, self._session.journals, self)

    def _show_desk(self, desk: Desk) -> None:
        theme = self._place.theme
        self.paper = PaperPanel(self.plan, theme, self)
        self.panel = DeskPanel(desk, theme, self._place.language, self, with_map=False)
        self.table = QWidget()
        row = QHBoxLayout(self.table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.room["step"])
        row.addWidget(self.paper, _LEFT)
        row.addWidget(self.panel, _RIGHT)
        self.stack.addWidget(self.table)
        self.stack.setCurrentWidget(self.table)
        self._strip.show_desk(desk, self.tr("end the practice"))
        self._connect(desk)

    def _connect(self, desk: Desk) -> None:
        desk.form_changed.connect(self._show_paper)
        desk.cursor_moved.connect(self._turn_paper)
        desk.sounded.connect(self._place.sounds.play)
        desk.form_saved.connect(self._end_if_done)
        desk.left.connect(self.end)
        self.panel.help_requested.connect(self.help_requested)
        self.panel.leave_requested.connect(self.end)

    def _close_desk(self) -> None:
        if self.desk:
            self.desk.draft.drop()
            self.stack.removeWidget(self.table)
            self.table.deleteLater()
            self.desk.deleteLater()
            self.desk = self.worklist = None
            self._strip.show_desk(None)

    @Slot()
    def _show_paper(self) -> None:
        """The paper of the open form, else of the number that is offered."""
        if self.desk and self.worklist:
            form, offered = self.desk.form, self.desk.offered
            number = form.number if form else offered[1] if offered else 0
            self.paper.show_paper(self.worklist.paper(number) if number else None)

    @Slot()
    def _turn_paper(self) -> None:
        """The paper is turned with the row that is keyed."""
        if self.desk and self.desk.form:
            self.paper.show_row(self.desk.form.row)

    @Slot(object)
    def _end_if_done(self, _: object) -> None:
        if self.desk and not self.desk.offered:
            self.end()

    def _beginning(self) -> QWidget:
        step = self._place.theme.room["step"]
        frame, column = card(margin=3 * step, spacing=2 * step)
        column.addWidget(label(self.tr("Practice"), type="name"))
        for text in self._explained():
            column.addWidget(label(text, wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.start_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return frame

    def _explained(self) -> tuple[str, ...]:
        return (
            self.tr(
                "{0} practice papers lie at the left, one after the other; key each at the right,"
                " as you would a real one."
            ).format(PAPERS),
            self.tr(
                "Two ticks in one cell: press *. A row without a tick: press /. A paper with two"
                " ticks in every cell is void: press V and choose any reason."
            ),
            self.tr(
                "At the end you see your score and each cell that was wrong. Nothing of it is"
                " kept, counted or shown to anybody."
            ),
        )
