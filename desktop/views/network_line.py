"""Whether any network is up on this machine, and whether the plan minds."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel, QWidget

from desktop.models.network_guard import NetworkGuard
from desktop.views.parts import filled, label, set_tone
from desktop.views.workplace import Workplace

_NAMED = 3
"""Interfaces named on the line; the rest are counted."""


class NetworkLine(QWidget):
    """Follows what is up while its page is in front."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._seen = 0
        self.text: QLabel = label(type="row")
        filled(self).addWidget(self.text)
        self._guard: NetworkGuard | None = None

    def activate(self) -> None:
        """Look from now on, once the page is painted."""
        QTimer.singleShot(0, self, self._look)

    def show_seen(self, times: int) -> None:
        """How often a network was seen where the plan allows none."""
        self._seen = times
        self._show()

    @Slot()
    def _look(self) -> None:
        if self._place.session.survey is None:
            return  # closed before the page was painted
        if self._guard is None:
            self._guard = NetworkGuard.of(self._place.session)
            self._guard.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        names = self._guard.names if self._guard else ()
        is_blind = self._guard is not None and self._guard.is_blind
        nothing = self.tr("Networks cannot be seen") if is_blind else self.tr("No network is up")
        text = self._up(names) if names else nothing
        if self._seen:
            text += self.tr(" · {0} on record").format(self._seen)
        set_tone(self.text, "warn" if names or self._seen or is_blind else "good")
        self.text.setText(text)

    def _up(self, names: tuple[str, ...]) -> str:
        named = self.tr(", ").join(names[:_NAMED])
        more = self.tr(" and {0} more").format(len(names) - _NAMED) if names[_NAMED:] else ""
        if self._place.session.opened.plan.offline:
            return self.tr("Network up, keying waits: {0}").format(named + more)
        return self.tr("Network up: {0}").format(named + more)
