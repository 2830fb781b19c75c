"""What is written down of a consequence: the document it was confirmed by, when it was done."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.actions.consequences import ConsequenceLine
from desktop.assess.year import Confirmation
from desktop.models.consequence_rows import confirmations, finished
from desktop.models.typed_values import typed_day
from desktop.store.ledger_queries import Line
from desktop.views.entry_card import EntryCard
from desktop.views.theme import Theme


class ConfirmForm(EntryCard):
    """One document for every line that is chosen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent, columns=6)
        self._lines: Sequence[ConsequenceLine] = ()
        self.on, self.document, self.deadline, self.note = (QLineEdit() for _ in range(4))
        self.add(self.tr("Confirmed on"), self.on)
        self.add(self.tr("Document, number and title"), self.document, span=2)
        self.add(self.tr("Deadline"), self.deadline)
        self.add(self.tr("Note"), self.note, span=2)

    def begin(self, lines: Sequence[ConsequenceLine], title: str, today: str) -> None:
        """These lines; one that is confirmed already shows how."""
        self._lines = lines
        held = lines[0].confirmed.value if len(lines) == 1 and lines[0].confirmed else None
        self.on.setText(held.on if held else today)
        self.document.setText(held.document if held else "")
        self.deadline.setText(held.deadline if held else "")
        self.note.setText(held.note if held else "")
        is_change = all(line.confirmed for line in lines)
        self.give_button.setText(self.tr("Change") if is_change else self.tr("Confirm"))
        days = max(line.rule.days for line in lines)
        text = self.tr("The deadline is %n day(s) later, unless another is written.", "", days)
        self.ask(title, text if days else "", self.document)

    def given_lines(self, today: str) -> list[Confirmation]:
        """DayUnreadError, TextMissingError."""
        day = date.fromisoformat(today)
        on = typed_day(self.on.accessibleName(), self.on.text(), day, needed=True)
        deadline = typed_day(self.deadline.accessibleName(), self.deadline.text(), day)
        document, note = self.document.text().strip(), self.note.text().strip()
        return confirmations(self._lines, on, document, deadline, note)


class DoneForm(EntryCard):
    """The day that what was asked for was finished; an empty one opens it again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent, columns=4)
        self.give_button.setText(self.tr("Put on record"))
        self._lines: Sequence[ConsequenceLine] = ()
        self.done, self.note = QLineEdit(), QLineEdit()
        self.add(self.tr("Done on"), self.done)
        self.add(self.tr("Note"), self.note, span=3)

    def begin(self, lines: Sequence[ConsequenceLine], title: str, today: str) -> None:
        self._lines = lines
        held = lines[0].confirmed.value if len(lines) == 1 and lines[0].confirmed else None
        self.done.setText(held.done if held and held.done else today)
        self.note.setText(held.note if held else "")
        self.ask(title, "", self.done)

    def given_lines(self, today: str) -> list[Confirmation]:
        """DayUnreadError."""
        day = date.fromisoformat(today)
        on = typed_day(self.done.accessibleName(), self.done.text(), day)
        return finished(self._lines, on, self.note.text().strip())


class TakeBackForm(EntryCard):
    """Why a confirmation is taken back."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent, columns=4)
        self.give_button.setText(self.tr("Take back"))
        self._lines: Sequence[ConsequenceLine] = ()
        self.reason = QLineEdit()
        self.add(self.tr("Reason"), self.reason, span=4)

    def begin(self, lines: Sequence[ConsequenceLine], title: str, today: str) -> None:
        self._lines, self._today = lines, today
        self.reason.clear()
        self.ask(title, "", self.reason)

    def taken_back(self) -> list[tuple[Line[Confirmation], str, str]]:
        """Each confirmation, the reason, and the day."""
        reason = self.reason.text().strip()
        held = (line.confirmed for line in self._lines)
        return [(one, reason, self._today) for one in held if one]
