"""The first page: open a survey, join one with a kit, found one, or try the demo."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.assets import resource
from desktop.session import Session
from desktop.views.demo_panel import DemoPanel
from desktop.views.entry import Entry
from desktop.views.found_panel import FoundPanel
from desktop.views.join_panel import JoinPanel
from desktop.views.look_choice import LookChoice
from desktop.views.message_line import MessageLine
from desktop.views.open_panel import OpenPanel
from desktop.views.parts import card, label
from desktop.views.theme import Theme

_SUFFIXES = {".pingyi", ".pyp", ".json"}
"""What may be dropped on the page: a survey, a kit, a plan."""


class StartView(QWidget):
    """What there is to do while no survey is open; each choice has its own short form."""

    plan_edit_requested = Signal(object)
    """A plan's path to begin a new plan from, or None for the choice of one."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._session, self._theme = session, theme
        # in the order in which Tab reaches them
        self.entries = self._make_entries()
        self.forms = QStackedWidget()
        self.open_panel = OpenPanel(session, theme, self)
        self.join_panel = JoinPanel(session, theme, self)
        self.found_panel = FoundPanel(session, theme, self)
        self.panels: dict[str, OpenPanel | JoinPanel | FoundPanel | DemoPanel] = {
            "open": self.open_panel,
            "join": self.join_panel,
            "found": self.found_panel,
            "demo": DemoPanel(session, theme, self),
        }
        self.message = MessageLine(session.settings.language, self)
        self.look = LookChoice(session, theme, self)
        self._lay_out()
        self._connect()
        self.show_form("open")

    @Slot()
    def activate(self) -> None:
        """Show the files that were open lately, and take the focus."""
        self.show_form("open")
        self.open_panel.refresh()
        if self.look.focus_again():
            return
        (self.open_panel.recent if self.open_panel.has_recent else self.entries["open"]).setFocus()

    def show_form(self, name: str) -> None:
        """Show the form of one choice, and give it the focus."""
        self.message.tell(None)
        for key, made in self.entries.items():
            made.setChecked(key == name)
        self.title.setText(self.entries[name].title.text())
        self.forms.setCurrentWidget(self.panels[name])
        self.panels[name].setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A survey opens; a kit or a plan goes into its form."""
        if path := _dropped(event.mimeData()):
            event.acceptProposedAction()
            self.take(path)

    def take(self, path: Path) -> None:
        """Begin with a file that was dropped here."""
        match path.suffix.lower():
            case ".pyp":
                self.show_form("join")
                self.join_panel.take_kit(path)
            case ".json":
                self.show_form("found")
                self.found_panel.take_plan(path)
            case _:
                self.show_form("open")
                self.open_panel.open(path)

    def _make_entries(self) -> dict[str, Entry]:
        made = {
            "open": (self.tr("Open a survey"), self.tr("Go on where the work was left."), "Alt+O"),
            "join": (
                self.tr("Join with a kit"),
                self.tr("Make this laptop a station of the supervisor's survey."),
                "Alt+J",
            ),
            "found": (
                self.tr("Found a survey"),
                self.tr("Begin a new one from a plan; this laptop is the supervisor's."),
                "Alt+F",
            ),
            "demo": (
                self.tr("Try the demo"),
                self.tr("An invented survey, ready to key. Nothing counts."),
                "Alt+D",
            ),
        }
        return {
            name: Entry(title, text, self._theme, self, key=key)
            for name, (title, text, key) in made.items()
        }

    def _connect(self) -> None:
        for name, made in self.entries.items():
            made.clicked.connect(partial(self.show_form, name))
        for panel in self.panels.values():
            panel.refused.connect(self._tell)
        self.found_panel.edit_requested.connect(self.plan_edit_requested)

    @Slot(object)
    def _tell(self, what: object) -> None:
        """An error, or what is still lacking in a form."""
        if isinstance(what, str):
            self.message.say(what, tone="warn")
        else:
            self.message.tell(what)

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        page = QWidget()
        page.setMaximumSize(156 * step, 94 * step)
        column = QVBoxLayout(page)
        column.setContentsMargins(4 * step, 3 * step, 4 * step, 2 * step)
        column.setSpacing(3 * step)
        column.addLayout(self._head(step))
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addLayout(self._choices(step), 36)
        row.addWidget(self._form(step), 64)
        column.addLayout(row, 1)
        column.addLayout(self._foot(step))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(page, 1000)
        line.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(line, 1000)
        outer.addStretch(1)

    def _head(self, step: int) -> QHBoxLayout:
        icon = QLabel()
        drawn = QIcon(str(resource("icons", "pingyi.svg")))
        icon.setPixmap(drawn.pixmap(7 * step, 7 * step))
        name = QHBoxLayout()
        name.setSpacing(step + step // 2)
        # the program's name, alike in both languages
        name.addWidget(label("评议计票", type="number"), 0, Qt.AlignmentFlag.AlignBaseline)
        name.addWidget(label("Pingyi", type="row", tone="quiet"), 1, Qt.AlignmentFlag.AlignBaseline)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(name)
        words.addWidget(label(self._motto(), tone="quiet", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addWidget(icon)
        row.addLayout(words, 1)
        return row

    def _choices(self, step: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(step + step // 2)
        for made in self.entries.values():
            made.setMaximumHeight(17 * step)
            column.addWidget(made, 1)
        column.addStretch(0)
        return column

    def _form(self, step: int) -> QWidget:
        frame, column = card(margin=3 * step, spacing=step + step // 2)
        self.title = label(type="name")
        column.addWidget(self.title)
        for panel in self.panels.values():
            self.forms.addWidget(panel)
        column.addWidget(self.forms, 1)
        column.addWidget(self.message)
        return frame

    def _foot(self, step: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * step)
        row.addWidget(self.look.language)
        row.addStretch(1)
        row.addWidget(self.look.theme)
        row.addWidget(label(self.tr("Text size"), type="label", tone="quiet"))
        row.addWidget(self.look.text_size)
        self.look.sounds.hide()
        return row

    def _motto(self) -> str:
        return self.tr("Counts paper appraisal forms offline; not one lost, doubled or altered.")


def _dropped(held: QMimeData) -> Path | None:
    """The one file that is dropped, where it is one of ours."""
    urls = held.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path and path.suffix.lower() in _SUFFIXES else None
