"""A field for one paragraph: it wraps, Enter ends it, and a pasted line break is a blank."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.tally.opinions import one_paragraph

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ParagraphField(QPlainTextEdit):
    """Tab goes on to the next field."""

    submitted = Signal()
    """Enter, with whatever other key is held down."""
    back_requested = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        # as high as its page has room for, and never less than three lines
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.setMinimumHeight(4 * self.fontMetrics().lineSpacing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # a key held down too long must not enter the next opinion as well
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Whatever is pasted or dropped here is plain text in one paragraph."""
        if source.hasText():
            self.insertPlainText(one_paragraph(source.text()))
