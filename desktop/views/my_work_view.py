"""The page My work: my batches, my shift, handing over, and this station's standing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.admission_panel import AdmissionPanel
from desktop.views.handover_panel import HandoverPanel
from desktop.views.message_line import MessageLine
from desktop.views.my_batches_panel import MyBatchesPanel
from desktop.views.parts import filled
from desktop.views.shift_panel import ShiftPanel
from desktop.views.workplace import Workplace

_LEFT, _RIGHT = 16, 10
"""Shares of the width."""


class MyWorkView(QWidget):
    """Where the survey was joined just now, the station's code comes first."""

    page_requested = Signal(str)
    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self.strip: QWidget | None = None
        self.message = MessageLine(place.language, self)
        self.batches = MyBatchesPanel(place, self.message, self)
        self.shift = ShiftPanel(place, self.message, self)
        self.handover = HandoverPanel(place, self.message, self)
        joined = self._session.joined
        self.admission = AdmissionPanel(place, self.message, self, large=joined)
        self._lay_out()
        self._connect()
        self.refresh()

    def activate(self) -> None:
        """Everything as the file has it now."""
        self.refresh()
        self.handover.refresh()
        self.shift.papers.refresh()
        self._focus()

    def put_away(self) -> None:
        """Nothing is open here that a file does not hold."""

    @Slot()
    def refresh(self) -> None:
        """The figures as they stand."""
        self.batches.refresh()
        self.shift.refresh()
        self.admission.refresh()

    def _focus(self) -> None:
        """The batches where there are any, else what can be done without one."""
        if self.batches.model.rowCount() and not self._session.joined:
            self.batches.table.setFocus()
        elif self._session.opened.station is not None:
            self.handover.stick.setFocus()
        else:
            self.shift.papers.print_card.setFocus()

    def _connect(self) -> None:
        self.batches.batch_chosen.connect(self._key_batch)
        for signal in (
            self.handover.recorded,
            self.shift.papers.recorded,
            self.admission.merged,
        ):
            signal.connect(self._after_record)
        self.admission.merged.connect(self._after_merge)

    @Slot(str)
    def _key_batch(self, code: str) -> None:
        self._session.batch = code
        self.page_requested.emit("keying")

    @Slot()
    def _after_record(self) -> None:
        self.refresh()
        self.changed.emit()

    @Slot()
    def _after_merge(self) -> None:
        """A kit may bring the first operators: from then on nobody works unnamed."""
        if not self._session.is_working:
            self._place.stretch.record()
            self._session.survey_changed.emit()

    def _lay_out(self) -> None:
        gap = 2 * self._place.theme.room["step"]
        whole, columns, right = filled(self), QHBoxLayout(), QVBoxLayout()
        left = QVBoxLayout()
        for column in (whole, columns, left, right):
            column.setSpacing(gap)
        (whole if self._session.joined else right).addWidget(self.admission)
        left.addWidget(self.batches, 1)
        left.addWidget(self.shift, 0 if self._session.joined else 1)
        right.addWidget(self.handover, 1)
        # the code's card is as high as what stands in it; the rest is the result's
        self.admission.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        columns.addLayout(left, _LEFT)
        columns.addLayout(right, _RIGHT)
        whole.addLayout(columns, 1)
        whole.addWidget(self.message)
