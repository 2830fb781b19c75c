"""Times a key from its press to the end of the paint it causes, in the window and in a bare table.

The paint has ended when Qt has handed it to the screen and, under X11, the server has taken it.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from benchmarks.bare_table import BareTable
from benchmarks.window_clerk import Clerk, press
from desktop.tally.plan import Plan

WARM_FORMS = 2
"""The first forms of a run are keyed without being timed."""


class Paints(QObject):
    """Counts the paints of some widgets."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  the name is Qt's
        self.count += event.type() == QEvent.Type.Paint
        return False

    def seconds(self, act: Callable[[], None]) -> float:
        """Until one of the widgets is painted and nothing is left to do; AssertionError."""
        before, begun = self.count, time.perf_counter()
        act()
        QGuiApplication.sync()
        while self.count == before:
            assert time.perf_counter() < begun + 1, "a key painted nothing"
            QGuiApplication.sync()
        return time.perf_counter() - begun


def alternate(clerk: Clerk, plan: Plan, forms: Iterable[Sequence[str]]) -> dict[str, list[float]]:
    """Seconds of keys by kind; each form is keyed in the window, its cells then in the table."""
    times: dict[str, list[float]] = {"opening": [], "cells": [], "saving": [], "table": []}
    table = BareTable(plan)
    table_paints, panel = Paints(table.viewport()), None
    clerk.come_to_front()
    for turn, keys in enumerate(forms):
        if panel is not clerk.panel:
            panel = clerk.panel
            paints = Paints(panel.grid.viewport(), panel.map, panel.number, panel.message.text)
        first, *cells, last = (paints.seconds(partial(clerk.press, key)) for key in keys)
        table.begin()
        plain = [table_paints.seconds(partial(press, table.handle, key)) for key in keys[1:-2]]
        if turn >= WARM_FORMS:
            for kind, seconds in zip(times, ([first], cells, [last], plain), strict=True):
                times[kind] += seconds
    table.leave()
    return times
