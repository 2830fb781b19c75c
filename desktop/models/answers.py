"""How what was done beside the window reaches whoever asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@contextmanager
def without_focus(asker: QObject | None) -> Iterator[None]:
    """Inside, a page that is no longer in front cannot take the focus from the one that is.

    Qt gives the focus, and every key after it, to hidden widgets too, but to none that is disabled.
    """
    page = cast("QWidget", asker) if asker and asker.isWidgetType() else None
    if page is None or page.isVisible() or not page.isEnabled():
        yield
        return
    page.setEnabled(False)
    try:
        yield
    finally:
        page.setEnabled(True)
