"""Where the survey and this program's own files lie, and which version this is."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop import __version__
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace


class PlacesCard(QWidget):
    """Paths to read, to copy, and to open in the file manager."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        step = place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(label(self.tr("Where everything lies"), type="row"))
        self._grid = QGridLayout()
        self._grid.setSpacing(step)
        self.survey = self._row(self.tr("This survey"), place.session.opened.path)
        self.home = self._row(self.tr("Keys and settings of this machine"), place.session.home.root)
        column.addLayout(self._grid)
        column.addWidget(label(self._warning(), type="label", tone="quiet", wrap=True))
        self.version = label(self.tr("Pingyi {0}").format(__version__), type="label", tone="quiet")
        column.addWidget(self.version)
        column.addStretch(1)
        filled(self).addWidget(frame)

    def _row(self, name: str, path: Path) -> QLineEdit:
        row = self._grid.rowCount()
        line = QLineEdit(str(path))
        line.setReadOnly(True)
        line.setCursorPosition(0)
        line.setAccessibleName(name)
        show = button(self.tr("Show"))
        show.setAccessibleDescription(name)
        folder = path if path.is_dir() else path.parent
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        title = label(name, type="label", tone="quiet")
        self._grid.addWidget(title, row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(line, row + 1, 0)
        self._grid.addWidget(show, row + 1, 1)
        return line

    def _warning(self) -> str:
        return self.tr(
            "The survey file may be copied. The folder of keys makes this machine this station:"
            " it stays here and is given to nobody."
        )
