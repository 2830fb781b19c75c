"""The page Second keying: papers of others keyed again, and one's own come back, both blind."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.actions.entering import Way
from desktop.models.desk import Desk
from desktop.models.draft import Draft
from desktop.models.notices import Notice
from desktop.models.open_form import OpenForm
from desktop.models.second_list import OthersForms, numbers_done, numbers_due
from desktop.models.worklists import BlindAgain, SecondKeying, is_still_open
from desktop.tally.errors import PingyiError
from desktop.tally.form import form_name
from desktop.views.desk_panel import DeskPanel
from desktop.views.desk_strip import DeskStrip
from desktop.views.due_panel import DuePanel
from desktop.views.offline_panel import OfflinePanel
from desktop.views.parts import filled
from desktop.views.second_chooser import SecondChooser
from desktop.views.workplace import Workplace


class SecondKeyingView(QWidget):
    """Blind: nothing of the other keying is shown, nor, once saved, how the two compare."""

    help_requested = Signal()
    page_requested = Signal(str)
    form_saved = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self.desk: Desk | None = None
        self.worklist: SecondKeying | BlindAgain | None = None
        self._saved: set[str] = set()
        self._strip = DeskStrip()
        self.strip: QWidget = self._strip
        self.stack = QStackedWidget()
        self.chooser = SecondChooser(place, self)
        self.stack.addWidget(self.chooser)
        self.offline = OfflinePanel(place, self.stack, self)
        self.offline.shut.connect(self.put_away)
        self.offline.released.connect(self.activate)
        filled(self).addWidget(self.stack)
        self.chooser.batch_chosen.connect(self.open_batch)
        self.chooser.form_chosen.connect(self.open_again)
        self.chooser.page_requested.connect(self.page_requested)

    @Slot()
    def activate(self) -> None:
        """Go on where the work was left: an open form, an open desk, or the lists."""
        if self.offline.holds():
            self.put_away()
        elif self.desk:
            self._refresh()
            self.panel.focus()
        elif not self._goes_on(""):
            self.choose()

    def put_away(self) -> None:
        """Keep the open form for whoever comes back to it."""
        if self.desk:
            self.desk.draft.keep()

    @Slot()
    def choose(self) -> None:
        """Back to what waits."""
        self._close_desk()
        self.stack.setCurrentWidget(self.chooser)
        self.chooser.refresh()

    @Slot(str)
    def open_batch(self, code: str) -> None:
        """Put a batch on the desk; a form that was left comes first, the journal holds but one."""
        if not self._goes_on(code):
            self._open_desk(OthersForms(self._session, code))
            self.panel.focus()

    @Slot(str)
    def open_again(self, name: str) -> None:
        """Put one's own forms that came back on the desk, and open this one."""
        if not self._goes_on(name):
            self._open_desk(BlindAgain(self._session)).take_number(name)
            self.panel.focus()

    def _goes_on(self, wanted: str) -> bool:
        """Go on with the form that was left; what stands against it by now is told.

        `wanted` is the batch or form that was asked for, or empty.
        """
        draft = self._draft()
        form = draft.left_open(self._session.opened.plan)
        if form is None:
            return False
        if not is_still_open(self._session, form):
            draft.drop()
            return False
        worklist = self._worklist_of(form)
        try:
            worklist.open((form.batch, form.number))
        except PingyiError as error:
            draft.drop()
            self.choose()
            self.chooser.refuse(error)
        else:
            self._resume(worklist, form, wanted)
        return True

    def _worklist_of(self, form: OpenForm) -> SecondKeying | BlindAgain:
        if form.way is Way.AGAIN:
            return BlindAgain(self._session)
        return OthersForms(self._session, form.batch)

    def _resume(self, worklist: SecondKeying | BlindAgain, form: OpenForm, wanted: str) -> None:
        self._open_desk(worklist).resume(form)
        name = form_name(form.batch, form.number)
        if wanted not in ("", form.batch, name):
            self.panel.message.tell(Notice("unsaved_elsewhere", {"form": name}))
        self.panel.focus()

    def _draft(self) -> Draft:
        name = f"second-{self._session.code or 'station'}"
        journal = self._session.home.journal(self._session.opened.id, name)
        return Draft(journal, self._session.journals, self)

    def _open_desk(self, worklist: SecondKeying | BlindAgain) -> Desk:
        self._close_desk()
        self.worklist = worklist
        plan, meter = self._session.opened.plan, self._place.stretch.meter
        self.desk = Desk(plan, worklist, meter, self._draft(), self)
        self._show_desk(self.desk, worklist)
        return self.desk

    def _show_desk(self, desk: Desk, worklist: SecondKeying | BlindAgain) -> None:
        theme = self._place.theme
        self.papers = DuePanel(*self._titles(worklist), theme, self)
        self.panel = DeskPanel(desk, theme, self._place.language, self)
        self.table = QWidget()
        row = QHBoxLayout(self.table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.room["step"])
        row.addWidget(self.papers)
        row.addWidget(self.panel, 1)
        self.stack.addWidget(self.table)
        self.stack.setCurrentWidget(self.table)
        self._connect(desk)
        self._strip.show_desk(desk, self.tr("other papers"))
        self._refresh()

    def _titles(self, worklist: SecondKeying | BlindAgain) -> tuple[str, str]:
        if isinstance(worklist, BlindAgain):
            return self.tr("Come back to me"), self.tr("Key the open cells from the paper.")
        title = self.tr("Batch {0}").format(worklist.batch)
        return title, self.tr("Second keying: the whole form from the paper.")

    def _connect(self, desk: Desk) -> None:
        desk.form_changed.connect(self._refresh)
        desk.sounded.connect(self._place.sounds.play)
        desk.form_saved.connect(self._tell_saved)
        desk.left.connect(self.choose)
        self.panel.help_requested.connect(self.help_requested)
        self.panel.leave_requested.connect(self.choose)
        self.papers.name_chosen.connect(self._take)
        self.papers.other_requested.connect(self._leave)

    def _close_desk(self) -> None:
        if self.desk:
            self.desk.draft.keep()
            self.stack.removeWidget(self.table)
            self.table.deleteLater()
            self.desk.deleteLater()
            self.desk = self.worklist = None
            self._saved = set()
            self._strip.show_desk(None)

    @Slot()
    def _refresh(self) -> None:
        """The papers beside the form, as the file has them."""
        if self.desk and self.worklist:
            form = self.desk.form
            current = self._name(form.batch, form.number) if form else ""
            due, done = self._papers_of(self.worklist)
            self.papers.show_due(due, done | self._saved, current)

    def _papers_of(self, worklist: SecondKeying | BlindAgain) -> tuple[set[str], set[str]]:
        """Names due and done."""
        if isinstance(worklist, BlindAgain):
            return {self._name(form.batch, form.number) for form in worklist.due()}, set()
        batch = worklist.batch
        due, done = (
            {self._name(batch, number) for number in numbers(self._session, batch)}
            for numbers in (numbers_due, numbers_done)
        )
        return due, done

    def _name(self, batch: str, number: int) -> str:
        """How the list names a form: by its number alone where there is one batch."""
        is_again = isinstance(self.worklist, BlindAgain)
        return form_name(batch, number) if is_again else f"{number:03d}"

    @Slot(object)
    def _tell_saved(self, form: OpenForm) -> None:
        self._saved.add(self._name(form.batch, form.number))
        self._refresh()
        text = self.tr("{0} is saved.").format(form_name(form.batch, form.number))
        if self.desk and not self.desk.offered:
            text += " " + self.tr("Nothing more is due here: Esc leads to other papers.")
        self.panel.message.say(text, tone="good")
        self.form_saved.emit(form)

    @Slot(str)
    def _take(self, name: str) -> None:
        """A number of the list was clicked: its form, unless another is open."""
        if self.desk and not self.desk.form:
            self.panel.number.setText(name)
            self.desk.take_number(name)
        self.panel.focus()

    @Slot()
    def _leave(self) -> None:
        if self.desk and self.desk.form:
            self.desk.leave()
        else:
            self.choose()
