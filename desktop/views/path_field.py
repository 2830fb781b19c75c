"""A path: typed, pasted, or chosen with the system's own dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desktop.views.parts import button


class PathField(QWidget):
    """A line for a path with a button beside it; `choose` opens the dialog and returns a path."""

    changed = Signal()
    returned = Signal()

    def __init__(self, name: str, choose: Callable[[QWidget, str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._choose = choose
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        # a file that is dropped is the page's business: the line would take its address as text
        self.line.setAcceptDrops(False)
        self.browse = button(self.tr("Choose…"))
        self.browse.setAccessibleDescription(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.line)
        self.browse.clicked.connect(self._ask)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.returned)

    @property
    def path(self) -> Path | None:
        """What stands in the line, without the quotes that a file manager copies; None if empty."""
        text = self.line.text().strip().strip("\"'")
        if text.startswith("file:"):
            text = QUrl(text).toLocalFile()
        return _expanded(Path(text)) if text else None

    @property
    def is_own(self) -> bool:
        """Whether a person typed or chose it, so that no proposal takes its place."""
        return self.line.isModified() and self.path is not None

    def set_path(self, path: Path) -> None:
        """Put a path there that nobody chose yet."""
        self.line.setText(str(path))

    @Slot()
    def _ask(self) -> None:
        if chosen := self._choose(self, self.line.text()):
            self.line.setText(str(Path(chosen)))
            self.line.setModified(True)
            self.line.setFocus()


def open_dialog(title: str, kinds: str) -> Callable[[QWidget, str], str]:
    """Asks for an existing file."""
    return lambda parent, before: QFileDialog.getOpenFileName(parent, title, before, kinds)[0]


def save_dialog(title: str, kinds: str) -> Callable[[QWidget, str], str]:
    """Asks for a new file."""
    return lambda parent, before: QFileDialog.getSaveFileName(parent, title, before, kinds)[0]


def folder_dialog(title: str) -> Callable[[QWidget, str], str]:
    """Asks for an existing folder."""
    return lambda parent, before: QFileDialog.getExistingDirectory(parent, title, before)


def _expanded(path: Path) -> Path:
    """With `~` as the user's folder; as it stands where nobody has that name."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path
