"""Where backups of this survey go: set once, and taken whenever a batch closes here."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.actions.backups import set_backup
from desktop.jobs import Job
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.path_field import PathField, folder_dialog
from desktop.views.workplace import Workplace


class BackupCard(QWidget):
    """A folder, preferably on another disk; a backup is taken when it is set."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = place.session
        self.folder = PathField(
            self.tr("Backup folder"), folder_dialog(self.tr("Where backups go")), self
        )
        self.enter = button(self.tr("Set and back up now"), primary=True)
        self.message = MessageLine(place.language, self)
        self._lay_out(place.theme.room["step"])
        self.enter.clicked.connect(self._set)
        self.folder.returned.connect(self._set)

    def refresh(self) -> None:
        """Show the folder that is set, unless another is being typed."""
        survey = self._session.opened
        works_here = survey.station is not None
        for field in (self.folder, self.enter):
            field.setEnabled(works_here)
        if not works_here:
            self.message.say(self.tr("This survey is only viewed here; its own station backs up."))
        elif not self.folder.is_own:
            self._show_folder(survey)

    def _show_folder(self, survey: SurveyFile) -> None:
        try:
            held = self._session.home.backup_folder(survey.id)
        except PingyiError as error:
            self.message.tell(error)
            return
        if held:
            self.folder.set_path(held)
        else:
            self.message.say(self.tr("No backups are taken yet."), tone="warn")

    @Slot()
    def _set(self) -> None:
        path = self.folder.path
        if path is None:
            self.message.say(self.tr("Name a folder first, best on another disk."), tone="warn")
            self.folder.setFocus()
            return
        try:
            self._session.await_check()
        except PingyiError as error:
            self.message.tell(error)
            return
        self.message.say(self.tr("Backing up…"))
        self.enter.setEnabled(False)
        job = Job(partial(_backed_up, self._session.opened, path), self._session)
        job.finished.connect(self._tell_backup)
        job.failed.connect(self._tell_failure)
        self._session.jobs.start(job)

    @Slot(object)
    def _tell_backup(self, path: Path) -> None:
        self.enter.setEnabled(True)
        self.folder.set_path(path.parent)
        self.message.say(self.tr("Backed up: {0}").format(path.name), tone="good")

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        self.enter.setEnabled(True)
        if not isinstance(error, PingyiError):
            raise error
        self.message.tell(error)

    def _lay_out(self, step: int) -> None:
        frame: QFrame
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(label(self.tr("Backups of this survey"), type="row"))
        text = self.tr(
            "Set a folder on another disk or a stick: a copy goes there now, and whenever a batch"
            " closes at this station."
        )
        column.addWidget(label(text, type="label", tone="quiet", wrap=True))
        column.addWidget(self.folder)
        row = QHBoxLayout()
        row.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addStretch(1)
        filled(self).addWidget(frame)


def _backed_up(survey: SurveyFile, folder: Path, _: Job) -> Path:
    with survey.twin() as twin:
        return set_backup(twin, folder)
