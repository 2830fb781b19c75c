"""Text with headings and tables that grows as high as it needs: whoever holds it scrolls."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextBrowser, QWidget

from desktop.views.parts import filled
from desktop.views.theme import FAMILIES, Theme

Key = Qt.Key
_MOVES = {Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End}


class RichText(QTextBrowser):
    """Takes what the functions below give; can be selected and copied."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(0)
        self.document().setDefaultStyleSheet(_style(theme))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stops at what scrolls

    def show_parts(self, parts: Iterable[str]) -> None:
        self.setHtml("".join(parts))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move are for whoever scrolls; the others copy what is selected."""
        if event.key() in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        document = self.document()
        document.setTextWidth(max(self.viewport().width(), 1))
        self.setFixedHeight(int(document.size().height()) + 2 * self.frameWidth() + 1)


def scrolled(area: QScrollArea, text: QWidget, margin: int) -> None:
    """Put a text that knows its height into an area that scrolls."""
    held = QWidget()
    column = filled(held)
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(text)
    column.addStretch(1)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setWidget(held)


def heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def paragraph(*parts: tuple[str, str]) -> str:
    """Texts with their looks: `plain`, `quiet`, `score`."""
    return "<p>" + " ".join(f"<span class='{look}'>{escape(text)}</span>" for text, look in parts)


def numbered(texts: Iterable[str]) -> str:
    return "<ol>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ol>"


def table(head: Sequence[str], rows: Iterable[tuple[Sequence[str], bool]], *, words: int) -> str:
    """The first columns hold words, the others figures at the right; a row may stand out, all
    but its first cell.

    An empty head leaves the table without one.
    """
    found = [_row("th", head, words)] if head else []
    found += [_row("td", cells, words, strong=strong) for cells, strong in rows]
    # a whole hundred comes out a dot wider than the text, by rounding of its columns
    return f"<table width='99%' cellspacing='0'>{''.join(found)}</table>"


def _row(tag: str, cells: Sequence[str], words: int, *, strong: bool = False) -> str:
    found = (
        f"<{tag} class='{'strong' if strong and at else 'plain'}'"
        f" align='{'left' if at < words else 'right'}'>{escape(cell)}</{tag}>"
        for at, cell in enumerate(cells)
    )
    return f"<tr>{''.join(found)}</tr>"


def _style(theme: Theme) -> str:
    colour = {name: held.name() for name, held in theme.colours.items()}
    size, step = theme.type, theme.room["step"]
    families = ", ".join(f"'{family}'" for family in FAMILIES)
    cell = f"padding: {step // 2}px {step}px;"
    line = f"border-bottom: {theme.frames['hairline']}px solid {colour['hairline']};"
    return "\n".join(
        (
            f"* {{ font-family: {families}; }}",
            f"p, li, td, span {{ font-size: {size['body']}px; color: {colour['text']}; }}",
            f"p {{ margin-top: 0; margin-bottom: {step // 2}px; }}",
            f"li {{ margin-bottom: {step // 2}px; }}",
            f"h3 {{ font-size: {size['row']}px; color: {colour['text']};"
            f" margin-top: {2 * step}px; margin-bottom: {step // 2}px; }}",
            f".quiet {{ color: {colour['quiet']}; }}",
            f".score {{ font-size: {size['number']}px; font-weight: bold; }}",
            f"th {{ font-size: {size['label']}px; color: {colour['quiet']};"
            f" font-weight: bold; {cell} {line} }}",
            f"td {{ {cell} {line} }}",
            ".strong { font-weight: bold; }",
        )
    )
