"""Pages of a PDF as pictures, drawn beside the window; a few of them are kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum, auto

import pypdfium2  # type: ignore[import-untyped]
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.views.latest import Latest
from desktop.views.printing import PDFIUM, page_image

DOTS = 96
"""To the inch: the size of paper on a screen, at 100 %."""
_POINTS = 72
_KEPT = 48 << 20
"""Bytes of pictures kept: some ten pages as wide as a window, whatever the document has."""
_MOST_SIDE = 5000
"""Dots of a picture's longer side: more is no longer a page one looks at."""


class Fit(Enum):
    WIDTH = auto()
    PAGE = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """A page, from 0, at a zoom or fitted into so many dots of the screen."""

    page: int
    zoom: float | Fit
    room: tuple[int, int]
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class DrawnPage:
    page: int
    pages: int
    zoom: float
    image: QImage


class PdfPages(QObject):
    """Draws the page that was wished for last; asks for nothing that it still has."""

    drawn = Signal(object)
    """A DrawnPage."""
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._content = b""
        self._kept: OrderedDict[Wish, DrawnPage] = OrderedDict()
        self._latest = Latest(self)
        self._latest.failed.connect(self.failed)

    @property
    def is_open(self) -> bool:
        return bool(self._content)

    @property
    def kept_bytes(self) -> int:
        """Memory that the pictures take."""
        return sum(held.image.sizeInBytes() for held in self._kept.values())

    def open(self, content: bytes) -> None:
        """Go on with another document; an empty one stands for none."""
        self._content = content
        self._kept.clear()
        self._latest.forget()

    def draw(self, wish: Wish) -> None:
        if kept := self._kept.get(wish):
            self._kept.move_to_end(wish)
            self._latest.forget()
            self.drawn.emit(kept)
            return
        content = self._content

        def keep(found: DrawnPage) -> None:
            self._keep(wish, found)
            self.drawn.emit(found)

        self._latest.ask(lambda: drawn_page(content, wish), keep)

    def _keep(self, wish: Wish, found: DrawnPage) -> None:
        self._kept[wish] = found
        while self.kept_bytes > _KEPT and len(self._kept) > 1:
            self._kept.popitem(last=False)


def drawn_page(content: bytes, wish: Wish) -> DrawnPage:
    """Draw a page, or the last one where there are fewer; pypdfium2.PdfiumError."""
    with PDFIUM:
        # opened anew for each page: that takes a millisecond, and nothing has to be closed later
        document = pypdfium2.PdfDocument(content)
        try:
            at = min(wish.page, len(document) - 1)
            page = document[at]
            zoom = _zoom(page.get_size(), wish)
            image = page_image(page, int(zoom * DOTS * wish.ratio))
            page.close()
            return DrawnPage(at, len(document), zoom, image)
        finally:
            document.close()


def _zoom(size: tuple[float, float], wish: Wish) -> float:
    width, height = (side * DOTS / _POINTS for side in size)
    match wish.zoom:
        case Fit.WIDTH:
            zoom = wish.room[0] / width
        case Fit.PAGE:
            zoom = min(wish.room[0] / width, wish.room[1] / height)
        case number:
            zoom = number
    most = _MOST_SIDE / (max(width, height) * wish.ratio)
    return max(min(zoom, most), 0.05)
