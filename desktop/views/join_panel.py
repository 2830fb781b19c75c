"""Start a station from the supervisor's kit; the code to compare is shown large afterwards."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.actions.errors import KitWrongError
from desktop.actions.stations import join
from desktop.session import Session
from desktop.store import kinds
from desktop.store.packages import open_package
from desktop.tally.errors import PingyiError
from desktop.views.new_survey_path import documents, new_survey_path, with_suffix
from desktop.views.parts import button, filled, label
from desktop.views.path_field import PathField, open_dialog, save_dialog
from desktop.views.theme import Theme


class JoinPanel(QWidget):
    """Kit, name of the station, and where its file goes."""

    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._title = session, ""
        kits, files = self.tr("Kits (*.pyp)"), self.tr("Survey files (*.pingyi)")
        self.kit = PathField(self.tr("Kit"), open_dialog(self.tr("Choose the kit"), kits), self)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of this station"))
        self.name.setPlaceholderText(self.tr("as on the lid of this laptop"))
        self.file = PathField(
            self.tr("New file"), save_dialog(self.tr("Where the survey goes"), files), self
        )
        self.understood = label(type="label", tone="good", wrap=True)
        self.enter = button(self.tr("Join"), primary=True)
        self._lay_out(theme.room["step"])
        self._connect()

    def take_kit(self, path: Path) -> None:
        """Begin with this kit; the station's name is what lacks."""
        self.kit.set_path(path)
        self.name.setFocus()

    def _lay_out(self, step: int) -> None:
        column = filled(self)
        column.setSpacing(step // 2)
        for name, field in (
            (self.tr("The supervisor's kit"), self.kit),
            ("", self.understood),
            (self.tr("Name of this station"), self.name),
            (self.tr("New file"), self.file),
        ):
            if name:
                column.addWidget(label(name, type="label", tone="quiet"))
            column.addWidget(field)
            column.addSpacing(step)
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(step)
        text = self.tr(
            "After joining, a code is shown here: the supervisor compares it and admits the"
            " station."
        )
        column.addWidget(label(text, type="label", tone="quiet", wrap=True))
        column.addStretch(1)
        self.understood.hide()
        self.setFocusProxy(self.kit)

    def _connect(self) -> None:
        self.enter.clicked.connect(self._join)
        self.kit.changed.connect(self._read_kit)
        self.name.textChanged.connect(self._propose)
        self.kit.returned.connect(self.name.setFocus)
        self.name.returnPressed.connect(self.file.setFocus)
        self.file.returned.connect(self._join)

    @Slot()
    def _read_kit(self) -> None:
        """Say at once of which survey the kit is, or why it is none."""
        path, self._title = self.kit.path, ""
        self.refused.emit(None)
        if path and path.is_file():
            try:
                self._title = _title_in(path)
            except PingyiError as error:
                self.refused.emit(error)
        self.understood.setText(self.tr("A kit of: {0}").format(self._title))
        self.understood.setVisible(bool(self._title))
        self._propose()

    @Slot()
    def _propose(self) -> None:
        """A file named after survey and station, until another was chosen."""
        name = f"{self._title} {self.name.text().strip()}".strip()
        if name and not self.file.is_own:
            self.file.set_path(new_survey_path(name, documents()))

    def _lacks(self) -> tuple[QWidget, str] | None:
        """The first field that is empty, and what to say of it."""
        if self.kit.path is None:
            return self.kit, self.tr("Name the kit first: it is on the supervisor's stick.")
        if not self.name.text().strip():
            return self.name, self.tr("Give this station a name first.")
        if self.file.path is None:
            return self.file, self.tr("Say where the new file goes.")
        return None

    @Slot()
    def _join(self) -> None:
        if lacks := self._lacks():
            self.refused.emit(lacks[1])
            lacks[0].setFocus()
            return
        kit, path = self.kit.path, self.file.path
        assert kit
        assert path
        self.refused.emit(None)
        name, home = self.name.text(), self._session.home
        try:
            survey = join(kit, with_suffix(path), name=name, home=home)
        except PingyiError as error:
            self.refused.emit(error)
        else:
            self._session.take(survey, joined=True)


def _title_in(kit: Path) -> str:
    """The title of the survey that a kit begins; PackageRefusedError, KitWrongError."""
    with open_package(kit) as package:
        first = next(package.records())
        if first.kind != kinds.FOUNDED:
            raise KitWrongError(path=kit)
        return str(first.data["plan"]["title"])
