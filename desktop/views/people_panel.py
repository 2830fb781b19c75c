"""The people: who signs in under which code, in which roles; registered anew, or with a new PIN."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.actions.operators import register_operator
from desktop.models.acting import Acting
from desktop.models.rows_model import Column, Row
from desktop.store.queries import Operator
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.person_form import PersonForm
from desktop.views.workplace import Workplace


class PeoplePanel(QWidget):
    """Enter on a person changes name, roles or PIN: the record before stays on record."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._people: Sequence[Operator] = ()
        self.acting = Acting(place.session, self)
        columns = [Column(self.tr("Code")), Column(self.tr("Name")), Column(self.tr("Roles"))]
        self.list = FilteredTable(columns, self.tr("People"), place.theme, self, wide=2)
        self.empty = label(self._empty_text(), tone="quiet", wrap=True)
        self.add_button, self.change_button = (
            button(self.tr("Add…")),
            button(self.tr("Change, new PIN…")),
        )
        self.form = PersonForm(place, self)
        self._lay_out()
        self._connect()

    def show_people(self, people: Sequence[Operator]) -> None:
        self._people = people
        self.list.show_rows([self._row(held) for held in people])
        self.stack.setCurrentWidget(self.list if people else self.empty)
        self.change_button.setEnabled(bool(people))

    def _row(self, held: Operator) -> Row:
        names = self.form.role_names()
        roles = self.tr(", ").join(names[role] for role in names if role in held.roles)
        return Row(held, (held.code, held.name, roles or self.tr("none: may not sign in")))

    @Slot()
    def add(self) -> None:
        """A code that nobody has yet is proposed."""
        known = {held.code for held in self._people}
        # from the first person on nobody works unnamed: without a supervisor nobody could go on
        letter, role = ("C", "clerk") if known else ("Z", "supervisor")
        codes = (f"{letter}{at:02d}" for at in range(1, 100))
        self.form.begin(None, next((code for code in codes if code not in known), ""), role)

    @Slot()
    def change(self) -> None:
        held = self.list.current()
        if isinstance(held, Operator):
            self.form.begin(held, held.code)

    @Slot()
    def _register(self) -> None:
        if problem := self.form.problem():
            self._message.say(problem, tone="warn")
            return
        given, by = self.form.given(), self._session.code
        if not self._people and "supervisor" not in given.roles:
            text = self.tr("Register a supervisor first: from then on nobody works unnamed.")
            self._message.say(text, tone="warn")
            return
        self.acting.start(
            lambda survey, _: register_operator(
                survey, given.code, name=given.name, roles=given.roles, pin=given.pin, operator=by
            ),
            lambda _: self._tell(given.code, given.name),
        )

    def _tell(self, code: str, name: str) -> None:
        self.form.close_form()
        text = self.tr("{0} {1} is registered. The next kit tells the stations.")
        self._message.say(text.format(code, name), tone="good")
        self.add_button.setFocus()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.list.row_chosen.connect(lambda _: self.change())
        self.form.register_requested.connect(self._register)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(label(self.tr("People"), type="row"))
        row.addStretch(1)
        row.addWidget(self.add_button)
        row.addWidget(self.change_button)
        self.stack = QStackedWidget()
        for made in (self.empty, self.list):
            self.stack.addWidget(made)
        column.addLayout(row)
        column.addWidget(self.form)
        column.addWidget(self.stack, 1)
        filled(self).addWidget(frame)

    def _empty_text(self) -> str:
        return self.tr(
            "Nobody is registered: whoever sits at a station works unnamed. Register the clerks, a"
            " supervisor and a scrutineer, and every record bears a name. Begin with the"
            " supervisor: from then on this page asks who works here."
        )
