"""What people call the states of a consequence."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.models.consequence_rows import (
    CONFIRMED,
    DISPUTED,
    DONE,
    OPEN,
    OVERDUE,
    STALE,
    WAITING,
)

ALL = frozenset({WAITING, CONFIRMED, OVERDUE, DONE, STALE, DISPUTED})


class ConsequenceWords(QObject):
    """The window's words for codes."""

    def states(self) -> Mapping[str, str]:
        return {
            WAITING: self.tr("to be confirmed"),
            CONFIRMED: self.tr("confirmed"),
            OVERDUE: self.tr("overdue"),
            DONE: self.tr("done"),
            STALE: self.tr("follows no more"),
            DISPUTED: self.tr("in dispute"),
        }

    def choices(self) -> Mapping[frozenset[str], str]:
        """Which lines are shown, by their states."""
        return {
            ALL: self.tr("All"),
            OPEN: self.tr("To be decided"),
            frozenset({CONFIRMED, OVERDUE}): self.tr("Confirmed, not done"),
            frozenset({DONE}): self.tr("Done"),
        }
