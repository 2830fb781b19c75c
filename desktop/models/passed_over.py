"""Proposals that somebody passed over: they are not shown again while the survey is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from desktop.session import Session

Key = tuple[str, str]
"""The line that a proposal rests on, and its rule."""


class PassedOver(QObject):
    """Nothing of it is on record: a proposal is no decision, and another person may take it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.keys: set[Key] = set()
        session.survey_changed.connect(self.clear)

    @classmethod
    def of(cls, session: Session) -> PassedOver:
        """The one of a session."""
        held = session.findChild(cls)
        return held if isinstance(held, cls) else cls(session)

    @Slot()
    def clear(self) -> None:
        self.keys.clear()
