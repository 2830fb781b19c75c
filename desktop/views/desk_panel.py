"""The form, its number, the current agency, the prompt and the map: what a desk looks like."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.entering import Way
from desktop.models.desk import Desk
from desktop.models.keys import Prompt
from desktop.tally.form import form_name
from desktop.tally.pages import page_of_row, pages_of
from desktop.views.form_grid import FormGrid
from desktop.views.form_map import FormMap
from desktop.views.message_line import MessageLine
from desktop.views.parts import badge, card, label
from desktop.views.steady import SteadyText
from desktop.views.theme import Theme


class DeskPanel(QWidget):
    """The middle and the right of a keying page; everything is done with the keys."""

    help_requested = Signal()
    leave_requested = Signal()
    """Esc in the number field, with no form open."""

    def __init__(
        self, desk: Desk, theme: Theme, language: str, parent: QWidget, *, with_map: bool = True
    ) -> None:
        super().__init__(parent)
        self.desk, self._theme, self._language = desk, theme, language
        self.number = NumberField(self)
        self.title = label(type="number")
        self.state = badge()
        self.place = SteadyText(theme, "label", "quiet")
        self.agency = SteadyText(theme, "name", "accent", bold=True)
        self.grid = FormGrid(desk, theme, self)
        self.prompt = label(type="row", tone="accent", wrap=True)
        self.message = MessageLine(language, self)
        self.map = FormMap(desk, theme, self)
        self.count = SteadyText(theme, "note", "quiet")
        self._lay_out(with_map=with_map)
        self._connect()
        self.show_form()

    def focus(self) -> None:
        """Put the keys where the next one belongs."""
        (self.grid if self.desk.form else self.number).setFocus()

    def _lay_out(self, *, with_map: bool) -> None:
        step = self._theme.room["step"]
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * step)
        middle, column = card(margin=2 * step, spacing=step)
        column.addLayout(self._head())
        column.addWidget(self.grid, 1)
        column.addWidget(self.prompt)
        column.addWidget(self.message)
        whole.addWidget(middle, 1)
        right, column = card(margin=2 * step, spacing=step // 2)
        right.setFixedWidth(self._theme.room["map"])
        column.addWidget(label(self.tr("Whole form"), type="body"))
        column.addWidget(self.count)
        column.addWidget(self.map, 1)
        whole.addWidget(right)
        right.setVisible(with_map)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        left, places = QFrame(), QStackedLayout()
        left.setLayout(places)
        left.setFixedHeight(self._theme.type["number"] * 3 // 2 + 8)
        left.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        titled = QWidget()
        line = QHBoxLayout(titled)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.title)
        line.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        places.addWidget(titled)
        places.addWidget(self.number)
        self._places = places
        column = QVBoxLayout()
        column.setSpacing(0)
        self.place.set_right()
        self.agency.set_right()
        self.agency.setMinimumHeight(self._theme.type["name"] * 3 // 2)
        column.addWidget(self.place)
        column.addWidget(self.agency, 1)
        row.addWidget(left)
        row.addLayout(column, 1)
        return row

    def _connect(self) -> None:
        desk = self.desk
        self.number.returnPressed.connect(self._take_number)
        self.number.left.connect(self.leave_requested)
        self.number.help_requested.connect(self.help_requested)
        self.grid.help_requested.connect(self.help_requested)
        desk.form_changed.connect(self.show_form)
        desk.cursor_moved.connect(self._show_place)
        desk.prompt_changed.connect(self._show_prompt)
        desk.told.connect(self.message.tell)

    @Slot()
    def show_form(self) -> None:
        """Another form is open, or the number of the next is asked for."""
        form, had_focus = self.desk.form, self.grid.hasFocus() or self.number.hasFocus()
        if form:
            self.title.setText(form_name(form.batch, form.number))
            self._places.setCurrentIndex(0)
        else:
            offered = self.desk.offered
            self.number.offer(form_name(*offered) if offered else "")
            self._places.setCurrentWidget(self.number)
        self.grid.setEnabled(form is not None)
        self._show_state()
        self._show_place()
        self._show_prompt()
        if had_focus:
            self.focus()

    @Slot()
    def _take_number(self) -> None:
        self.desk.take_number(self.number.text())
        if not self.desk.form:
            self.number.selectAll()

    def _show_state(self) -> None:
        form = self.desk.form
        parts = [] if form is None else [self._ways()[form.way]]
        if form and form.void:
            reasons = {held.code: held.name for held in self.desk.plan.void_reasons}
            parts.append(self.tr("void: {0}").format(reasons.get(form.void, form.void)))
        if form and form.doubt:
            parts.append(self.tr("doubtful"))
        text = " · ".join(part for part in parts if part)
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _ways(self) -> dict[Way, str]:
        return {
            Way.NEW: "",
            Way.CORRECT: self.tr("correcting"),
            Way.SECOND: self.tr("second keying"),
            Way.AGAIN: self.tr("keying again"),
        }

    @Slot()
    def _show_place(self) -> None:
        form = self.desk.form
        if form is None:
            self.place.setText("")
            self.agency.setText("")
            self.count.setText("")
            return
        self.place.setText(self._where(form.row))
        agency = self.desk.plan.agencies[form.row]
        end = self.tr("End of the form") if form.at_end else f"{form.row + 1:03d}  {agency.name}"
        self.agency.setText(end)
        keyed = form.rows_keyed
        self.count.setText(self.tr("{0} keyed, {1} to go").format(keyed, form.rows - keyed))

    def _where(self, row: int) -> str:
        text = self.tr("Row {0} of {1}").format(row + 1, len(self.desk.plan.agencies))
        page = page_of_row(self.desk.plan, row)
        if len(pages_of(self.desk.plan)) == 1:
            left = self.tr("{0} rows left").format(page.rows_left)
        else:
            left = self.tr("page {0}: {1} rows left").format(page.number, page.rows_left)
        return f"{text}   {left}"

    @Slot()
    def _show_prompt(self) -> None:
        typed = self.desk.typed + "▁"
        texts = {
            Prompt.FILL: self.tr("Rest of this row: which grade? {0}").format(self._grades()),
            Prompt.JUMP: self.tr("Go to row {0}   Enter goes, Enter alone: first row not keyed"),
            Prompt.REASON: self.tr("The whole form is void because: {0}").format(self._reasons()),
            Prompt.CHECK: self.tr("Check number at the end of page {1}: {0}   Enter"),
            Prompt.PAUSED: self.tr("Paused: the clock stands still. Any key goes on."),
        }
        page = self.desk.page_behind.number if self.desk.prompt is Prompt.CHECK else 0
        self.prompt.setText(texts.get(self.desk.prompt, "").format(typed, page))
        self.prompt.setVisible(bool(self.prompt.text()))
        self.grid.viewport().setVisible(self.desk.prompt is not Prompt.PAUSED)

    def _grades(self) -> str:
        return "  ".join(f"{held.code} {held.name}" for held in self.desk.plan.grades)

    def _reasons(self) -> str:
        reasons = self.desk.plan.void_reasons
        listed = "  ".join(f"{at} {held.name}" for at, held in enumerate(reasons, 1))
        return f"{listed}  ({self.desk.typed}▁)" if len(reasons) > 9 else listed


class NumberField(QLineEdit):
    """The next form's number: Enter accepts it; typing or a scanner replaces it."""

    left = Signal()
    help_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("type", "number")
        self.setAccessibleName(self.tr("Form number"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setMaxLength(24)

    def offer(self, name: str) -> None:
        """Propose a number, selected, so that the first digit replaces it."""
        self.setText(name)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F1:
            self.help_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
