"""The last step: who approved the plan, drill or official, and where the survey goes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QWidget

from desktop.actions.approving import read_names
from desktop.models.plan_draft import PlanDraft
from desktop.store.survey_file import Mode
from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan
from desktop.views.entry import Entry
from desktop.views.new_survey_path import documents, new_survey_path
from desktop.views.parts import button, label
from desktop.views.path_field import PathField, save_dialog
from desktop.views.plan_section import PlanSection
from desktop.views.theme import Theme


class PlanFreezeSection(PlanSection):
    """From here on the plan cannot change."""

    found_requested = Signal()
    refused = Signal(object)

    def __init__(self, draft: PlanDraft, theme: Theme, parent: QWidget) -> None:
        about = self.tr(
            "The survey is founded on the plan as it stands here, and from then on nobody can"
            " change it."
        )
        super().__init__(draft, self.tr("Freeze and found"), about, theme, parent)
        self.state = label(wrap=True)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of somebody who approved the plan"))
        self.add_name = button(self.tr("Add"))
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Who approved the plan"))
        self.modes: dict[Mode, Entry] = {
            "drill": Entry(self.tr("Drill"), self._drill_text(), theme, self),
            "official": Entry(self.tr("Official"), self._official_text(), theme, self),
        }
        files = self.tr("Survey files (*.pingyi)")
        choose = save_dialog(self.tr("Where the survey goes"), files)
        self.file = PathField(self.tr("New file"), choose, self)
        self.enter = button(self.tr("Freeze the plan and found the survey"), primary=True)
        self._arrange(theme.room["step"])
        self._connect()
        self._show_names()

    @property
    def mode(self) -> Mode | None:
        """Drill or official, once it was said."""
        return next((mode for mode, made in self.modes.items() if made.isChecked()), None)

    def show_plan(self, plan: Plan | None) -> None:
        """Propose a file named after the plan, until another was chosen."""
        if not self.file.is_own:
            path = new_survey_path(plan.title, documents()) if plan else ""
            self.file.line.setText(str(path))

    def say(self, sentence: str, tone: str) -> None:
        """Whether anything stands against it."""
        self.state.setText(sentence)
        self.state.setProperty("tone", tone)
        self.state.style().polish(self.state)

    def lacks(self) -> tuple[QWidget, str] | None:
        """What was not said yet, and how to ask for it."""
        if not self.draft.names:
            return self.name, self.tr(
                "Write the name of at least one person who approved the plan."
            )
        if self.mode is None:
            return self.modes["drill"], self.tr("Say whether it is a drill or official.")
        if self.file.path is None:
            return self.file, self.tr("Say where the new file goes.")
        return None

    def take_focus(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, _: Mapping[str, str]) -> None:
        """No value of the plan is written here."""

    def _drill_text(self) -> str:
        return self.tr("To practise. Nothing of it ever counts; every paper says so.")

    def _official_text(self) -> str:
        return self.tr("It counts. Nothing can be deleted, and it stays official for good.")

    @Slot()
    def _add(self) -> None:
        """One more name; an empty line goes on to what comes next."""
        text = self.name.text()
        if not text.strip():
            self.modes["drill"].setFocus()
            return
        try:
            names = read_names([*self.draft.names, text])
        except PingyiError as error:
            self.refused.emit(error)
            return
        self.refused.emit(None)
        self.draft.approve(tuple(names))
        self.name.clear()
        self._show_names()
        self.name.setFocus()

    @Slot()
    def _remove(self) -> None:
        at = self.names.currentRow()
        if at >= 0:
            self.draft.approve(self.draft.names[:at] + self.draft.names[at + 1 :])
            self._show_names()

    def _show_names(self) -> None:
        self.names.clear()
        self.names.addItems(list(self.draft.names))
        self.names.setVisible(bool(self.draft.names))
        rows = min(len(self.draft.names), 5)
        self.names.setFixedHeight(rows * self.theme.room["row"] + 4)

    def _choose_mode(self, mode: Mode) -> None:
        for held, made in self.modes.items():
            made.setChecked(held == mode)
        self.file.setFocus()

    def _connect(self) -> None:
        self.name.returnPressed.connect(self._add)
        self.add_name.clicked.connect(self._add)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.names)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        for mode, made in self.modes.items():
            made.clicked.connect(lambda _, mode=mode: self._choose_mode(mode))
        self.file.returned.connect(self.found_requested)
        self.enter.clicked.connect(self.found_requested)

    def _arrange(self, step: int) -> None:
        column = self.column
        column.addWidget(self.state)
        self.head(self.tr("Approved by"), self._names_text())
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addWidget(self.name, 1)
        row.addWidget(self.add_name)
        column.addLayout(row)
        column.addWidget(self.names)
        self.head(self.tr("Drill or official"))
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        for made in self.modes.values():
            row.addWidget(made, 1)
        column.addLayout(row)
        self.head(self.tr("New file"))
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addWidget(self.file, 1)
        row.addWidget(self.enter)
        column.addLayout(row)
        self.end()

    def _names_text(self) -> str:
        return self.tr("One name after the other, each with Enter; Del in the list takes one out.")
