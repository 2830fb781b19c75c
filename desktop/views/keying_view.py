"""The keying page: a batch, its forms one after the other, and its closing."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.actions.backups import auto_backup
from desktop.jobs import Job
from desktop.models.desk import Desk
from desktop.models.draft import Draft
from desktop.models.notices import Notice
from desktop.models.open_form import OpenForm
from desktop.models.worklists import FirstKeying, is_still_open
from desktop.store import clerk_queries, queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.form import form_name
from desktop.views.batch_chooser import BatchChooser
from desktop.views.batch_panel import BatchPanel
from desktop.views.closing_panel import ClosingPanel
from desktop.views.desk_panel import DeskPanel
from desktop.views.key_strip import KeyStrip
from desktop.views.offline_panel import OfflinePanel
from desktop.views.parts import filled
from desktop.views.workplace import Workplace
from desktop.views.zero_panel import ZeroPanel


class KeyingView(QWidget):
    """First keying; where a batch is open the grid has the keys, else the batch's code."""

    help_requested = Signal()
    form_saved = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self.desk: Desk | None = None
        self.worklist: FirstKeying | None = None
        self.strip: QWidget = QStackedWidget()
        self.stack = QStackedWidget()
        self.chooser = BatchChooser(place, self)
        self.zero = ZeroPanel(place, self)
        self.stack.addWidget(self.chooser)
        self.stack.addWidget(self.zero)
        self.offline = OfflinePanel(place, self.stack, self)
        filled(self).addWidget(self.stack)
        self.chooser.batch_chosen.connect(self.open_batch)
        self.zero.declared.connect(self.activate)
        self.offline.shut.connect(self.put_away)
        self.offline.released.connect(self.activate)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_F10), self)
        shortcut.activated.connect(self.close_batch)

    @Slot()
    def activate(self) -> None:
        """Go on where the work was left: an open form, an open batch, or the choice of one."""
        if not queries.zero_declared(self._session.opened):
            self.stack.setCurrentWidget(self.zero)
            self.zero.activate()
        elif self.offline.holds():
            self.put_away()
        elif self.worklist and self.worklist.batch == self._session.batch:
            self.panel.focus()
        elif not self._resume():
            self.choose_batch()

    def put_away(self) -> None:
        """Keep the open form for whoever comes back to it."""
        if self.desk:
            self.desk.draft.keep()

    def choose_batch(self) -> None:
        """Ask for a batch."""
        self._close_desk()
        self._session.batch = ""
        self.stack.setCurrentWidget(self.chooser)
        self.chooser.refresh()

    @Slot(str)
    def open_batch(self, code: str) -> None:
        """Put a batch on the desk; the chooser says why where that cannot be.

        A form that was left comes first, of whichever batch: the journal holds but one.
        """
        if self._goes_on(code):
            return
        try:
            worklist = FirstKeying(self._session, code)
        except PingyiError as error:
            self.choose_batch()
            self.chooser.refuse(error)
        else:
            self._open_desk(worklist)
            self.panel.focus()

    @Slot()
    def close_batch(self) -> None:
        """Close the batch on the desk, unless a form is open."""
        if self.desk and self.worklist and not self.desk.form and not self.offline.is_shut:
            self.parts.setCurrentWidget(self.closing)
            try:
                self.closing.close_or_ask(self.worklist.batch)
            except PingyiError as error:
                self._back_to_forms()
                self.panel.message.tell(error)

    def _resume(self) -> bool:
        if form := self._left_open():
            return self._resume_form(form)
        if self._session.batch:
            self.open_batch(self._session.batch)
        return bool(self._session.batch)

    def _left_open(self) -> OpenForm | None:
        """The form in the journal, unless it is on record by now."""
        draft = self._draft()
        form = draft.left_open(self._session.opened.plan)
        if form is None or is_still_open(self._session, form):
            return form
        draft.drop()
        return None

    def _goes_on(self, code: str) -> bool:
        """Go on with the form that was left, where its batch may still be keyed."""
        form = self._left_open()
        if form is None:
            return False
        try:
            desk = self._open_desk(FirstKeying(self._session, form.batch))
        except PingyiError:
            return False
        desk.resume(form)
        if form.batch != code:
            name = form_name(form.batch, form.number)
            self.panel.message.tell(Notice("unsaved_elsewhere", {"form": name}))
        self.panel.focus()
        return True

    def _resume_form(self, form: OpenForm) -> bool:
        try:
            worklist = FirstKeying(self._session, form.batch)
        except PingyiError as error:
            self.choose_batch()
            self.chooser.refuse(error)
            return True
        self._open_desk(worklist).resume(form)
        self.panel.focus()
        return True

    def _draft(self) -> Draft:
        name = f"keying-{self._session.code or 'station'}"
        journal = self._session.home.journal(self._session.opened.id, name)
        return Draft(journal, self._session.journals, self)

    def _open_desk(self, worklist: FirstKeying) -> Desk:
        self._close_desk()
        self.worklist, self._session.batch = worklist, worklist.batch
        plan, meter = self._session.opened.plan, self._place.stretch.meter
        self.desk = Desk(plan, worklist, meter, self._draft(), self)
        self._show_desk(self.desk)
        return self.desk

    def _show_desk(self, desk: Desk) -> None:
        theme = self._place.theme
        self.batch = BatchPanel(desk.plan, theme, self)
        self.panel = DeskPanel(desk, theme, self._place.language, self)
        self.closing = ClosingPanel(self._place, self)
        self.parts = QStackedWidget()
        self.parts.addWidget(self.panel)
        self.parts.addWidget(self.closing)
        self.table = QWidget()
        row = QHBoxLayout(self.table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.room["step"])
        row.addWidget(self.batch)
        row.addWidget(self.parts, 1)
        self.parts.currentChanged.connect(lambda part: self.strip.setVisible(part == 0))
        self.stack.addWidget(self.table)
        self.stack.setCurrentWidget(self.table)
        self._connect(desk)
        self._show_strip(KeyStrip(desk, self.strip))
        self._refresh()

    def _connect(self, desk: Desk) -> None:
        desk.form_changed.connect(self._refresh)
        desk.sounded.connect(self._place.sounds.play)
        desk.form_saved.connect(self.form_saved)
        desk.left.connect(self.choose_batch)
        self.panel.help_requested.connect(self.help_requested)
        self.panel.leave_requested.connect(self.choose_batch)
        self.batch.number_chosen.connect(self._take_number)
        self.batch.close_requested.connect(self.close_batch)
        self.batch.other_requested.connect(self._leave_batch)
        self.closing.left.connect(self._back_to_forms)
        self.closing.closed.connect(self._after_closing)

    def _close_desk(self) -> None:
        if self.desk:
            self.desk.draft.keep()
            self.stack.removeWidget(self.table)
            self.table.deleteLater()
            self.desk.draft.deleteLater()
            self.desk.deleteLater()
            self.desk = self.worklist = None
            self._show_strip(None)
            self.strip.setVisible(True)

    def _show_strip(self, strip: QWidget | None) -> None:
        assert isinstance(self.strip, QStackedWidget)
        while old := self.strip.currentWidget():
            self.strip.removeWidget(old)
            old.deleteLater()
        if strip:
            self.strip.addWidget(strip)

    @Slot()
    def _refresh(self) -> None:
        """The list beside the form, as the file has it."""
        if self.desk and self.worklist:
            held = clerk_queries.batch_work(self._session.opened)
            batch = next(work for work in held if work.code == self.worklist.batch)
            form = self.desk.form
            self.batch.show_batch(batch, self.worklist.lines(), form.number if form else None)

    @Slot(int)
    def _take_number(self, number: int) -> None:
        """A number of the list was clicked: its form, unless another is open."""
        if self.desk and self.worklist and not self.desk.form:
            self._back_to_forms()
            self.panel.number.setText(form_name(self.worklist.batch, number))
            self.desk.take_number(self.panel.number.text())
        if self.desk:
            self.panel.focus()

    @Slot()
    def _leave_batch(self) -> None:
        if self.desk and self.desk.form:
            self.desk.leave()
        else:
            self.choose_batch()

    @Slot()
    def _back_to_forms(self) -> None:
        self.parts.setCurrentWidget(self.panel)
        self.panel.focus()

    @Slot(str, object)
    def _after_closing(self, batch: str, drawn: tuple[int, ...]) -> None:
        self.choose_batch()
        text = self.tr("Batch {0} is closed.").format(batch)
        if drawn:
            numbers = " ".join(f"{number:03d}" for number in drawn)
            text += " " + self.tr("Drawn for second keying: {0}.").format(numbers)
        self.chooser.message.say(text, tone="good")
        self._back_up()

    def _back_up(self) -> None:
        """Closing a batch is when backups are taken, where a place for them is set."""
        # the session's own: the page may be made anew while it runs
        job = Job(partial(_backed_up, self._session.opened), self._session)
        job.finished.connect(self._tell_backup)
        job.failed.connect(self.chooser.message.tell)
        self._session.jobs.start(job)

    @Slot(object)
    def _tell_backup(self, error: object) -> None:
        if error:
            self.chooser.message.tell(error)


def _backed_up(survey: SurveyFile, _: Job) -> PingyiError | None:
    with survey.twin() as twin:
        return auto_backup(twin)[1]
