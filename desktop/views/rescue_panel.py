"""What may help a file that will not open: go on without lost records, or mend its tables."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.actions.stations import restart
from desktop.jobs import Job
from desktop.session import Session
from desktop.store.errors import NotVerifiedError, RecordsLostError
from desktop.store.keys import Home
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError
from desktop.views.parts import button, filled, label
from desktop.views.theme import Theme


class RescuePanel(QWidget):
    """Shown where it may help; nothing that is on record is ever lost by it."""

    opened = Signal(object)
    """The file may be opened now."""
    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._work: Callable[[], None] | None = None
        self.text = label(type="label", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("What happened to the file, in a few words"))
        self.reason.setAccessibleName(self.tr("What happened to the file"))
        self.button = button("", danger=True)
        column = filled(self)
        column.setSpacing(theme.room["step"])
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        self.button.clicked.connect(self._start)
        self.reason.returnPressed.connect(self._start)
        self.hide()

    def offer(self, error: object) -> None:
        """Show what may help against this error; nothing where there is no such thing."""
        match error:
            case RecordsLostError():
                self._offer_restart(Path(str(error.fields["path"])))
            case NotVerifiedError() if _tables_alone(error):
                self._offer_rebuild(Path(str(error.fields["path"])))
            case _:
                self.hide()

    def _offer_restart(self, path: Path) -> None:
        self._path = path
        self.text.setText(
            self.tr(
                "If there is no newer copy of this file: go on with it as a new incarnation of"
                " this station. What is lost is named at the next merge, and must be keyed again."
            )
        )
        self.button.setText(self.tr("Go on without them"))
        self.reason.clear()
        self.reason.show()
        self.show()
        self.reason.setFocus()

    def _offer_rebuild(self, path: Path) -> None:
        self._path = path
        self.text.setText(
            self.tr("The records are sound, the tables made from them are not: make them again.")
        )
        self.button.setText(self.tr("Make the tables again"))
        self.reason.hide()
        self.show()
        self.button.setFocus()

    @Slot()
    def _start(self) -> None:
        if self._path is None or not self.button.isEnabled():
            return
        path, home, reason = self._path, self._session.home, self.reason.text()
        is_restart = self.reason.isVisibleTo(self)
        work = (
            partial(_restarted, path, home, reason) if is_restart else partial(_mended, path, home)
        )
        self.button.setEnabled(False)
        job = Job(lambda _: work(), self._session)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        self._session.jobs.start(job)

    @Slot(object)
    def _finish(self, _: object) -> None:
        self.button.setEnabled(True)
        self.hide()
        self.opened.emit(self._path)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if not isinstance(error, PingyiError):
            raise error
        self.refused.emit(error)


def _tables_alone(error: NotVerifiedError) -> bool:
    """Whether everything that was found wrong is a table that does not follow from the records."""
    return bool(error.problems) and all(held.place.startswith("table") for held in error.problems)


def _restarted(path: Path, home: Home, reason: str) -> None:
    restart(path, reason=reason, home=home).close()


def _mended(path: Path, home: Home) -> None:
    with open_survey(path, home=home, write=True, tables=False) as survey:
        survey.rebuild()
