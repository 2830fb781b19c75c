"""The plan editor: a plan is written section by section, and a survey is founded on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions.approving import approve_plan
from desktop.actions.founding import found
from desktop.actions.plan_files import read_draft, write_draft
from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_drafts import Unfinished, new_journal
from desktop.session import Session
from desktop.store.journal import Journal
from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan
from desktop.tally.plan_draft import Value, draft_value, empty_plan
from desktop.tally.plan_reading import plan_to_json
from desktop.views.message_line import MessageLine
from desktop.views.new_survey_path import documents, file_name, with_suffix
from desktop.views.page_head import PageHead
from desktop.views.parts import button
from desktop.views.plan_begin_panel import PlanBeginPanel
from desktop.views.plan_desk import PlanDesk
from desktop.views.shipped_plans import shipped_plans
from desktop.views.theme import Theme


class PlanEditorView(QWidget):
    """A page of the whole window; nothing is lost when it is left, whichever way."""

    left = Signal()
    """Back to where it was opened from."""
    founded = Signal(object, object)
    """The open survey; and None, or the error that kept its approval off the record."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session, self._theme = session, theme
        self.draft: PlanDraft | None = None
        self.desk: PlanDesk | None = None
        self.head = PageHead(self.tr("Write a plan"), theme, self)
        self.message = MessageLine(session.settings.language, self)
        self.begin_panel = PlanBeginPanel(session, theme, self)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.begin_panel)
        self.undo_button = self._action(self.tr("Undo"), "Ctrl+Z", self.undo)
        self.redo_button = self._action(self.tr("Redo"), "Ctrl+Y", self.redo)
        self.file_button = self._action(self.tr("Save as a file…"), "Ctrl+S", self.save)
        self.other_button = self._action(self.tr("Another plan…"), "", self.begin_another)
        self.back_button = self._action(self.tr("Back"), "", self.leave)
        self._lay_out(theme.room["step"])
        self.begin_panel.chosen.connect(self.begin_from)
        self.begin_panel.refused.connect(self._tell)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self).activated.connect(self.redo)

    def begin(self, source: object = None) -> None:
        """Begin with a plan, a plan's file, or the choice of what to begin from."""
        if source is None:
            self.begin_another()
        else:
            self.begin_from(source)

    @Slot()
    def begin_another(self) -> None:
        """Offer what a plan can be begun from; what was written is kept."""
        self._end_draft()
        self.stack.setCurrentWidget(self.begin_panel)
        self.message.tell(None)
        self.head.title.setText(self.tr("Write a plan"))
        self.head.say("")
        self._show_actions()
        self.begin_panel.refresh()
        self.begin_panel.list.setFocus()

    @Slot(object)
    def begin_from(self, source: object) -> None:
        """Begin from a Plan, an Unfinished, a path, or from nothing; errors are told."""
        try:
            match source:
                case Plan():
                    value, _ = draft_value(plan_to_json(source))
                    self._begin(value)
                case Unfinished():
                    self._go_on(source)
                case Path():
                    self._read(source)
                case _:
                    self._begin(empty_plan())
        except PingyiError as error:
            self._show_actions()
            self.message.tell(error)

    def put_away(self) -> None:
        """Wait until what was written is on the disk."""
        if self.draft:
            self.draft.keep()

    @Slot()
    def undo(self) -> None:
        """Take back the last edit, and show where it was."""
        if self.draft and self.desk and (place := self.draft.undo()):
            self.desk.go_to(place)

    @Slot()
    def redo(self) -> None:
        if self.draft and self.desk and (place := self.draft.redo()):
            self.desk.go_to(place)

    @Slot()
    def save(self) -> None:
        """Write the plan as a file: where it lies, or where a person says."""
        if not self.draft:
            return
        held = self.draft
        name = f"{file_name(str(held.value['title']))}.json"
        path = str(held.path or documents() / name)
        title, kinds = self.tr("Save the plan as a file"), self.tr("Plans (*.json)")
        if chosen := QFileDialog.getSaveFileName(self, title, path, kinds)[0]:
            self.save_as(Path(chosen))

    def save_as(self, path: Path) -> None:
        """Write the plan to this file, whole or not at all."""
        assert self.draft
        path = path if path.suffix else path.with_suffix(".json")
        try:
            write_draft(path, self.draft.value)
        except PingyiError as error:
            self.message.tell(error)
            return
        self.draft.filed(path)
        self.message.say(self.tr("Saved: {0}").format(path), tone="good")

    @Slot()
    def leave(self) -> None:
        """Back; the draft is offered again next time."""
        self._end_draft()
        self.left.emit()

    def _begin(self, value: Value, journal: Journal | None = None) -> None:
        """Put a draft on the desk."""
        self._end_draft()
        journal = journal or new_journal(self._session.home)
        self._show_draft(PlanDraft(value, journal, self._session.journals, self))

    def _go_on(self, left: Unfinished) -> None:
        held = left.journal.read() or {}
        draft = PlanDraft(empty_plan(), left.journal, self._session.journals, self)
        self._end_draft()
        try:
            draft.restore(held)
        except (ValueError, KeyError, TypeError):
            left.journal.put_aside()
            self.begin_another()
            self.message.say(self.tr("This draft does not read, and was put aside."), tone="bad")
            return
        self._show_draft(draft)

    def _read(self, path: Path) -> None:
        value, out = read_draft(path, self._session.home)
        self._begin(value)
        assert self.draft
        if path.suffix.lower() == ".json" and path not in {held for _, held in shipped_plans()}:
            self.draft.path = path
            self._show_kept()
        if out:
            said = self.tr("No part of a plan, and left out: {0}").format(", ".join(out))
            self.message.say(said, tone="warn")

    def _show_draft(self, draft: PlanDraft) -> None:
        self.draft = draft
        self.desk = PlanDesk(draft, self._session, self._theme, self)
        self.stack.addWidget(self.desk)
        self.stack.setCurrentWidget(self.desk)
        self.desk.found_requested.connect(self._found)
        self.desk.refused.connect(self._tell)
        draft.kept_changed.connect(self._show_kept)
        draft.unwritten.connect(self.message.tell)
        self.message.tell(None)
        self._show_kept()
        self._show_actions()
        self.desk.sections["title"].take_focus()

    def _end_draft(self) -> None:
        if self.draft and self.desk:
            self.draft.keep()
            self.stack.removeWidget(self.desk)
            self.desk.deleteLater()
            self.draft.deleteLater()
        self.draft = self.desk = None

    @Slot()
    def _found(self) -> None:
        """Found the survey on exactly what is shown."""
        assert self.draft
        assert self.desk
        self.message.tell(None)
        if self.desk.show_freeze_lack():
            return
        plan, mode, path = (
            self.draft.findings.plan,
            self.desk.freeze.mode,
            self.desk.freeze.file.path,
        )
        assert plan
        assert mode
        assert path
        try:
            survey = found(with_suffix(path), plan, mode=mode, home=self._session.home)
        except PingyiError as error:
            self.message.tell(error)
            return
        unnamed: PingyiError | None = None
        try:
            approve_plan(survey, self.draft.names)
        except PingyiError as error:
            unnamed = error
        self.draft.drop()
        self.founded.emit(survey, unnamed)

    @Slot(object)
    def _tell(self, what: object) -> None:
        """An error, or what is still lacking."""
        if isinstance(what, str):
            self.message.say(what, tone="warn")
        else:
            self.message.tell(what)

    @Slot()
    def _show_kept(self) -> None:
        assert self.draft
        self.head.title.setText(str(self.draft.value["title"]) or self.tr("A plan without a title"))
        self.head.say(self._kept_text(self.draft))
        self.undo_button.setEnabled(self.draft.can_undo)
        self.redo_button.setEnabled(self.draft.can_redo)

    def _kept_text(self, draft: PlanDraft) -> str:
        name = draft.path.name if draft.path else ""
        if draft.is_filed:
            return self.tr("As in {0}").format(name) if name else self.tr("Nothing changed yet")
        if name:
            return self.tr("Changed since {0}; the draft is kept by itself").format(name)
        return self.tr("The draft is kept by itself; nothing is founded yet")

    def _show_actions(self) -> None:
        has_draft = self.draft is not None
        for made in (self.undo_button, self.redo_button, self.file_button, self.other_button):
            made.setVisible(has_draft)

    def _action(self, text: str, key: str, act: object) -> QPushButton:
        made = button(text)
        made.setToolTip(key)
        made.clicked.connect(act)
        if key:
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self.head.add(made)
        return made

    def _lay_out(self, step: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * step, 2 * step, 2 * step, step)
        column.setSpacing(step)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.message)
