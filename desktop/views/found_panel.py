"""Found a survey from a plan: this laptop becomes the supervisor's."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.actions.founding import found, read_plan_file
from desktop.session import Session
from desktop.store.survey_file import Mode
from desktop.tally.errors import PingyiError, ProblemsError
from desktop.tally.plan import Plan
from desktop.views.drop_list import DropList
from desktop.views.entry import Entry
from desktop.views.new_survey_path import documents, new_survey_path, with_suffix
from desktop.views.parts import button, filled, label
from desktop.views.path_field import PathField, open_dialog, save_dialog
from desktop.views.plan_preview import PlanPreview
from desktop.views.shipped_plans import shipped_plans
from desktop.views.theme import Theme


class FoundPanel(QWidget):
    """A plan file or a shipped one, what it says, drill or official, and where the survey goes."""

    refused = Signal(object)
    edit_requested = Signal(object)
    """A plan's path to begin a new plan from, or None for the choice of one."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._read: Plan | None = None
        plans, files = self.tr("Plans (*.json)"), self.tr("Survey files (*.pingyi)")
        self.plan = PathField(self.tr("Plan"), open_dialog(self.tr("Choose a plan"), plans), self)
        self.templates = DropList(self.tr("Plans that come with the program"), theme, self)
        self.preview = PlanPreview(theme, session.settings.language, self)
        self.modes: dict[Mode, Entry] = {
            "drill": Entry(self.tr("Drill"), self._drill_text(), theme, self),
            "official": Entry(self.tr("Official"), self._official_text(), theme, self),
        }
        self.file = PathField(
            self.tr("New file"), save_dialog(self.tr("Where the survey goes"), files), self
        )
        self.enter = button(self.tr("Found the survey"), primary=True)
        self.write = button(self.tr("Write a plan…"))
        self.change = button(self.tr("Change it…"))
        self._lay_out(theme.room["step"])
        self._connect()

    def take_plan(self, path: Path) -> None:
        """Begin with this plan."""
        self.plan.set_path(path)
        self.modes["drill"].setFocus()

    def _drill_text(self) -> str:
        return self.tr("To practise. Nothing of it ever counts; every paper says so.")

    def _official_text(self) -> str:
        return self.tr("It counts. Nothing can be deleted, and it stays official for good.")

    def _lay_out(self, step: int) -> None:
        self.templates.add(self.tr("Choose…"), None)
        for title, path in shipped_plans():
            self.templates.add(title, path)
        column = filled(self)
        column.setSpacing(step)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * step)
        grid.setVerticalSpacing(step // 2)
        shipped = self.tr("or a plan that comes with the program")
        grid.addWidget(label(self.tr("Plan"), type="label", tone="quiet"), 0, 0)
        grid.addWidget(label(shipped, type="label", tone="quiet"), 0, 1)
        grid.addWidget(self.plan, 1, 0)
        grid.addWidget(self.templates, 1, 1)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.write)
        row.addWidget(self.change)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.preview, 1)
        column.addLayout(self._mode_row(2 * step))
        column.addWidget(label(self.tr("New file"), type="label", tone="quiet"))
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addWidget(self.file, 1)
        row.addWidget(self.enter)
        column.addLayout(row)
        self.setFocusProxy(self.plan)

    def _mode_row(self, spacing: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(spacing)
        for made in self.modes.values():
            row.addWidget(made, 1)
        return row

    def _connect(self) -> None:
        self.templates.activated.connect(self._take_template)
        self.write.clicked.connect(lambda: self.edit_requested.emit(None))
        self.change.clicked.connect(self._change)
        self.plan.changed.connect(self._show_plan)
        self.plan.returned.connect(self.modes["drill"].setFocus)
        for mode, made in self.modes.items():
            made.clicked.connect(lambda _, mode=mode: self._choose_mode(mode))
        self.file.returned.connect(self._found)
        self.enter.clicked.connect(self._found)

    @Slot()
    def _take_template(self) -> None:
        if path := self.templates.currentData():
            self.plan.set_path(Path(path))

    @Slot()
    def _change(self) -> None:
        """Begin a plan from the one that is named, sound or not."""
        if self.plan.path is None:
            self.refused.emit(self.tr("Choose a plan first."))
            self.plan.setFocus()
        else:
            self.edit_requested.emit(self.plan.path)

    def _choose_mode(self, mode: Mode) -> None:
        for held, made in self.modes.items():
            made.setChecked(held == mode)
        self.file.setFocus()

    @Slot()
    def _show_plan(self) -> None:
        """What was understood of the plan, or what is wrong with it."""
        path, self._read = self.plan.path, None
        self.refused.emit(None)
        self.preview.show_nothing()
        if path and path.is_file():
            self._try_plan(path)
        self._propose()

    def _try_plan(self, path: Path) -> None:
        try:
            self._read = read_plan_file(path)
        except ProblemsError as error:
            self.preview.show_problems(error.problems)
            self.refused.emit(error)
        except PingyiError as error:
            self.refused.emit(error)
        else:
            self.preview.show_plan(self._read)

    def _propose(self) -> None:
        """A file named after the plan, until another was chosen."""
        if not self.file.is_own:
            title = self._read.title if self._read else ""
            self.file.line.setText(str(new_survey_path(title, documents())) if title else "")

    @property
    def mode(self) -> Mode | None:
        """Drill or official, once it was said."""
        return next((mode for mode, made in self.modes.items() if made.isChecked()), None)

    def _lacks(self) -> tuple[QWidget, str] | None:
        """What is not there yet, and what to say of it."""
        if self.plan.path is None:
            return self.plan, self.tr("Choose a plan first.")
        if self.mode is None:
            return self.modes["drill"], self.tr("Say first whether it is a drill or official.")
        if self.file.path is None:
            return self.file, self.tr("Say where the new file goes.")
        return None

    @Slot()
    def _found(self) -> None:
        if lacks := self._lacks():
            self.refused.emit(lacks[1])
            lacks[0].setFocus()
            return
        plan, path, mode = self.plan.path, self.file.path, self.mode
        assert plan
        assert path
        assert mode
        self.refused.emit(None)
        try:
            # read anew: the file may have been put right since it was shown
            read = read_plan_file(plan)
            survey = found(with_suffix(path), read, mode=mode, home=self._session.home)
        except PingyiError as error:
            self._show_plan()
            self.refused.emit(error)
        else:
            self._session.take(survey)
