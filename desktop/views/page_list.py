"""The pages of the work area in their order: who sees each, and what makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.session import Session
from desktop.store import kinds, queries
from desktop.views.workplace import Workplace


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page, loaded when it is first shown."""

    id: str
    icon: str
    maker: str
    """`module:class` under `desktop.views`."""
    is_for: Callable[[Session], bool]

    def make(self, place: Workplace, parent: QWidget) -> QWidget:
        """The page itself."""
        module, name = self.maker.split(":")
        made: QWidget = getattr(import_module(f"desktop.views.{module}"), name)(place, parent)
        return made


def _keys_forms(session: Session) -> bool:
    waits = not queries.zero_declared(session.opened)
    return session.may(kinds.FORM) or (waits and session.may(kinds.ZERO))


PAGES = (
    PageEntry("keying", "keying", "keying_view:KeyingView", _keys_forms),
    PageEntry(
        "second",
        "second-keying",
        "second_keying_view:SecondKeyingView",
        lambda session: session.may(kinds.FORM),
    ),
    PageEntry("work", "my-work", "my_work_view:MyWorkView", lambda _: True),
    PageEntry("drill", "drill", "drill_view:DrillView", lambda session: session.may(kinds.FORM)),
    PageEntry("settings", "settings", "settings_view:SettingsView", lambda _: True),
    PageEntry("help", "help", "help_view:HelpView", lambda _: True),
)


def page_title(page: str) -> str:
    """The word under a page's icon."""
    tr = QCoreApplication.translate
    titles = {
        "keying": tr("PageList", "Keying"),
        "second": tr("PageList", "Second"),
        "work": tr("PageList", "My work"),
        "drill": tr("PageList", "Practice"),
        "settings": tr("PageList", "Settings"),
        "help": tr("PageList", "Help"),
    }
    return titles[page]
