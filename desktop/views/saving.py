"""A file is written beside the window; the message line says that it is there, or why not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.views.latest import Latest
from desktop.views.message_line import MessageLine


class Saving(QObject):
    """`write` gives the path it wrote to; PingyiError and OSError become a sentence."""

    def __init__(self, message: MessageLine, parent: QObject) -> None:
        super().__init__(parent)
        self._message = message
        self._work = Latest(self)
        self._work.failed.connect(message.tell_failure)

    @property
    def is_busy(self) -> bool:
        return self._work.is_busy

    def save(self, write: Callable[[], Path]) -> None:
        """Write now; of two files asked for at once the later one is told of."""
        self._work.ask(write, self._tell)

    def _tell(self, path: Path) -> None:
        self._message.say(self.tr("Saved: {0}").format(path), tone="good")


def with_suffix(chosen: str, suffix: str) -> Path:
    """The chosen name, ending as its kind of file does: no other kind is ever overwritten."""
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
