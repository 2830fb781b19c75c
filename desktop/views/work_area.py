"""Where people work: survey at the top, pages at the left, keys and standing at the foot."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.message_line import MessageLine
from desktop.views.page_list import PAGES, page_title
from desktop.views.parts import filled
from desktop.views.rail import Rail, RailEntry
from desktop.views.standing_line import StandingLine
from desktop.views.top_bar import TopBar
from desktop.views.workplace import Page, Workplace

_TICK = 10_000
"""Milliseconds between two looks at the clock."""
_REST = 700
"""Milliseconds after which the pages nobody asked for yet are loaded, beside the window."""


class WorkArea(QWidget):
    """The pages that whoever is signed in may see."""

    lock_requested = Signal()
    sign_out_requested = Signal()
    close_requested = Signal()
    plan_edit_requested = Signal(object)
    """A Plan that a new one is begun from."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._place, self.page, self._before = place, "", ""
        self._entries = [entry for entry in PAGES if entry.is_for(place.session)]
        self._pages: dict[str, QWidget] = {}
        rail = [
            RailEntry(held.id, page_title(held.id), held.icon, held.part) for held in self._entries
        ]
        self.rail = Rail(rail, place.theme, self)
        self.top = TopBar(place, self)
        self.stack, self.strips = QStackedWidget(), QStackedWidget()
        self.standing = StandingLine(place.session, self)
        self.message = MessageLine(place.language, self)
        self._lay_out()
        self._connect()

    def show_page(self, page: str) -> None:
        """Bring a page to the front; the first one where it is not for this person."""
        known = [entry.id for entry in self._entries]
        before, self.page = self.page, page if page in known else known[0]
        if before != self.page:
            self._before = before
        made = self._made(self.page)
        self.rail.show_page(self.page)
        self.stack.setCurrentWidget(made)
        self._show_strip(made)
        self.message.tell(None)
        self.activate()

    @Slot()
    def show_help(self) -> None:
        """Open the help at what the page in front is about."""
        if self.page != "help":
            asked = self.page
            self.show_page("help")
            if open_for := getattr(self.stack.currentWidget(), "open_for", None):
                open_for(asked)

    @Slot()
    def go_back(self) -> None:
        """The page that was in front before this one."""
        self.show_page(self._before)

    @Slot()
    def activate(self) -> None:
        """Give the page in front the focus, and show how things stand."""
        self._current().activate()
        self.refresh()

    def put_away(self) -> None:
        """Every page keeps what is open in it."""
        for made in self._pages.values():
            page: Page = made  # type: ignore[assignment]
            page.put_away()

    @Slot()
    def refresh(self) -> None:
        """The line at the top and the one at the foot, as the file has them."""
        self.top.refresh()
        self.standing.refresh()

    def _current(self) -> Page:
        page: Page = self.stack.currentWidget()  # type: ignore[assignment]
        return page

    def _made(self, page: str) -> QWidget:
        if page not in self._pages:
            entry = next(held for held in self._entries if held.id == page)
            made = self._pages[page] = entry.make(self._place, self)
            self.stack.addWidget(made)
            self._connect_page(made)
        return self._pages[page]

    def _connect_page(self, made: QWidget) -> None:
        """Pages say what they want by signals of these names, where they have them."""
        for name, slot in (
            ("help_requested", self.show_help),
            ("back_requested", self.go_back),
            ("plan_edit_requested", self.plan_edit_requested),
            ("form_saved", self._after_saving),
            ("page_requested", self.show_page),
            ("changed", self.refresh),
        ):
            if signal := getattr(made, name, None):
                signal.connect(slot)

    @Slot(object)
    def _after_saving(self, _: object) -> None:
        self._place.stretch.keep()
        self.refresh()

    def _show_strip(self, made: QWidget) -> None:
        strip: QWidget | None = getattr(made, "strip", None)
        if strip and self.strips.indexOf(strip) < 0:
            self.strips.addWidget(strip)
        self.strips.setVisible(strip is not None)
        if strip:
            self.strips.setCurrentWidget(strip)

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self.show_page)
        self.top.lock_button.clicked.connect(self.lock_requested)
        self.top.sign_out_button.clicked.connect(self.sign_out_requested)
        self.top.close_button.clicked.connect(self.close_requested)
        lock = QShortcut(QKeySequence("Ctrl+L"), self)
        lock.activated.connect(self.lock_requested)
        help_key = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        help_key.activated.connect(self.show_help)
        clock = QTimer(self)
        clock.timeout.connect(self.top.refresh)
        clock.start(_TICK)
        QTimer.singleShot(_REST, self, self._load_pages)

    @Slot()
    def _load_pages(self) -> None:
        """So that the first click on a page does not wait for its modules."""
        for entry in self._entries:
            self._place.session.labours.post(entry.load)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        column = filled(self)
        column.setSpacing(0)
        column.addWidget(self.top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        inner = QVBoxLayout()
        inner.setContentsMargins(2 * step, 2 * step, 2 * step, step)
        inner.addWidget(self.message)
        inner.addWidget(self.stack, 1)
        self.message.setVisible(False)
        middle.addLayout(inner, 1)
        column.addLayout(middle, 1)
        column.addWidget(self._foot(step))

    def _foot(self, step: int) -> QWidget:
        foot = QWidget()
        foot.setObjectName("strip")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(2 * step, step, 2 * step, step)
        row.addWidget(self.strips, 1)
        row.addStretch(0)
        row.addWidget(self.standing)
        return foot
