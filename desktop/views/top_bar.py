"""The line at the top: survey, mode, station, who works with whom, the time and the time worked."""

from PySide6.QtCore import Qt, QTime, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.actions.authority import known_operator
from desktop.store import station_queries
from desktop.views.parts import badge, button, label
from desktop.views.workplace import Workplace


class TopBar(QWidget):
    """Says under whose name every form of the next minutes goes on record."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._place = place
        session = place.session
        self.title = label(session.opened.plan.title, type="row")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.mode = badge(self._mode())
        self.people, self.time = (
            label(type="label", tone="quiet"),
            label(type="label", tone="quiet"),
        )
        self.lock_button = button(self.tr("Lock"), link=True)
        self.sign_out_button = button(self.tr("Sign out"), link=True)
        self.close_button = button(self.tr("Close"), link=True)
        for made in (self.lock_button, self.sign_out_button, self.close_button):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        for made in (self.lock_button, self.sign_out_button):
            made.setVisible(session.operator is not None)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Who works, and what the clocks say."""
        self.people.setText(self._people())
        worked = self._place.stretch.meter.minutes
        spent = self.tr("worked {0}:{1:02d}").format(worked // 60, worked % 60)
        self.time.setText(f"{QTime.currentTime().toString('HH:mm')}   {spent}")

    def _people(self) -> str:
        session = self._place.session
        names = station_queries.station_names(session.opened)
        parts = []
        if session.opened.station:
            parts.append(self.tr("station {0}").format(names.get(session.opened.station, "")))
        if session.operator:
            parts.append(self.tr("operator {0}").format(session.operator.name))
        if session.caller:
            caller = known_operator(session.opened, session.caller).name
            parts.append(self.tr("caller {0}").format(caller))
        return "   ".join(parts)

    def _mode(self) -> str:
        if self._place.session.opened.station is None:
            return self.tr("view only")
        drill = self._place.session.opened.mode == "drill"
        return self.tr("drill") if drill else self.tr("official")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(16)
        row.addWidget(self.title, 1)
        for widget in (
            self.mode,
            self.people,
            self.time,
            self.lock_button,
            self.sign_out_button,
            self.close_button,
        ):
            row.addWidget(widget)
