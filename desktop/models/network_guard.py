"""Which networks are up on this machine; a plan may ask for none, and keying then waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.session import Session

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInterface

_LOOK = 3_000
"""Milliseconds between two looks."""

Source = Callable[[], Sequence[str]]
"""Names of the interfaces that are up."""


class NetworkGuard(QObject):
    """One for each session: what it saw outlives the pages, which a change of look makes anew."""

    changed = Signal(object)
    """The names that are up now; empty when the last is gone."""

    def __init__(self, source: Source | None, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source or interfaces_up
        self.names: tuple[str, ...] = ()
        self.is_blind = False
        """Whether this system lacks what one needs to look: then nothing is said to be up."""
        self._told: set[tuple[str, str]] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    @classmethod
    def of(cls, session: Session) -> NetworkGuard:
        """The session's guard, which looks from now on."""
        made = session.findChild(cls) or cls(None, session)
        made.begin()
        return made

    def begin(self) -> None:
        """Look now, and every few seconds from then on."""
        if not self._timer.isActive():
            self._timer.start(_LOOK)
            self.look()

    @Slot()
    def look(self) -> None:
        """See what is up, and say so where it is not what it was."""
        names = self._seen()
        # what was gone in between appears anew
        self._told = {(survey, name) for survey, name in self._told if name in names}
        if names != self.names:
            self.names = names
            self.changed.emit(names)

    def _seen(self) -> tuple[str, ...]:
        try:
            return tuple(self._source())
        except ImportError:  # Qt's library needs one of the system's that a small Linux may lack
            self.is_blind = True
            return ()

    def take_untold(self, survey: str) -> tuple[str, ...]:
        """What is up and was not given out yet: once per appearance and survey, to be recorded."""
        new = tuple(name for name in self.names if (survey, name) not in self._told)
        self._told |= {(survey, name) for name in new}
        return new


def interfaces_up() -> list[str]:
    """Interfaces that lead out of this machine: up, running, and with an address of a network.

    An address that a machine gives itself for want of a network (169.254…, fe80…) is none.
    """
    # here, because only surveys that forbid a network pay for the library
    from PySide6.QtNetwork import QNetworkInterface

    flag = QNetworkInterface.InterfaceFlag
    up, loop = flag.IsUp | flag.IsRunning, flag.IsLoopBack
    return [
        interface.humanReadableName() or interface.name()
        for interface in QNetworkInterface.allInterfaces()
        if interface.flags() & (up | loop) == up and _has_network(interface)
    ]


def _has_network(interface: QNetworkInterface) -> bool:
    addresses = (entry.ip() for entry in interface.addressEntries())
    return any(not (held.isLinkLocal() or held.isLoopback()) for held in addresses)
