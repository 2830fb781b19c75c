"""The text of a help page: Markdown in the theme's colours, with what is searched for marked."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.views.theme import FAMILIES, Theme

_MOST_MARKS = 500


class HelpText(QTextBrowser):
    """One page at a time."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(theme.room["step"])

    def show_page(self, text: str) -> None:
        """Show Markdown from its beginning."""
        self.setMarkdown(text)
        self._dress_headings()
        self._dress_keys()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to_section(self, place: int) -> None:
        """Bring the heading of a section, counted from 0, to the top."""
        headings = [block for block in self._blocks() if block.blockFormat().headingLevel() > 1]
        self.setTextCursor(QTextCursor(headings[place]))
        top = self.document().documentLayout().blockBoundingRect(headings[place]).top()
        self.verticalScrollBar().setValue(round(top))

    def mark(self, wanted: str) -> int:
        """Mark every place of a text; how many there are."""
        places = self._places(wanted) if wanted else []
        self.setExtraSelections([self._marked(place) for place in places])
        return len(places)

    def find_next(self, wanted: str) -> bool:
        """Go to the next place after the last one; False at the end."""
        return bool(wanted) and self.find(wanted)

    def _places(self, wanted: str) -> list[QTextCursor]:
        document, found = self.document(), list[QTextCursor]()
        place = document.find(wanted)
        while not place.isNull() and len(found) < _MOST_MARKS:
            found.append(place)
            place = document.find(wanted, place)
        return found

    def _marked(self, place: QTextCursor) -> QTextEdit.ExtraSelection:
        ink, ground = self._theme.marks["fair"]
        marked = QTextEdit.ExtraSelection()
        marked.cursor = place
        look = QTextCharFormat()
        look.setForeground(ink)
        look.setBackground(self._theme.colours["accent_ground"] if _is_white(ground) else ground)
        marked.format = look
        return marked

    def _dress_headings(self) -> None:
        """Room above a heading, so that it belongs to what follows."""
        step = self._theme.room["step"]
        for block in self._blocks():
            if level := block.blockFormat().headingLevel():
                look = block.blockFormat()
                look.setTopMargin(3 * step if level > 1 else 0)
                look.setBottomMargin(step)
                QTextCursor(block).setBlockFormat(look)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _dress_table(self, table: QTextTable) -> None:
        """Rules in the hairline's colour; Markdown itself knows none."""
        look = table.format()
        look.setBorder(1)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(self._theme.colours["hairline"])
        look.setBorderCollapse(True)
        look.setCellSpacing(0)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setCellPadding(self._theme.room["step"] * 0.75)
        look.setTopMargin(self._theme.room["step"])
        look.setBottomMargin(2 * self._theme.room["step"])
        table.setFormat(look)

    def _dress_keys(self) -> None:
        """Keys stand out; no fixed-width font of the system, that may lack Chinese, sets them."""
        look = QTextCharFormat()
        look.setFontFamilies(list(FAMILIES))
        look.setFontFixedPitch(False)
        look.setFontWeight(700)
        look.setForeground(self._theme.colours["accent"])
        for start, end in self._fixed_runs():
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def _fixed_runs(self) -> list[tuple[int, int]]:
        runs = []
        for block in self._blocks():
            at = block.begin()
            while not at.atEnd():
                fragment = at.fragment()
                if fragment.charFormat().fontFixedPitch():
                    start = fragment.position()
                    runs.append((start, start + fragment.length()))
                at += 1
        return runs


def _is_white(colour: QColor) -> bool:
    """High contrast knows no grounds of its own for grades."""
    return colour.lightness() == 255
