"""Who works here: a code and a PIN; two names where two people work. The same page locks."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.actions.authority import known_operator
from desktop.actions.errors import CallerSelfError
from desktop.assets import resource
from desktop.session import Session
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, label
from desktop.views.theme import Theme


class SignInView(QWidget):
    """Asks for an operator; while somebody is locked out it waits for that person."""

    signed_in = Signal()
    unlocked = Signal()
    close_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.code, self.pin, self.caller = QLineEdit(), QLineEdit(), QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.enter_button = button(self.tr("Sign in"), primary=True)
        self.close_button = button(self.tr("Close this survey"), link=True)
        self.title = label(type="name", wrap=True)
        self.note = label(type="label", tone="quiet", wrap=True)
        self.message = MessageLine(session.settings.language, self)
        self._lay_out()
        self._connect()

    def ask(self) -> None:
        """Wait for somebody to sign in; the one who was locked out is named."""
        operator = self._session.operator
        survey = self._session.opened
        self.title.setText(self.tr("Locked") if operator else survey.plan.title)
        note = self.tr("The open form is kept. {0} goes on with the PIN; somebody else signs in.")
        self.note.setText(note.format(operator.name) if operator else survey.path.name)
        self.code.setText(operator.code if operator else "")
        self.caller.setText(self._session.caller)
        self.pin.clear()
        self.message.tell(None)
        (self.pin if operator else self.code).setFocus()

    @Slot()
    def _enter(self) -> None:
        code, caller = self.code.text().strip(), self.caller.text().strip()
        was = (self._session.code, self._session.caller)
        try:
            self._check_caller(code, caller)
            self._session.await_check()
            self._session.sign_in(code, self.pin.text(), caller)
        except PingyiError as error:
            self.message.tell(error)
            self.pin.setFocus()
        else:
            (self.unlocked if was == (code, caller) else self.signed_in).emit()
        finally:
            self.pin.clear()

    def _check_caller(self, code: str, caller: str) -> None:
        if caller:
            known_operator(self._session.opened, caller)
        if caller and caller == code:
            raise CallerSelfError(operator=code)

    @Slot()
    def _go_on(self) -> None:
        """Enter in a field goes to the next one, and signs in from the last."""
        if not self.code.text().strip():
            self.code.setFocus()
        elif not self.pin.text():
            self.pin.setFocus()
        else:
            self._enter()

    def _connect(self) -> None:
        for field in (self.code, self.pin, self.caller):
            field.returnPressed.connect(self._go_on)
        self.enter_button.clicked.connect(self._enter)
        self.close_button.clicked.connect(self.close_requested)

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        frame, column = card(margin=4 * step, spacing=step)
        frame.setFixedWidth(64 * step)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addSpacing(step)
        self.caller.setPlaceholderText(self.tr("only where a second person reads aloud"))
        for name, field in (
            (self.tr("Code"), self.code),
            (self.tr("PIN"), self.pin),
            (self.tr("Caller's code"), self.caller),
        ):
            field.setAccessibleName(name)
            column.addWidget(label(name, type="label", tone="quiet"))
            column.addWidget(field)
        column.addSpacing(step)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch(1)
        row.addWidget(self.enter_button)
        column.addLayout(row)
        column.addWidget(self.message)
        outer = QVBoxLayout(self)
        outer.setSpacing(2 * step)
        outer.addStretch(2)
        outer.addLayout(self._name(step))
        outer.addWidget(frame, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _name(self, step: int) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(QIcon(str(resource("icons", "pingyi.svg"))).pixmap(4 * step, 4 * step))
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addStretch(1)
        row.addWidget(icon)
        # the program's name, alike in both languages
        row.addWidget(label("评议计票", type="row", tone="quiet"))
        row.addStretch(1)
        return row
