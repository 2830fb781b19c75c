"""Whose turn it is among the connections of one program to one survey file.

SQLite lets nobody in while a commit waits for a reader, and gives up after seconds: the window's
own connection would stand still. Here a commit waits for the views before it locks anything.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, RLock


class Turns:
    """Shared by a survey file, its twins and its readers."""

    def __init__(self) -> None:
        self._pen = RLock()
        self._views, self._changed = 0, Condition()

    @contextmanager
    def pen(self) -> Iterator[None]:
        """What an act looks at stays as it is until it is recorded: others wait to write."""
        with self._pen:
            yield

    @contextmanager
    def view(self) -> Iterator[None]:
        """No commit comes while this is open."""
        with self._changed:
            self._views += 1
        try:
            yield
        finally:
            with self._changed:
                self._views -= 1
                self._changed.notify_all()

    @contextmanager
    def commit(self) -> Iterator[None]:
        """Once every open view has ended; no other is opened meanwhile.

        Hazard: whoever holds a view on this very thread would wait for himself.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._views)
            yield
