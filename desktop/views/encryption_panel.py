"""Whether packages are encrypted, and the recovery key on paper that opens them elsewhere."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.actions.recipients import encrypt_packages, keep_in_file, recover
from desktop.actions.text_files import read_text
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.store.survey_file import SurveyFile
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.path_field import open_dialog, save_dialog
from desktop.views.workplace import Workplace


class EncryptionPanel(QWidget):
    """Encryption is chosen once; the key that opens packages stays on this laptop."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._message = place.session, message
        self.acting = Acting(place.session, self)
        self.state = label(type="label", tone="quiet", wrap=True)
        self.encrypt_button = button(self.tr("Encrypt packages…"))
        self.recover_button = button(self.tr("Recovery key…"))
        kinds = self.tr("Text files (*.txt)")
        self._choose_new = save_dialog(self.tr("Where the recovery key goes"), kinds)
        self._choose_old = open_dialog(self.tr("The recovery key"), kinds)
        step = place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.state, 1)
        row.addWidget(self.encrypt_button)
        row.addWidget(self.recover_button)
        column.addLayout(row)
        filled(self).addWidget(frame)
        self.encrypt_button.clicked.connect(self.encrypt)
        self.recover_button.clicked.connect(self.recover)
        self.acting.failed.connect(message.tell)

    def show_state(self, *, encrypted: bool) -> None:
        self.encrypt_button.setVisible(not encrypted)
        self.recover_button.setVisible(encrypted)
        self.state.setText(
            self.tr("Packages are encrypted to this laptop and to the recovery key on paper.")
            if encrypted
            else self.tr("Packages are signed, not encrypted: whoever finds a stick can read it.")
        )

    @Slot()
    def encrypt(self) -> None:
        """The recovery key goes into a new file first, to be printed and locked up."""
        chosen = self._choose_new(self, self.tr("recovery key.txt"))
        if not chosen:
            return
        path, code = Path(chosen), self._session.code

        def act(survey: SurveyFile, _: Job) -> Path:
            encrypt_packages(survey, lambda text: keep_in_file(path, text), operator=code)
            return path

        self.acting.start(act, self._tell_encrypted)

    @Slot()
    def recover(self) -> None:
        """Another laptop takes the supervisor's place: the key from paper opens the packages."""
        if chosen := self._choose_old(self, ""):
            self.acting.labour(
                lambda survey, _: recover(survey, read_text(Path(chosen))),
                lambda _: self._message.say(
                    self.tr("This laptop opens the encrypted packages now."), tone="good"
                ),
            )

    def _tell_encrypted(self, path: Path) -> None:
        text = self.tr(
            "Recovery key written: {0}. Print it, lock it up, delete the file. Stations encrypt"
            " once they have merged the next kit."
        )
        self._message.say(text.format(path), tone="good")
