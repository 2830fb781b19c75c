"""The page Overview: where the count stands, what the seal waits for, and when it will be done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.overview import Overview, read_overview
from desktop.models.reading import Reading
from desktop.models.year_due import YearDue, read_year_due
from desktop.views.choices import Choices
from desktop.views.glance_panel import GlancePanel
from desktop.views.message_line import MessageLine
from desktop.views.network_line import NetworkLine
from desktop.views.overview_figures import OverviewFigures
from desktop.views.pace_panel import PacePanel
from desktop.views.page_head import PageHead
from desktop.views.parts import filled
from desktop.views.progress_tables import BatchTable, ChannelTable
from desktop.views.workplace import Workplace
from desktop.views.zero_panel import ZeroPanel

_Panel = GlancePanel | ChannelTable | BatchTable | PacePanel


class OverviewView(QWidget):
    """Before the zero report that is all it shows; then it goes on by itself."""

    page_requested = Signal(str)
    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip: QWidget | None = None
        self._place, self._takes_focus = place, False
        self.reading = Reading(place.session, self)
        self.year = Reading(place.session, self)
        self.head = PageHead(self.tr("Overview"), place.theme, self)
        self.network = NetworkLine(place, self)
        self.message = MessageLine(place.language, self)
        self.zero = ZeroPanel(place, self)
        self.figures = OverviewFigures(place.theme, self)
        self.parts = Choices(self.tr("What is shown"), self._part_names(), place.theme, self)
        self.body = QStackedWidget()
        self._panels: dict[object, _Panel] = {}
        self._held: Overview | None = None
        self._due: list[YearDue] = []
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """Read how things stand, and take the focus when that is known."""
        self.network.activate()
        self._takes_focus = True
        self._read()

    def put_away(self) -> None:
        """Nothing is open here; what the year's ledgers say is no longer waited for."""
        self.year.forget()

    @Slot(object)
    def show_part(self, part: object) -> None:
        """The glance, a table, or the pace; each is made when it is first asked for."""
        self.parts.show_choice(part)
        if part not in self._panels:
            made = self._panels[part] = self._make(part)
            self.body.addWidget(made)
            if self._held:
                made.show_overview(self._held)
        self.body.setCurrentWidget(self._panels[part])

    def _make(self, part: object) -> _Panel:
        if part == "pace":
            return PacePanel(self._place, self)
        if part == "glance":
            glance = GlancePanel(self._place, self)
            glance.page_requested.connect(self.page_requested)
            glance.errands.show_year(self._due)
            return glance
        table = (ChannelTable if part == "channels" else BatchTable)(self._place.theme, self)
        table.row_chosen.connect(lambda _: self.page_requested.emit("register"))
        return table

    @Slot()
    def _read(self) -> None:
        self.reading.ask(read_overview, self._show)

    @Slot()
    def _read_again(self) -> None:
        if self.isVisible():
            self._read()

    @Slot()
    def _after_zero(self) -> None:
        self._takes_focus = True
        self._read()
        self.changed.emit()

    def _show(self, held: Overview) -> None:
        self.message.tell(None)
        self.message.hide()
        self._held = held
        self.network.show_seen(held.networks_seen)
        self.head.say(*self._state(held))
        for panel in (self.figures, *self._panels.values()):
            panel.show_overview(held)
        self.stack.setCurrentWidget(self.whole if held.has_zero else self.zero)
        self.year.ask(read_year_due, self._show_year)
        if self._takes_focus:
            self._takes_focus = False
            self._focus(held)

    def _show_year(self, due: list[YearDue]) -> None:
        """What the year's ledgers wait for comes after the count's own."""
        self._due = due
        glance = self._panels.get("glance")
        if isinstance(glance, GlancePanel):
            glance.errands.show_year(due)

    def _focus(self, held: Overview) -> None:
        if not held.has_zero:
            self.zero.activate()
            return
        panel = self.body.currentWidget()
        if not (isinstance(panel, GlancePanel) and panel.errands.focus()):
            self.parts.focus()

    def _state(self, held: Overview) -> tuple[str, str]:
        """The one sentence, and its tone."""
        if not held.has_zero:
            return self.tr("The zero report comes first."), "text"
        if held.edition.sealed:
            return self.tr("Sealed, edition {0}.").format(held.edition.number), "good"
        if not held.batches:
            return self.tr("Keying is open; no batch is registered yet."), "text"
        if not held.groups:
            return self.tr("Ready to seal."), "good"
        if held.obstacles == 1:
            return self.tr("One thing stands against the seal."), "warn"
        text = self.tr("{0} things stand against the seal.")
        return text.format(f"{held.obstacles:,}"), "warn"

    def _tell(self, error: object) -> None:
        self.message.show()
        self.message.tell(error)

    def _part_names(self) -> dict[str, str]:
        return {
            "glance": self.tr("At a glance"),
            "channels": self.tr("By channel"),
            "batches": self.tr("By batch"),
            "pace": self.tr("Pace"),
        }

    def _connect(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self.zero.declared.connect(self._after_zero)
        self.reading.failed.connect(self._tell)
        self.year.failed.connect(self._tell)
        self._place.session.recorded.connect(self._read_again)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.head.add(self.network)
        self.whole = QWidget()
        column = filled(self.whole)
        column.setSpacing(step)
        column.addWidget(self.figures)
        column.addWidget(self.parts)
        column.addWidget(self.body, 1)
        self.show_part("glance")
        self.stack = QStackedWidget()
        for held in (QWidget(), self.zero, self.whole):
            self.stack.addWidget(held)
        outer = filled(self)
        outer.setSpacing(step)
        outer.addWidget(self.head)
        outer.addWidget(self.message)
        outer.addWidget(self.stack, 1)
        self.message.hide()
