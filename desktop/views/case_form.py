"""The form of a ledger: a new line, a correction or a step, filled in without the mouse."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.case_fields import CaseField, FieldKind
from desktop.tally.issuing import is_date
from desktop.views.agency_field import AgencyField
from desktop.views.case_fields import Filled, filled_with
from desktop.views.paragraph_field import ParagraphField
from desktop.views.parts import button, filled, label
from desktop.views.workplace import Workplace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaseForm(QWidget):
    """Enter goes on, and submits in the last field; Ctrl+Enter submits anywhere, Esc leaves it."""

    submitted = Signal(dict)
    """The texts of its fields by name; days as a ledger writes them."""
    refused = Signal(str)
    """A sentence on what is missing; the field has the focus."""
    left = Signal()
    typed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._plan = place.theme, place.session.opened.plan
        self._filled: list[Filled] = []
        self._fields: tuple[CaseField, ...] = ()
        self.title = label(type="row", wrap=True)
        self.about = label(tone="quiet", wrap=True)
        self.submit_button = button("", primary=True)
        self.leave_button = button(self.tr("Not now"))
        self._area = QScrollArea()
        self._lay_out(place.theme.room["step"])
        self.submit_button.clicked.connect(self.submit)
        self.leave_button.clicked.connect(self.left)

    def begin(
        self,
        title: str,
        fields: Sequence[CaseField],
        texts: Mapping[str, str],
        *,
        submit: str,
        about: str = "",
    ) -> None:
        """Ask for these fields; `submit` is what the button says, `about` the case they are of."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.submit_button.setText(submit)
        if tuple(fields) != self._fields:
            self._ask_for(tuple(fields))
        self.show_texts(texts)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put these into the fields; where a field has none it is empty, a choice its first."""
        with QSignalBlocker(self):  # nobody typed it
            for held in self._filled:
                held.put(texts.get(held.field.name, ""))

    def texts(self) -> dict[str, str]:
        return {held.field.name: held.text() for held in self._filled}

    def kept(self) -> dict[str, str]:
        """What stays for the next line."""
        return {held.field.name: held.text() for held in self._filled if held.field.kept}

    def focus(self, name: str = "") -> None:
        """Go to a field by name, else to the first that is not filled from the case before."""
        open_ = [held for held in self._filled if not (held.field.kept and held.text())]
        named = [held for held in self._filled if held.field.name == name]
        for held in (*named, *open_, *self._filled)[:1]:
            held.focus()

    @Slot()
    def submit(self) -> None:
        for held in self._filled:
            if fault := self._fault(held):
                held.focus()
                self.refused.emit(fault)
                return
        self.submitted.emit(self.texts())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and control:
            self.submit()
        elif event.key() in _ENTER:
            self._go_on()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _go_on(self) -> None:
        """To the next field; behind the last one the form is submitted."""
        at = next((at for at, held in enumerate(self._filled) if held.has_focus()), None)
        if at is None:
            return
        if at + 1 < len(self._filled):
            self._filled[at + 1].focus()
            self._area.ensureWidgetVisible(self._filled[at + 1].widget)
        else:
            self.submit()

    def _fault(self, held: Filled) -> str:
        text, field = held.text(), held.field
        if not text:
            return self.tr("Still missing: {0}").format(field.title) if field.needed else ""
        if field.kind is FieldKind.DAY and not is_date(text):
            message = self.tr("{0}: {1} is no day; write {2}-05-08 or 5-8.")
            return message.format(field.title, text, self._plan.year)
        return ""

    def _ask_for(self, fields: tuple[CaseField, ...]) -> None:
        """Other fields in the place of those before."""
        self._fields = fields
        inside = QWidget()
        asked = [
            filled_with(held, self._plan, self._theme, inside, typed=self.typed.emit)
            for held in fields
        ]
        self._filled = sorted(asked, key=lambda held: held.is_wide)
        self._area.setWidget(self._laid_out(inside))
        for held in self._filled:
            match held.widget:
                case AgencyField() as unit:
                    unit.taken.connect(self._go_on)
                    unit.back_requested.connect(self.left)
                case ParagraphField() as paragraph:
                    paragraph.submitted.connect(self._go_on)
                    paragraph.back_requested.connect(self.left)

    def _laid_out(self, inside: QWidget) -> QWidget:
        """Short fields two in a row, then unit and text side by side, as high as there is room."""
        step = self._theme.room["step"]
        column, grid, wide = filled(inside), QGridLayout(), QHBoxLayout()
        column.setSpacing(step)
        grid.setHorizontalSpacing(step)
        grid.setVerticalSpacing(step // 4)
        wide.setSpacing(step)
        short = [held for held in self._filled if not held.is_wide]
        for at, held in enumerate(short):
            row, side = 2 * (at // 2), at % 2
            grid.addWidget(label(held.field.title, type="label", tone="quiet"), row, side)
            grid.addWidget(held.widget, row + 1, side)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        for held in self._filled:
            if held.is_wide:
                wide.addLayout(self._column_of(held), 1)
        column.addLayout(grid)
        column.addLayout(wide, 1)
        return inside

    def _column_of(self, held: Filled) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.room["step"] // 2)
        if held.field.kind is not FieldKind.UNIT:  # that one has its name with it
            column.addWidget(label(held.field.title, type="label", tone="quiet"))
        column.addWidget(held.widget, 1)
        return column

    def _lay_out(self, step: int) -> None:
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.submit_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        column = filled(self)
        column.setSpacing(step)
        hint = self.tr("Enter goes on, Ctrl+Enter records, Esc leaves the form.")
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self._area, 1)
        column.addWidget(label(hint, type="label", tone="quiet", wrap=True))
        column.addLayout(row)
