"""Language, theme, text size and sounds, at once; every page that offers them offers these."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.session import Session
from desktop.settings import TEXT_SIZES, THEMES
from desktop.views.choices import Choices
from desktop.views.theme import Theme, load_theme
from desktop.words import CHINESE, ENGLISH

_CHOSEN_LAST = "chosen_last"
"""Where the session remembers which of them has the focus: the pages are made anew at once."""


class LookChoice(QObject):
    """Four rows of choices for a page to lay out; what is chosen is kept for this machine."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        # in its own language each, for whoever cannot read the other
        languages = {CHINESE: "中文", ENGLISH: "English"}
        names = (self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        sizes = {size: self.tr("{0} %").format(size) for size in TEXT_SIZES}
        sounds = {True: self.tr("On"), False: self.tr("Off")}
        self.language = Choices(self.tr("Language"), languages, theme, parent)
        self.theme = Choices(self.tr("Theme"), dict(zip(THEMES, names, strict=True)), theme, parent)
        self.text_size = Choices(self.tr("Text size"), sizes, theme, parent)
        self.sounds = Choices(self.tr("Sounds"), sounds, theme, parent)
        self.rows = {
            "language": self.language,
            "theme": self.theme,
            "text_size": self.text_size,
            "sounds": self.sounds,
        }
        for name, row in self.rows.items():
            row.show_choice(getattr(session.settings, name))
            row.chosen.connect(lambda value, name=name: self._choose(name, value))

    def show_swatches(self) -> None:
        """Show each theme in its own colours."""
        ratio = self.theme.devicePixelRatioF()
        self.theme.set_icons({name: _swatch(load_theme(name, 100), ratio) for name in THEMES})

    def focus_again(self) -> bool:
        """Take the focus where a choice made here was why the page is new."""
        name = self._session.property(_CHOSEN_LAST)
        self._session.setProperty(_CHOSEN_LAST, None)
        if name in self.rows:
            self.rows[name].focus()
        return name in self.rows

    def _choose(self, name: str, value: object) -> None:
        change: dict[str, Any] = {name: value}
        chosen = replace(self._session.settings, **change)
        if chosen != self._session.settings:
            self._session.setProperty(_CHOSEN_LAST, name)
            self._session.choose(chosen)


def _swatch(theme: Theme, ratio: float) -> QIcon:
    """A card on the theme's page, with a line of text and the accent under it."""
    pixmap = QPixmap(round(56 * ratio), round(56 * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    colours = theme.colours
    painter = QPainter(pixmap)
    painter.scale(2 * ratio, 2 * ratio)
    painter.setPen(QPen(colours["line"], 1))
    painter.setBrush(colours["page"])
    painter.drawRect(1, 3, 26, 22)
    painter.fillRect(5, 7, 18, 14, colours["card"])
    painter.fillRect(7, 10, 14, 2, colours["text"])
    painter.fillRect(7, 14, 9, 4, colours["accent"])
    painter.end()
    return QIcon(pixmap)
