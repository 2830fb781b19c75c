"""Admission: the station behind a package, and the code that its own screen must show."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.actions.stations import Applicant, admit, read_applicant
from desktop.models.acting import Acting
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.path_field import PathField, open_dialog
from desktop.views.workplace import Workplace


class AdmitPanel(QWidget):
    """The code is typed from the station's screen: whoever admits must have seen it."""

    shown = Signal(bool)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._message = place.session, message
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, self.tr("The package is verified…"), self)
        title = self.tr("Its first package, or its survey file")
        kinds = self.tr("Packages and survey files (*.pyp *.pingyi)")
        self.package = PathField(title, open_dialog(title, kinds), self)
        self.package.line.setPlaceholderText(title)
        self.name, self.code = label(type="row"), label(type="number")
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Code as the station's own screen shows it"))
        self.typed.setPlaceholderText(self.tr("Type the code that the station's own screen shows"))
        self.admit_button = button(self.tr("Admit"), primary=True)
        self.cancel_button = button(self.tr("Not now"))
        self._lay_out(place.theme.room["step"])
        self._connect()
        self.hide()

    @Slot()
    def begin(self) -> None:
        """Ask for the package."""
        self._show(None)
        self.package.line.clear()
        self.show()
        self.package.setFocus()

    def take(self, path: Path) -> None:
        """Begin with a package that was dropped or met at the merge."""
        self.begin()
        self.package.set_path(path)
        self.read()

    @Slot()
    def read(self) -> None:
        """Verify the package beside, and show whose it is."""
        path = self.package.path
        if path is None:
            self.package.setFocus()
            return
        self._message.tell(None)
        self.acting.labour(lambda survey, _: read_applicant(survey, path), self._show)

    @Slot()
    def admit(self) -> None:
        path = self.package.path
        if path is None:
            return
        typed, code = self.typed.text(), self._session.code
        self.acting.start(
            lambda survey, _: admit(survey, path, code=typed, operator=code), self._tell
        )

    def _show(self, applicant: Applicant | None) -> None:
        for made in (self.name, self.code, self.typed, self.admit_button):
            made.setVisible(applicant is not None)
        self.typed.clear()
        if applicant:
            self.name.setText(self.tr("{0} asks to be admitted").format(applicant.name))
            self.code.setText(applicant.code)
            self.typed.setFocus()

    def _tell(self, applicant: Applicant) -> None:
        self.hide()
        text = self.tr("{0} is admitted. Merge its packages; the next kit tells it so.")
        self._message.say(text.format(applicant.name), tone="good")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.package.returned.connect(self.read)
        self.package.browse.clicked.connect(partial(self._read_chosen))
        self.typed.returnPressed.connect(self.admit)
        self.admit_button.clicked.connect(self.admit)
        self.cancel_button.clicked.connect(self.hide)
        self.acting.failed.connect(self._message.tell)

    @Slot()
    def _read_chosen(self) -> None:
        if self.package.path:
            self.read()

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.addWidget(self.package, 1)
        row.addWidget(self.cancel_button)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.name)
        column.addWidget(self.code)
        row = QHBoxLayout()
        row.addWidget(self.typed, 1)
        row.addWidget(self.admit_button)
        column.addLayout(row)
        filled(self).addWidget(frame)
