"""Keying waits while a network is up that the plan forbids, and goes on by itself after it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.actions.network import note_network
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.network_guard import NetworkGuard
from desktop.store.survey_file import SurveyFile
from desktop.views.message_line import MessageLine
from desktop.views.parts import card, filled, label
from desktop.views.workplace import Workplace


class OfflinePanel(QWidget):
    """Stands before everything else of a keying page; what lies behind it stays as it is."""

    shut = Signal()
    """A network came up: the page keeps what is open."""
    released = Signal()
    """The last network is gone: the page goes on where it was."""

    def __init__(self, place: Workplace, stack: QStackedWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._stack = place, stack
        self._behind: QWidget | None = None
        self._guard: NetworkGuard | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = label(type="number", tone="warn", wrap=True)
        self.message = MessageLine(place.language, self)
        self._acting = Acting(place.session, self)
        self._acting.failed.connect(self.message.tell)
        self._lay_out()
        stack.addWidget(self)
        if place.session.opened.plan.offline:
            self._guard = NetworkGuard.of(place.session)
            self._guard.changed.connect(self._follow)

    @property
    def is_shut(self) -> bool:
        """Whether keying waits now."""
        return self._guard is not None and bool(self._guard.names)

    def holds(self) -> bool:
        """Whether keying waits now; it says so in the place of the page, and puts it on record."""
        if self._guard is None or not self._guard.names:
            return False
        if self._stack.currentWidget() is not self:
            self._behind = self._stack.currentWidget()
            self._stack.setCurrentWidget(self)
        self._tell(self._guard.names)
        self._record(self._guard)
        self.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key means anything here; those of the window still do."""
        if event.text():
            self._place.sounds.play("low")
        super().keyPressEvent(event)

    @Slot(object)
    def _follow(self, names: tuple[str, ...]) -> None:
        if names and self._stack.isVisible():
            is_new = self._stack.currentWidget() is not self
            if is_new:
                self.shut.emit()
                self._place.sounds.play("warn")
            self.holds()
        elif not names:
            self._release()

    def _release(self) -> None:
        behind, self._behind = self._behind, None
        if behind and self._stack.currentWidget() is self:
            self._stack.setCurrentWidget(behind)
            if self._stack.isVisible():
                self.released.emit()

    def _tell(self, names: tuple[str, ...]) -> None:
        named = self.tr(", ").join(names)
        self.title.setText(self.tr("Keying waits: switch off the network {0}").format(named))
        self.title.setAccessibleName(self.title.text())

    def _record(self, guard: NetworkGuard) -> None:
        """Each appearance once, one after the other."""
        session = self._place.session
        if self._acting.is_busy:
            return
        code, names = session.code, guard.take_untold(session.opened.id)

        def note(survey: SurveyFile, _: Job) -> None:
            note_network(survey, names, operator=code)

        if names:
            self._acting.start(note, lambda _: self._record(guard))

    def _lay_out(self) -> None:
        frame, column = card(margin=24, spacing=16)
        column.addWidget(self.title)
        text = self.tr(
            "Forms of this survey are keyed with no network at all. Pull the cable out, or switch"
            " the wireless network off. Keying goes on by itself as soon as it is gone; the form"
            " that is open is kept."
        )
        column.addWidget(label(text, type="row", wrap=True))
        column.addWidget(self.message)
        column.addStretch(1)
        filled(self).addWidget(frame)
