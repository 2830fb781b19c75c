"""What was understood of a table of agencies, before it takes the place of others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QScrollArea, QWidget

from desktop.actions.agency_table import MEANINGS, Column, Understood, applied, understand
from desktop.actions.table_files import read_table
from desktop.jobs import Job
from desktop.models import rows_model
from desktop.models.plan_draft import PlanDraft
from desktop.models.rows_model import Row, RowsModel
from desktop.session import Session
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, filled, label, set_tone
from desktop.views.plan_field import SteadyList
from desktop.views.table_look import table_of
from desktop.views.theme import Theme
from desktop.words import words_for


class PlanImportPanel(QWidget):
    """Each column with what it is taken for, every agency, and every row that was left out."""

    ended = Signal()
    """Taken or put away: back to the lists."""

    def __init__(self, draft: PlanDraft, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft, self._session, self._theme = draft, session, theme
        self._cells: list[list[str]] = []
        self._meanings: list[str | None] | None = None
        self._job: Job | None = None
        self._name, self._adding = "", False
        self.understood: Understood | None = None
        self.lists: list[SteadyList] = []
        """For each column of the table, what it is taken for."""
        self.title = label(type="row", wrap=True)
        self.mapping = QScrollArea()
        self.model = RowsModel(self._columns(), theme.colours, self)
        self.table = table_of(self.model, self.tr("Agencies as understood"), theme, wide=2)
        self.problems = QListWidget()
        self.message = MessageLine(session.settings.language, self)
        self.replace = button(self.tr("Put these in place of all"), primary=True)
        self.add = button(self.tr("Add these"))
        self.cancel = button(self.tr("Back without them"))
        self._lay_out(theme.room["step"])
        self.replace.clicked.connect(self._replace)
        self.add.clicked.connect(self._add)
        self.cancel.clicked.connect(self.ended)

    def read(self, path: Path) -> None:
        """Read a workbook or CSV beside the window, and show what was understood of it."""
        self._show_nothing(self.tr("Reading {0}…").format(path.name))
        self._job = Job(lambda _: read_table(path), self._session)
        self._name = path.name
        self._job.finished.connect(self._take_cells)
        self._job.failed.connect(self._fail)
        self._session.labours.start(self._job)

    def show_cells(self, cells: Sequence[Sequence[str]], name: str) -> None:
        """Show what is understood of a table."""
        self._cells, self._meanings = [list(row) for row in cells], None
        self._name, self._adding = name, False
        self._understand()
        self._show_mapping()
        (self.replace if self.replace.isEnabled() else self.cancel).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _take_cells(self, cells: object) -> None:
        if self.sender() is self._job:  # and not of a file that was named before
            self._job = None
            assert isinstance(cells, list)
            self.show_cells(cells, self._name)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if not isinstance(error, PingyiError):
            raise error
        self._show_nothing("")
        self.message.tell(error)
        self.cancel.setFocus()

    def _understand(self) -> None:
        self.understood = understand(
            self._cells, self._draft.value, add=self._adding, meanings=self._meanings
        )
        self._show(self.understood)

    def _show(self, found: Understood) -> None:
        count = len(found.agencies)
        self._say(found)
        groups = {held["code"]: held["name"] for held in self._draft.value["groups"]}
        new = {held["code"]: held["name"] for held in found.groups}
        rows = zip(found.rows, found.agencies, strict=True)
        self.model.show_rows([self._row(number, held, groups, new) for number, held in rows])
        self._show_problems(found)
        self.replace.setEnabled(count > 0)
        self.add.setEnabled(count > 0 and bool(self._draft.value["agencies"]))
        self.message.tell(None)

    def _say(self, found: Understood) -> None:
        gap = self.tr(", ")
        said = [self.tr("{0}: {1} agencies").format(self._name, len(found.agencies))]
        if found.groups:
            names = gap.join(str(held["name"]) for held in found.groups)
            said.append(self.tr("new groups: {0}").format(names))
        if found.problems:
            said.append(self.tr("to look at: {0}").format(len(found.problems)))
        if not any(held.meaning == "name" for held in found.columns):
            said = [self.tr("No column holds names. Say below which one does.")]
        set_tone(self.title, "text" if found.agencies else "bad")
        self.title.setText(self.tr("; ").join(said))

    def _show_problems(self, found: Understood) -> None:
        words = words_for(self._session.settings.language)
        self.problems.clear()
        for held in found.problems:
            sentence = words(held.message).format(**held.fields)
            self.problems.addItem(self.tr("Row {0}: {1}").format(held.place, sentence))
        self.problems.setVisible(bool(found.problems))

    def _row(
        self, number: int, held: dict[str, object], groups: dict[str, str], new: dict[str, str]
    ) -> Row:
        code = str(held["group"])
        texts = (
            str(number),
            str(held["code"]),
            str(held["name"]),
            str(held["short"]),
            new.get(code) or groups.get(code, code),
            self.tr("yes") if held["vertical"] else "",
            str(held["parent"] or ""),
        )
        tones = ("quiet", *["text"] * 3, "accent" if code in new else "text", "text", "text")
        return Row(number, texts, (), tones)

    def _show_mapping(self) -> None:
        """A list for each column, under its head and its first cell."""
        assert self.understood
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.room["step"])
        self.lists = []
        for at, column in enumerate(self.understood.columns):
            grid.addWidget(label(_head(column), type="label", tone="quiet"), 0, at)
            grid.addWidget(self._list_for(at, column), 1, at)
        grid.setColumnStretch(len(self.lists), 1)
        self.mapping.setWidget(held)
        self.mapping.setFixedHeight(held.sizeHint().height() + 2 * self._theme.room["step"])

    def _list_for(self, at: int, column: Column) -> SteadyList:
        head = column.head or self.tr("Column {0}").format(at + 1)
        made = SteadyList(self.tr("{0} is taken for").format(head), self._theme, self)
        for value, words in self._words():
            made.add(words, value)
        made.setCurrentIndex(made.findData(column.meaning))
        made.activated.connect(self._mean)
        self.lists.append(made)
        return made

    @Slot()
    def _mean(self) -> None:
        """A person says what the columns hold: each meaning once, the last word counts."""
        said = self.sender()
        meanings: list[str | None] = []
        for made in self.lists:
            taken = [held.currentData() for held in self.lists if held is not made]
            if made is not said and made.currentData() in taken and made.currentData() is not None:
                made.setCurrentIndex(0)
            meanings.append(made.currentData())
        self._meanings = meanings
        self._understand()

    def _words(self) -> tuple[tuple[str | None, str], ...]:
        words = (
            self.tr("Code"),
            self.tr("Agency"),
            self.tr("Short name"),
            self.tr("Group"),
            self.tr("Vertical"),
            self.tr("Supervising unit"),
        )
        return ((None, self.tr("not taken")), *zip(MEANINGS, words, strict=True))

    @Slot()
    def _replace(self) -> None:
        self._adding = False
        self._understand()
        self._take()

    @Slot()
    def _add(self) -> None:
        """Add at once, unless more is left out than was shown: that is shown first."""
        before = self.understood
        self._adding = True
        self._understand()
        assert before
        assert self.understood
        if self.understood.problems == before.problems:
            self._take()
            return
        said = self.tr("The plan has some of these already: see below what is left out.")
        again = self.tr("Press again to add the others.")
        self.message.say(f"{said} {again}", tone="warn")

    def _take(self) -> None:
        assert self.understood
        value = applied(self._draft.value, self.understood, add=self._adding)
        self._draft.take(value, "agencies")
        self.ended.emit()

    def _show_nothing(self, text: str) -> None:
        self.understood = None
        set_tone(self.title, "text")
        self.title.setText(text)
        self.message.tell(None)
        self.model.show_rows([])
        self.problems.hide()
        self.mapping.setWidget(QWidget())
        self.replace.setEnabled(False)
        self.add.setEnabled(False)

    def _columns(self) -> tuple[rows_model.Column, ...]:
        return (
            rows_model.Column(self.tr("Row"), is_number=True),
            rows_model.Column(self.tr("Code")),
            rows_model.Column(self.tr("Agency")),
            rows_model.Column(self.tr("Short name")),
            rows_model.Column(self.tr("Group")),
            rows_model.Column(self.tr("Vertical")),
            rows_model.Column(self.tr("Supervising unit")),
        )

    def _lay_out(self, step: int) -> None:
        self.problems.setAccessibleName(self.tr("Rows and cells that were left out"))
        self.problems.setWordWrap(True)
        self.message.text.setMinimumHeight(0)
        self.problems.setMaximumHeight(4 * self._theme.room["row"])
        self.mapping.setWidgetResizable(True)
        self.mapping.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mapping.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        actions = QHBoxLayout()
        actions.setSpacing(step)
        for made in (self.replace, self.add, self.cancel):
            actions.addWidget(made)
        actions.addStretch(1)
        column = filled(self)
        column.setSpacing(step)
        column.addWidget(self.title)
        column.addWidget(self.mapping)
        column.addLayout(actions)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        column.addWidget(self.problems)


def _head(column: Column) -> str:
    return column.head or column.example or "—"
