"""My shift in figures, its sheet of paper, and my earlier stretches; nobody else's figures."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.models.stretch_table_model import StretchColumn, StretchTableModel
from desktop.models.times import hours, in_words, local
from desktop.store.work_queries import WorkStretch, work_stretches
from desktop.views.message_line import MessageLine
from desktop.views.papers_row import PapersRow
from desktop.views.parts import card, filled, label
from desktop.views.table_look import table_of
from desktop.views.workplace import Workplace


class ShiftPanel(QWidget):
    """Since signing in; below, what is on record."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self.title = label(type="name")
        self.figures: dict[str, QLabel] = {}
        self.papers = PapersRow(place, message, self)
        self.model = StretchTableModel(self)
        self.table = table_of(
            self.model, self.tr("My earlier work"), place.theme, wide=StretchColumn.BEGAN
        )
        self.earlier = label(type="row", tone="quiet")
        self._lay_out()

    def refresh(self) -> None:
        """The figures as they are now."""
        shift = self._place.stretch.shift
        began = in_words(local(self._place.stretch.shift_began), self.tr("H:mm"))
        self.title.setText(self.tr("My shift since {0}").format(began))
        for name, figure in (
            ("forms", str(shift.forms)),
            ("corrected", str(shift.corrected)),
            ("void", str(shift.void)),
            ("doubtful", str(shift.doubtful)),
            ("presses", f"{shift.presses:,}"),
            ("worked", hours(shift.worked)),
            ("pauses", hours(shift.paused)),
        ):
            self.figures[name].setText(figure)
        self._show_earlier(_mine(self._place))

    def _show_earlier(self, held: list[WorkStretch]) -> None:
        self.model.show_stretches(held)
        self.table.setVisible(bool(held))
        nothing = self.tr("No earlier work of yours is on record here")
        self.earlier.setText(self.tr("My earlier work") if held else nothing)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.title)
        column.addLayout(self._figures())
        column.addWidget(self.papers)
        column.addSpacing(step)
        column.addWidget(self.earlier)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        filled(self).addWidget(frame)

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for at, (name, text) in enumerate(
            {
                "forms": self.tr("forms"),
                "corrected": self.tr("corrected"),
                "void": self.tr("void"),
                "doubtful": self.tr("doubtful"),
                "presses": self.tr("presses"),
                "worked": self.tr("at work"),
                "pauses": self.tr("pauses"),
            }.items()
        ):
            self.figures[name] = label(type="number")
            self.figures[name].setAccessibleName(text)
            grid.addWidget(self.figures[name], 0, at)
            grid.addWidget(label(text, type="label", tone="quiet"), 1, at)
        return grid


def _mine(place: Workplace) -> list[WorkStretch]:
    """What this code did; where nobody signs in, what was done at this station."""
    session = place.session
    held = work_stretches(session.opened, session.code)
    return [one for one in held if session.code or one.station == session.opened.station]
