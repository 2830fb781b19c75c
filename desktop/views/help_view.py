"""The help: its pages at the left, a field that finds in all of them, and the key card."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desktop.tally.errors import PingyiError
from desktop.views.help_pages import help_pages
from desktop.views.help_text import HelpText
from desktop.views.message_line import MessageLine
from desktop.views.new_survey_path import documents, file_name
from desktop.views.parts import button, card, filled, label
from desktop.views.path_field import save_dialog
from desktop.views.workplace import Workplace
from desktop.words import words_for

_KEYED_ON = {"keying", "second", "drill"}
"""Pages whose keys are what is asked for."""

OVERSEEN = (
    "overview", "plan", "register", "stations", "merge",
    "rulings", "results", "documents", "seal", "log",
)  # fmt: skip
"""The supervisor's pages, as the sections of their page of the help stand."""


class HelpView(QWidget):
    """Esc goes back to where the help was asked for."""

    strip: QWidget | None = None
    back_requested = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._pages = help_pages(place.language, self.tr("Numbered messages"))
        self.search, self.contents = QLineEdit(), QListWidget()
        self.text = HelpText(place.theme, self)
        self.found = label(type="label", tone="quiet", wrap=True)
        self.card_button = button(self.tr("Save the key card…"))
        self.message = MessageLine(place.language, self)
        self.choose_file: Callable[[QWidget, str], str] = save_dialog(
            self.tr("Where the key card goes"), self.tr("Documents (*.pdf)")
        )
        self._fill()
        self._lay_out(place.theme.room["step"])
        self._connect()
        self.contents.setCurrentRow(0)

    def activate(self) -> None:
        """The list has the keys: up and down turn the pages."""
        self.message.hide()
        self.contents.setFocus()

    def put_away(self) -> None:
        """Nothing is open here."""

    def open_for(self, page: str) -> None:
        """Show what somebody on that page of the window asks for."""
        if page in OVERSEEN:
            self.open_page("supervisor")
            self.text.go_to_section(OVERSEEN.index(page))
        else:
            self.open_page("keys" if page in _KEYED_ON else "pages")

    def open_page(self, page: str) -> None:
        """Show one page of the help, by its id."""
        self.search.clear()
        ids = [held.id for held in self._pages]
        self.contents.setCurrentRow(ids.index(page))

    @Slot(str)
    def look_for(self, wanted: str) -> None:
        """Leave only the pages that hold this, and mark it where it stands."""
        wanted = wanted.strip()
        shown = []
        for row, page in enumerate(self._pages):
            is_hit = page.holds(wanted)
            self.contents.item(row).setHidden(not is_hit)
            shown += [row] if is_hit else []
        if shown and self.contents.currentRow() not in shown:
            self.contents.setCurrentRow(shown[0])
        marked = self.text.mark(wanted)
        self.found.setText(self._told(wanted, marked, len(shown)))
        self.found.setVisible(bool(wanted))
        if marked:
            self._go_to_first(wanted)

    @Slot()
    def find_next(self) -> None:
        """The next place; after the last one on this page, the next page that has one."""
        wanted = self.search.text().strip()
        if not self.text.find_next(wanted):
            self._turn_page()
            self._go_to_first(wanted)

    def _go_to_first(self, wanted: str) -> None:
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
        self.text.find_next(wanted)

    def _turn_page(self) -> None:
        rows = [row for row in range(len(self._pages)) if not self.contents.isRowHidden(row)]
        later = [row for row in rows if row > self.contents.currentRow()]
        if rows:
            self.contents.setCurrentRow((later or rows)[0])

    def _told(self, wanted: str, marked: int, pages: int) -> str:
        if not wanted:
            return ""
        if not marked:
            return self.tr("Nothing is said of this.")
        return self.tr("{0} here; pages with it: {1}. Enter: the next").format(marked, pages)

    @Slot(int)
    def _show_row(self, row: int) -> None:
        if row >= 0:
            self.text.show_page(self._pages[row].text)
            self.text.mark(self.search.text().strip())

    @Slot()
    def _leave(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.back_requested.emit()

    @Slot()
    def _save_card(self) -> None:
        plan = self._place.session.opened.plan
        title = f"{plan.title} {self.tr('key card')}"
        proposed = documents() / f"{file_name(title)}.pdf"
        if not (chosen := self.choose_file(self, str(proposed))):
            return
        from desktop.report.key_card import write_key_card

        path = Path(chosen).with_suffix(".pdf")
        self.message.show()
        try:
            made = write_key_card(plan, path, words=words_for(self._place.language))
        except PingyiError as error:
            self.message.tell(error)
        except OSError as error:
            why = self.tr("{0} cannot be written: {1}. Choose another place.")
            self.message.say(why.format(path, error.strerror), tone="bad")
        else:
            text = self.tr("The key card is in {0}: print it on one page.").format(made)
            self.message.say(text, tone="good")
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(made)))

    def _fill(self) -> None:
        self.contents.addItems([page.title for page in self._pages])
        self.contents.setAccessibleName(self.tr("Pages of the help"))
        self.search.setAccessibleName(self.tr("Find in the help"))
        self.search.setPlaceholderText(self.tr("Find (Ctrl+F)"))
        self.search.setClearButtonEnabled(False)
        self.text.setAccessibleName(self.tr("The page of the help"))

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(self._show_row)
        self.search.textChanged.connect(self.look_for)
        self.search.returnPressed.connect(self.find_next)
        self.card_button.clicked.connect(self._save_card)
        for key, slot in (
            (QKeySequence(Qt.Key.Key_Escape), self._leave),
            (QKeySequence(QKeySequence.StandardKey.Find), self._begin_search),
            (QKeySequence(Qt.Key.Key_F3), self.find_next),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @Slot()
    def _begin_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self, step: int) -> None:
        self.contents.setStyleSheet(f"QListView::item {{ padding: {step}px; }}")
        self.contents.setFixedWidth(30 * step)
        side, left = card(margin=2 * step, spacing=step)
        left.addWidget(self.search)
        left.addWidget(self.found)
        left.addWidget(self.contents, 1)
        left.addWidget(self.card_button)
        frame, right = card(margin=2 * step, spacing=step)
        right.addWidget(self.text, 1)
        right.addWidget(self.message)
        self.message.hide()
        self.found.hide()
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addWidget(side)
        row.addWidget(frame, 1)
        column: QVBoxLayout = filled(self)
        column.addLayout(row, 1)
