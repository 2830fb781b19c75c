"""One line that leads to a page: how many, of what, where first, and the page's name."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.parts import label
from desktop.views.theme import Theme


class ErrandLine(QPushButton):
    """The whole line is one button: Enter, Space or a click goes to the page."""

    def __init__(
        self, number: str, texts: Sequence[str], page: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)
        self._theme = theme
        what, where = texts
        self.number = label(number, type="number", tone="warn")
        self.what = label(what, type="row", wrap=True)
        self.where = label(where, type="label", tone="quiet")
        self.page = label(f"{page} ›", type="row", tone="accent")
        self.setAccessibleName(f"{number} {what}")
        self.setAccessibleDescription(f"{where} {page}")
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        self.where.setSizePolicy(policy.Ignored, policy.Preferred)
        self._lay_out(has_number=bool(number), has_where=bool(where))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        width = max(self.width(), layout.totalMinimumSize().width())
        return QSize(width, layout.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return QSize(layout.totalMinimumSize().width(), self.sizeHint().height())

    def _lay_out(self, *, has_number: bool, has_where: bool) -> None:
        step = self._theme.room["step"]
        row = QHBoxLayout(self)
        above = step // 2 if has_where else step
        row.setContentsMargins(step, above, 2 * step, above)
        row.setSpacing(2 * step)
        row.addWidget(self.number)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.number.setVisible(has_number)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.where)
        row.addLayout(words, 1)
        self.where.setVisible(has_where)  # in its place already: a label alone would be a window
        row.addWidget(self.page)
        for held in (self.number, self.what, self.where, self.page):
            # the mouse means the line, not the words on it
            held.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
