"""What every page is given: the session, the look, the sounds and the stretch of work."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.models.stretch import Stretch
from desktop.session import Session
from desktop.views.sounds import Sounds
from desktop.views.theme import Theme


@dataclass(frozen=True, slots=True)
class Workplace:
    """Made anew whenever language, theme, text size or operator change, and the pages with it."""

    session: Session
    stretch: Stretch
    theme: Theme
    sounds: Sounds

    @property
    def language(self) -> str:
        return self.session.settings.language


class Page(Protocol):
    """A page of the window, whatever it shows."""

    strip: QWidget | None
    """What stands at the foot of the window while the page is shown."""

    def activate(self) -> None:
        """The page comes to the front: read what may have changed, and take the focus."""

    def put_away(self) -> None:
        """The page is about to go: keep what is open, so that its successor finds it."""
