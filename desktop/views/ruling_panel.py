"""One form to be ruled on: the paper's number large, what was keyed, and what the paper shows."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.models.ruling_case import RulingCase
from desktop.store.form_queries import OpenForm
from desktop.store.ruling_queries import RulingQueue
from desktop.tally.errors import PingyiError
from desktop.tally.keyings import FormStage, Keying
from desktop.views.drop_list import DropList
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.ruling_table import RulingTable
from desktop.views.second_person import SecondPerson
from desktop.views.workplace import Workplace

_MOST = 6
"""Keyings that have a button and a key of their own."""


class RulingPanel(QWidget):
    """Alt and a digit takes a keying as it is; Enter in the last field rules."""

    rule_requested = Signal()

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._message = place, message
        self._plan = place.session.opened.plan
        self.case: RulingCase | None = None
        self.number = label(type="number")
        self.where, self.why = label(type="label", tone="quiet"), label(tone="warn", wrap=True)
        self.takes: list[QPushButton] = [self._take_button(at) for at in range(_MOST)]
        self.void = DropList(self.tr("Void"), place.theme, self)
        self.no_paper = QCheckBox(self.tr("There is no such paper"))
        self.whole = QCheckBox(self.tr("All cells"))
        self.other = DropList(self.tr("Keyed from another paper"), place.theme, self)
        self.other_form = QLineEdit()
        self.table = RulingTable(self._plan, place.theme, self)
        self.reason = QLineEdit()
        self.second = SecondPerson(place, self)
        self.rule_button = button(self.tr("Rule"), primary=True)
        self._dress()
        self._lay_out()
        self._connect()

    def show_form(self, held: OpenForm, queue: RulingQueue) -> None:
        """Begin with a form; nothing of the paper is said yet."""
        self.case = RulingCase(self._plan, held)
        self._names = _names(queue)
        self.number.setText(held.name)
        self.where.setText(queue.channels.get(held.batch, ""))
        self.why.setText(self._why(held))
        for made, head in zip(self.takes, held.heads, strict=False):
            made.setText(self._head_text(head))
        for at, made in enumerate(self.takes):
            made.setVisible(at < len(held.heads))
        self._offer_moves()
        self.void.setCurrentIndex(0)
        for box in (self.no_paper, self.whole):
            box.setChecked(False)
        self.whole.setChecked(not self.case.differing)
        self.reason.clear()
        self.second.clear()
        self._show_cells()

    def focus(self) -> None:
        """The cells, where the paper is keyed."""
        (self.table if self.case and self.case.valid else self.takes[0]).setFocus()

    @Slot()
    def _show_cells(self) -> None:
        if self.case:
            whole = self.whole.isChecked()
            self.table.show_case(self.case, self._column_title, whole=whole)
            # the table is made anew: Tab goes on from it to the reason, as before
            assert self.table.table
            QWidget.setTabOrder(self.whole, self.table.table)
            QWidget.setTabOrder(self.table.table, self.reason)

    def _take(self, at: int) -> None:
        if self.case and at < len(self.case.heads):
            head = self.case.heads[at]
            self.case.take(head)
            self._follow_case()
            self.reason.setFocus()

    @Slot()
    def _take_void(self) -> None:
        if self.case:
            self.case.take_void(self.void.currentData() or "")
            self._follow_case()

    @Slot()
    def _take_nothing(self) -> None:
        if self.case:
            self.case.take_nothing(no_paper=self.no_paper.isChecked())
            self._follow_case()

    @Slot()
    def _move(self) -> None:
        """The number of the other paper is taken as it is typed whole."""
        if not self.case:
            return
        at, form = self.other.currentData(), self.other_form.text().strip()
        for head in self.case.heads:
            self.case.stay(head)
        self.other_form.setVisible(at is not None)
        if at is not None and form:
            try:
                self.case.move(self.case.heads[at], form)
            except PingyiError as error:
                self._message.tell(error)
                return
        self._message.tell(None)

    @Slot()
    def _follow_case(self) -> None:
        """Choices that exclude each other show the one that holds."""
        assert self.case
        self.void.setCurrentIndex(max(0, self.void.findData(self.case.void)))
        self.no_paper.setChecked(self.case.no_paper)
        self.table.refresh()
        self._message.tell(None)

    def _why(self, held: OpenForm) -> str:
        told = {
            FormStage.CONFLICT: self.tr("Keyed differently in one pass."),
            FormStage.DISPUTED: self.tr("Its two keyings differ still, after the blind re-keying."),
            FormStage.DOUBTFUL: self.tr("The paper was flagged doubtful."),
        }
        notes = [note for _, note in held.doubts if note]
        return " ".join([told.get(held.stage, ""), *notes])

    def _column_title(self, head: Keying) -> str:
        """In two lines: three keyings side by side leave room for the agency."""
        return self._head_text(head, "\n")

    def _head_text(self, head: Keying, gap: str = " ") -> str:
        passes = {
            0: self.tr("Ruling"),
            1: self.tr("First keying"),
            2: self.tr("Second keying"),
        }
        who = self._names.get(head.operator, head.operator) or self._names.get(head.station, "")
        void = self.tr(" · void {0}").format(self._reason_name(head.void)) if head.void else ""
        return f"{passes[head.pass_number]}{gap}{who}{void}"

    def _reason_name(self, code: str) -> str:
        return next((held.name for held in self._plan.void_reasons if held.code == code), code)

    def _offer_moves(self) -> None:
        assert self.case
        self.other.clear()
        self.other.add(self.tr("All are this paper's"), None)
        for at, head in enumerate(self.case.heads):
            self.other.add(self.tr("Another paper: {0}").format(self._head_text(head)), at)
        self.other_form.clear()
        self.other_form.hide()

    def _take_button(self, at: int) -> QPushButton:
        made = button("")
        made.setToolTip(self.tr("The paper shows what this keying says (Alt+{0})").format(at + 1))
        made.clicked.connect(lambda: self._take(at))
        # the button's own shortcut would wait
        shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
        shortcut.activated.connect(lambda: self._take(at))
        return made

    def _dress(self) -> None:
        step = self._place.theme.room["step"]
        self.void.add(self.tr("Valid"), "")
        for held in self._plan.void_reasons:
            self.void.add(self.tr("Void: {0}").format(held.name), held.code)
        self.other_form.setPlaceholderText(self.tr("Its number, such as B001-017"))
        self.other_form.setAccessibleName(self.tr("Number of the other paper"))
        self.other_form.setMaximumWidth(26 * step)
        self.reason.setPlaceholderText(self.tr("Reason, in a few words"))
        self.reason.setAccessibleName(self.tr("Reason"))

    def _connect(self) -> None:
        self.void.activated.connect(self._take_void)
        self.no_paper.clicked.connect(self._take_nothing)
        self.whole.clicked.connect(self._show_cells)
        self.other.activated.connect(self._move)
        self.other_form.editingFinished.connect(self._move)
        self.table.said.connect(self._follow_case)
        self.reason.returnPressed.connect(self.second.setFocus)
        self.second.returned.connect(self.rule_button.click)
        self.rule_button.clicked.connect(self.rule_requested)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        head = QHBoxLayout()
        head.setSpacing(2 * step)
        head.addWidget(self.number)
        head.addWidget(self.where)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.why)
        for widgets in (
            self.takes,
            [self.void, self.no_paper, self.other, self.other_form, self.whole],
        ):
            row = QHBoxLayout()
            row.setSpacing(step)
            for made in widgets:
                row.addWidget(made)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.addWidget(self.second, 1)
        row.addWidget(self.rule_button)
        column.addLayout(row)
        filled(self).addWidget(frame)


def _names(queue: RulingQueue) -> Mapping[str, str]:
    """Names of people by code and of stations by key."""
    people = {held.code: f"{held.code} {held.name}" for held in queue.people}
    return dict(queue.stations) | people
