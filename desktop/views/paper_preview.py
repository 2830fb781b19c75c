"""The pages of a PDF in the window, one at a time, as they come out of the printer."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIntValidator, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from desktop.views.choices import Choices
from desktop.views.parts import button, filled, label
from desktop.views.pdf_pages import DrawnPage, Fit, PdfPages, Wish
from desktop.views.sheet_view import SheetView
from desktop.views.theme import Theme

_REST = 60
"""Milliseconds without a change of size until a page is drawn anew."""
_STEPS = (0.25, 0.35, 0.5, 0.7, 0.85, 1.0, 1.2, 1.4, 1.7, 2.0, 2.8, 4.0)
_NEAR = 1.01
_OWN = "own"
"""The size that stays as it is, whatever becomes of the window."""


class PaperPreview(QWidget):
    """Page Up and Page Down turn pages, Home and End go to the first and the last, + and − zoom.

    `show_pdf` takes a document's bytes. Page and zoom stay where they were, so that a document
    made anew is seen at the same place; with `first` it is another one, shown from its beginning.
    `tools` is the row above the paper, where a page may add what can be done with it.
    """

    page_shown = Signal(int, int)
    """The page in sight, from 1, and how many there are."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._pages, self._shown = 0, 0, 1.0
        self.zoom: float | Fit = Fit.WIDTH
        self._drawing = PdfPages(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._make_parts(theme)
        self._lay_out(theme.room["step"])
        self._connect()
        self.show_nothing("")

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 where there is none."""
        return self._page + 1 if self._pages else 0

    @property
    def pages(self) -> int:
        """How many pages the document has; 0 until one is shown."""
        return self._pages

    def show_pdf(self, content: bytes, *, first: bool = False) -> None:
        """Show this document; drawing it does not hold up the window."""
        if first:
            self._page = 0
            self.view.verticalScrollBar().setValue(0)
        self._drawing.open(content)
        self._draw()

    def show_nothing(self, sentence: str) -> None:
        """There is no document: say why, or what to do for one."""
        self._drawing.open(b"")
        self._page = self._pages = 0
        self.nothing.setText(sentence)
        self.stack.setCurrentWidget(self.nothing)
        self._show_place()

    def go_to(self, page: int) -> None:
        """Show this page, from 1, or the nearest there is."""
        wanted = max(0, min(page, self._pages) - 1)
        if wanted != self._page:
            self._page = wanted
            self.view.verticalScrollBar().setValue(0)
            self._draw()
        self._show_place()

    def choose_zoom(self, zoom: float | Fit) -> None:
        """Show pages at this share of their size, or fitted into the window."""
        self.zoom = zoom
        self._draw()
        self._show_place()

    def showEvent(self, event: QShowEvent) -> None:
        """What was opened while nobody could see it is drawn now."""
        super().showEvent(event)
        self._rest.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys are for the paper; as its proxy, one that is hidden would stop Tab before it."""
        super().focusInEvent(event)
        self.view.setFocus(event.reason())

    @Slot()
    def _draw(self) -> None:
        if self._drawing.is_open and self.isVisible():
            self._drawing.draw(Wish(self._page, self.zoom, self._room(), self.devicePixelRatioF()))

    def _room(self) -> tuple[int, int]:
        """What a page is fitted into; nothing where that plays no part, so that it stays kept."""
        width, height = self.view.room(self.stack.size())
        match self.zoom:
            case Fit.PAGE:
                return width, height
            case Fit.WIDTH:
                return width, 0
            case _:
                return 0, 0

    @Slot(object)
    def _show(self, drawn: DrawnPage) -> None:
        self._page, self._pages, self._shown = drawn.page, drawn.pages, drawn.zoom
        self.view.show_sheet(drawn.image, self.devicePixelRatioF())
        self.stack.setCurrentWidget(self.view)
        self._show_place()
        self.page_shown.emit(self.page, self._pages)

    @Slot(object)
    def _tell_failure(self, _: Exception) -> None:
        """What is no PDF, or a broken one."""
        self.show_nothing(self.tr("This document cannot be shown: save it, and open it elsewhere."))

    @Slot()
    def _go_to_number(self) -> None:
        self.go_to(int(self.number.text() or self.page))
        self.view.setFocus()

    @Slot(int)
    def _turn(self, by: int) -> None:
        """On to the next page at its head, or back to the end of the one before."""
        before = self._page
        self.go_to(self.page + by)
        if by < 0 and self._page != before:
            bar = self.view.verticalScrollBar()
            bar.setValue(bar.maximum())

    @Slot(int)
    def _go_to_end(self, by: int) -> None:
        self.go_to(self._pages if by > 0 else 1)

    @Slot(int)
    def _step_zoom(self, by: int) -> None:
        larger = [step for step in _STEPS if step > self._shown * _NEAR]
        smaller = [step for step in _STEPS if step < self._shown / _NEAR]
        wished = larger[:1] if by > 0 else smaller[-1:]
        self.choose_zoom(wished[0] if wished else self._shown)

    @Slot(object)
    def _choose_size(self, size: object) -> None:
        self.choose_zoom(size if isinstance(size, Fit) else self._shown)

    def _show_place(self) -> None:
        """Where one is in the document, and how large it is."""
        self.bar.setVisible(self._pages > 0)
        self.turning.setVisible(self._pages > 1)
        self.number.setText(str(self.page))
        self.count.setText(self.tr("of {0}").format(self._pages))
        self.back.setEnabled(self.page > 1)
        self.on.setEnabled(self.page < self._pages)
        size = self.tr("{0} %").format(round(100 * self._shown))
        self.sizes.buttons[_OWN].setText(size)
        self.sizes.buttons[_OWN].setAccessibleName(self.tr("Size of the page: {0}").format(size))
        self.sizes.show_choice(self.zoom if isinstance(self.zoom, Fit) else _OWN)

    def _make_parts(self, theme: Theme) -> None:
        self.bar, self.turning = QWidget(), QWidget()
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # a page that is fitted would not fit beside it later
        self.bar.setSizePolicy(policy)
        self.back, self.on = button(self.tr("Previous page")), button(self.tr("Next page"))
        self.number = QLineEdit()
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setValidator(QIntValidator(1, 99999, self))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setFixedWidth(8 * theme.room["step"])
        self.count = label(tone="quiet")
        sizes = {Fit.WIDTH: self.tr("Fit width"), Fit.PAGE: self.tr("Whole page"), _OWN: "100 %"}
        self.sizes = Choices(self.tr("Size of the page"), sizes, theme, self)
        self.smaller, self.larger = button("−"), button("+")
        self.smaller.setAccessibleName(self.tr("Smaller"))
        self.larger.setAccessibleName(self.tr("Larger"))
        self.nothing = label(type="body", tone="quiet", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = SheetView(self.tr("The paper"), theme, self)
        self.stack = QStackedWidget()

    def _lay_out(self, step: int) -> None:
        turning = QHBoxLayout(self.turning)
        turning.setContentsMargins(0, 0, 0, 0)
        for part in (self.back, label(self.tr("Page")), self.number, self.count, self.on):
            turning.addWidget(part)
        self.tools = QHBoxLayout(self.bar)
        self.tools.setContentsMargins(0, 0, 0, 0)
        self.tools.addWidget(self.turning)
        self.tools.addStretch(1)
        for sizing in (self.sizes, self.smaller, self.larger):
            self.tools.addWidget(sizing)
        for shown in (self.nothing, self.view):
            self.stack.addWidget(shown)
        column = filled(self)
        column.setSpacing(step)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._drawing.drawn.connect(self._show)
        self._drawing.failed.connect(self._tell_failure)
        self._rest.timeout.connect(self._draw)
        self.view.turned.connect(self._turn)
        self.view.ended.connect(self._go_to_end)
        self.view.zoomed.connect(self._step_zoom)
        self.view.resized.connect(self._rest.start)
        self.back.clicked.connect(lambda: self.go_to(self.page - 1))
        self.on.clicked.connect(lambda: self.go_to(self.page + 1))
        self.number.returnPressed.connect(self._go_to_number)
        self.smaller.clicked.connect(lambda: self._step_zoom(-1))
        self.larger.clicked.connect(lambda: self._step_zoom(1))
        self.sizes.chosen.connect(self._choose_size)
