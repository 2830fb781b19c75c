"""One sheet of paper in sight, moved about by keys and the wheel."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from desktop.views.theme import Theme

Key = Qt.Key
_TURNS = {Key.Key_PageDown: 1, Key.Key_PageUp: -1}
_ENDS = {Key.Key_Home: -1, Key.Key_End: 1}
_ZOOMS = {Key.Key_Plus: 1, Key.Key_Equal: 1, Key.Key_Minus: -1}


class SheetView(QScrollArea):
    """Says what a key wants; what that means is for whoever knows the pages."""

    turned = Signal(int)
    """The next page or the one before: the sheet is at its end already."""
    ended = Signal(int)
    """The last page or the first one."""
    zoomed = Signal(int)
    resized = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # fitted to the width, a sheet must not change it by the bar that it needs
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._dress(theme)
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self.sheet)

    def room(self, within: QSize) -> tuple[int, int]:
        """Dots of the screen for a sheet in a view of this size, without bars but the standing one.

        Not its own size: a view that was never shown has none yet.
        """
        bar, frame = self.verticalScrollBar().sizeHint().width(), 2 * self.frameWidth() + 2
        return max(within.width() - bar - frame, 1), max(within.height() - frame, 1)

    def show_sheet(self, image: QImage, ratio: float) -> None:
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(picture)
        self.sheet.resize(picture.deviceIndependentSize().toSize() + QSize(2, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if by := _TURNS.get(key):
            self._move(by)
        elif by := _ENDS.get(key):
            self.ended.emit(by)
        elif by := _ZOOMS.get(key):
            self.zoomed.emit(by)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        by = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and by:
            self.zoomed.emit(1 if by > 0 else -1)
        else:
            super().wheelEvent(event)

    def _move(self, by: int) -> None:
        """Down or up the sheet where it is higher than the window, then on to another page."""
        bar = self.verticalScrollBar()
        end = bar.maximum() if by > 0 else bar.minimum()
        if bar.value() != end:
            bar.setValue(bar.value() + by * bar.pageStep())
        else:
            self.turned.emit(by)

    def _dress(self, theme: Theme) -> None:
        """The desk that paper lies on; paper itself is white in every theme."""
        desk, line = theme.colours["page"].name(), theme.colours["hairline"].name()
        accent, frame = theme.colours["accent"].name(), theme.frames["hairline"]
        self.setStyleSheet(
            f"QScrollArea {{ background: {desk}; border: {frame}px solid {line}; }}"
            f"QScrollArea:focus {{ border: {frame}px solid {accent}; }}"
            f"QScrollArea > QWidget > QWidget {{ background: {desk}; }}"
            f"QLabel {{ border: 1px solid {line}; }}"
        )
