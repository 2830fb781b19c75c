"""The paper under the cursor, laid out beside the window once nothing has changed for a moment."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.models.acting import Acting
from desktop.papers.orders import Order
from desktop.views.job_bar import JobBar
from desktop.views.paper_preview import PaperPreview
from desktop.views.paper_writing import PaperWriting
from desktop.views.parts import filled
from desktop.views.workplace import Workplace

_REST = 250
"""Milliseconds without a change until a paper is laid out."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be seen; without an order only the `otherwise`, which says why there is none.

    It is also said where the paper that is ordered has nothing to print.
    """

    order: Order | None
    otherwise: str


@dataclass(frozen=True, slots=True)
class LaidPaper:
    """A paper as it was ordered; no content where there is nothing to print."""

    order: Order
    content: bytes

    def is_like(self, order: Order) -> bool:
        """Whether it is the same paper, with other words on it maybe."""
        return self.order.papers == order.papers


class PaperInSight(QWidget):
    """`wanted` is asked when it comes to laying out, and again when a paper is there."""

    failed = Signal(object)

    def __init__(
        self,
        place: Workplace,
        writing: PaperWriting,
        wanted: Callable[[], Wanted],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._writing, self._wanted = writing, wanted
        self.laid: LaidPaper | None = None
        self.acting = Acting(place.session, self)
        self.preview = PaperPreview(place.theme, self)
        self.bar = JobBar(self.acting, self.tr("The paper is being laid out…"), self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        column = filled(self)
        column.setSpacing(place.theme.room["step"])
        column.addWidget(self.bar)
        column.addWidget(self.preview, 1)
        self._rest.timeout.connect(self.lay_out)
        self.acting.failed.connect(self.failed)
        for signal in (self.acting.failed, self.acting.cancelled):
            signal.connect(self._tell_not_laid)

    @Slot()
    def rest(self) -> None:
        """Something has changed: lay out anew, unless more changes."""
        self._rest.start()

    def forget(self) -> None:
        """What is in sight may be out of date."""
        self.laid = None

    def put_away(self) -> None:
        """Nobody waits for a paper any more."""
        self._rest.stop()
        self.acting.cancel()

    @property
    def is_settled(self) -> bool:
        """Whether what is in sight is what is wanted."""
        wanted = self._wanted().order
        return not self._rest.isActive() and bool(self.laid and self.laid.order == wanted)

    @Slot()
    def lay_out(self) -> None:
        """Show what is wanted, unless it is in sight."""
        wanted = self._wanted()
        order = wanted.order
        if order is None:
            self.laid = None
            self.preview.show_nothing(wanted.otherwise)
            return
        if self.laid and self.laid.order == order:
            return
        if not (self.laid and self.laid.is_like(order)):
            self.preview.show_nothing("")  # never another paper than the one that is chosen
        if self.acting.is_busy:
            self._rest.start()
            return
        self.acting.labour(
            lambda _, job: LaidPaper(order, self._writing.laid_out(order, job.report)), self._show
        )

    def _show(self, laid: LaidPaper) -> None:
        wanted = self._wanted()
        if laid.order != wanted.order:
            self._rest.start()
            return
        before, self.laid = self.laid, laid
        if laid.content:
            is_new = before is None or not before.is_like(laid.order)
            self.preview.show_pdf(laid.content, first=is_new)
        else:
            self.preview.show_nothing(wanted.otherwise)

    @Slot()
    def _tell_not_laid(self) -> None:
        self.laid = None
        self.preview.show_nothing(self.tr("Not laid out: press Enter on the paper to see it."))
