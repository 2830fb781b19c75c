"""Somebody at a window: goes to pages, clicks on what is written there, types, and waits."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint

from tests.e2e.eyes import Eyes
from tests.e2e.program import Program
from tests.e2e.screen import until

ENTER = "Return"
_ASIDE = QPoint(683, 766)
"""At the foot of the window, where the pointer lights nothing up."""
_BELOW = QPoint(0, 26)
"""From a field's name to the field, and from a choice to the next."""


@dataclass(frozen=True, slots=True)
class Person:
    """The window in front is the one whose person acted last: see `turn_to`."""

    window: Program
    eyes: Eyes

    def turn_to(self) -> None:
        """Bring the window to the front."""
        self.window.focus()

    def press(self, *keys: str) -> None:
        self.window.press(*keys)

    def type(self, text: str, *keys: str) -> None:
        """A text, and keys behind it."""
        self.window.type(text)
        self.window.press(*keys)

    def fill(self, *texts: str) -> None:
        """Each text and Enter, which leads from field to field."""
        for text in texts:
            self.type(text, ENTER) if text else self.press(ENTER)

    def click(self, text: str, kind: str = "button", by: QPoint | None = None) -> None:
        """Click on the only place where this is written, or beside it."""
        middle = self._place(kind, text) + (by or QPoint(0, 0))
        self.window.click(middle)
        self.window.point(_ASIDE)

    def click_field(self, name: str) -> None:
        """Click into the field under its name."""
        self.click(name, "words", _BELOW)

    def go(self, page: str, title: str = "") -> None:
        """To a page, by its entry in the rail; it has come when its title stands there."""
        self.click(page, "page")
        self.see(title or page)

    def see(self, text: str, kind: str = "words") -> None:
        """Wait until a line of the window begins so."""
        what = f"nowhere on the screen: {text}"
        until(lambda: self.eyes.places(kind, text), what)

    def answer(self, path: object) -> None:
        """Type a path into the dialog for files that comes up."""
        self.window.answer(str(path))

    def _place(self, kind: str, text: str) -> QPoint:
        places = until(lambda: self.eyes.places(kind, text), f"nowhere on the screen: {text}")
        assert len(places) == 1, f"more than once on the screen: {text} {places}"
        return places[0]
