"""A chart in the window: drawn beside it, sharp at every size, larger and smaller, saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from desktop.files import write_whole
from desktop.report.chart_look import palette
from desktop.views.chart_picture import ChartPicture, picture_of
from desktop.views.latest import Latest
from desktop.views.parts import button, filled
from desktop.views.path_field import save_dialog
from desktop.views.saving import with_suffix
from desktop.views.theme import Theme

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

Draw = Callable[[], "Drawing | None"]
"""Makes a drawing, or nothing where nothing can be drawn; called on another thread."""

_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Sizes to choose from, times the width of the page."""


class ChartSheet(QWidget):
    """The picture alone, as wide as it is given room, in the colours of the theme."""

    drawn = Signal(object)
    """A ChartPicture: it is there, and is being painted."""
    failed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paper = QColor(palette(theme.name)["paper"])
        self.picture: ChartPicture | None = None
        self._image = QImage()
        self._drawing, self._painting = Latest(self), Latest(self)
        for work in (self._drawing, self._painting):
            work.failed.connect(self.failed)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_waiting(self) -> bool:
        return self._drawing.is_busy or self._painting.is_busy

    def show_drawing(self, draw: Drawing | Draw, title: str) -> None:
        """Show a drawing, or what draws one; the picture before stays until it is there."""
        self.setAccessibleName(title)
        self._drawing.ask(partial(_picture, draw, title), self._show)

    def clear(self) -> None:
        """Show nothing."""
        self._drawing.forget()
        self._show(None)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        held = self.picture
        return round(width * held.height / held.width) if held else 0

    def sizeHint(self) -> QSize:
        width = round(self.picture.width * self._theme.scale) if self.picture else 0
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._paper)
        if self.picture and not self._image.isNull():
            # one of another size stands in until the sharp one is there
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(0, 0, self.width(), self.heightForWidth(self.width())),
                              self._image)  # fmt: skip
        painter.end()

    def _show(self, picture: ChartPicture | None) -> None:
        self.picture, self._image = picture, QImage()
        self.updateGeometry()
        self.update()
        self._paint()
        if picture:
            self.drawn.emit(picture)

    def _paint(self) -> None:
        """Have the picture painted in the dots of this screen, beside the window."""
        if self.picture is None or self.width() <= 1:
            return
        dots = self.devicePixelRatioF()
        size = QSize(self.width(), self.heightForWidth(self.width())) * dots
        if size != self._image.size():
            work = partial(self.picture.image, size, self._theme.name)
            self._painting.ask(work, self._take)

    def _take(self, image: QImage) -> None:
        self._image = image
        self.update()


class ChartView(QWidget):
    """A chart in a frame that scrolls, with its size and a picture file to choose.

    Ctrl with + and − makes it larger and smaller, with 0 as wide as the window.
    """

    save_chosen = Signal(object)
    """A function that writes the picture where somebody chose to, and gives the path."""
    failed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, 1.0
        self.sheet = ChartSheet(theme, self)
        self.frame = QScrollArea()
        self.frame.setWidget(self.sheet)
        self.frame.setAccessibleName(self.tr("Chart"))
        self.smaller_button, self.larger_button = button("−"), button("+")
        self.fit_button = button("100%")
        self.save_button = button(self.tr("Save as picture…"))
        self.name = "chart"
        self._lay_out()
        self._connect()

    def show_drawing(self, draw: Drawing | Draw, title: str) -> None:
        """Show a drawing, or what draws one beside the window; `title` also names its file."""
        self.name = title
        self.sheet.show_drawing(draw, title)

    def clear(self) -> None:
        """Show nothing."""
        self.sheet.clear()
        self.save_button.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.resize_by(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def resize_by(self, step: int) -> None:
        """To the next size up or down; 0 goes back to the width of the window."""
        larger = [held for held in _STEPS if held > self._size]
        smaller = [held for held in _STEPS if held < self._size]
        if step == 0:
            self._size = 1.0
        elif step > 0:
            self._size = min(larger, default=self._size)
        else:
            self._size = max(smaller, default=self._size)
        self._fit()

    @Slot()
    def save(self) -> None:
        """Ask for a name, and hand over what writes the picture there."""
        picture = self.sheet.picture
        kinds = self.tr("PNG picture (*.png);;SVG drawing (*.svg)")
        ask = save_dialog(self.tr("Save as picture"), kinds)
        chosen = ask(self, f"{self.name}.png") if picture else ""
        if picture and chosen:
            suffix = ".svg" if Path(chosen).suffix.lower() == ".svg" else ".png"
            self.save_chosen.emit(partial(_write, picture, with_suffix(chosen, suffix)))

    def _fit(self) -> None:
        """As many times the frame's width as chosen."""
        width = round((self.frame.viewport().width()) * self._size)
        self.sheet.resize(width, self.sheet.heightForWidth(width))
        self.fit_button.setText(f"{round(100 * self._size)}%")

    @Slot()
    def _show_new(self) -> None:
        self.save_button.setEnabled(True)
        self.frame.verticalScrollBar().setValue(0)
        self._fit()

    def _connect(self) -> None:
        self.sheet.drawn.connect(self._show_new)
        self.sheet.failed.connect(self.failed)
        self.smaller_button.clicked.connect(partial(self.resize_by, -1))
        self.larger_button.clicked.connect(partial(self.resize_by, 1))
        self.fit_button.clicked.connect(partial(self.resize_by, 0))
        self.save_button.clicked.connect(self.save)

    def _lay_out(self) -> None:
        self.frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # else a picture as wide as the frame would bring the bar, which makes the frame narrower
        self.frame.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.save_button.setEnabled(False)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(self._theme.room["step"])
        self.tools.addStretch(1)
        for widget, name in (
            (self.smaller_button, self.tr("Smaller (Ctrl+−)")),
            (self.fit_button, self.tr("As wide as the window (Ctrl+0)")),
            (self.larger_button, self.tr("Larger (Ctrl++)")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
            self.tools.addWidget(widget)
        self.tools.addSpacing(self._theme.room["step"])
        self.tools.addWidget(self.save_button)
        column = filled(self)
        column.setSpacing(self._theme.room["step"])
        column.addLayout(self.tools)
        column.addWidget(self.frame, 1)


def _picture(draw: Drawing | Draw, title: str) -> ChartPicture | None:
    drawing = draw() if callable(draw) else draw
    return picture_of(drawing, title) if drawing else None


def _write(picture: ChartPicture, path: Path) -> Path:
    content = picture.svg if path.suffix.lower() == ".svg" else picture.png()
    write_whole(path, lambda target: target.write(content))
    return path
