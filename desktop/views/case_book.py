"""What tells one ledger of cases from another: its columns, fields, steps, words and acts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QObject

from desktop.models.case_fields import CaseField, CaseStep
from desktop.models.cases import DISPUTED, OPEN, OVERDUE, Case
from desktop.models.rows_model import Column, Row
from desktop.store.records import Record
from desktop.views.workplace import Workplace

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known of a case."""

    title: str
    text: str
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class BookWords:
    """What the page says of this ledger."""

    name: str
    enter: str
    """On the button, and above the form."""
    entered: str
    nothing: str
    """What to do first, where the ledger is empty."""


class CaseBook(QObject):
    """Made anew with its page, for its texts are those of one language."""

    line: ClassVar[type[Any]]
    id: ClassVar[str]
    """What the journal of its form is called."""
    wide: ClassVar[int]
    """The column that takes the room the others leave."""
    link: ClassVar[int] = -1
    """The column that is clicked for the next step."""
    enter: ClassVar[Callable[..., Record]]
    change: ClassVar[Callable[..., Record]]

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        agencies = place.session.opened.plan.agencies
        self.names = {held.code: held.name for held in agencies}
        self.short = {held.code: held.short or held.name for held in agencies}
        self.words = self.written()
        self.states = self.state_names()

    def written(self) -> BookWords:
        raise NotImplementedError

    def state_names(self) -> dict[str, str]:
        """By state, in the order of a case's life."""
        raise NotImplementedError

    def columns(self) -> list[Column]:
        raise NotImplementedError

    def row(self, case: Case, day: str) -> Row:
        raise NotImplementedError

    def fields(self, cases: Sequence[Case]) -> tuple[CaseField, ...]:
        """What a new case is asked for; `cases` are those that are there."""
        raise NotImplementedError

    def later_fields(self) -> tuple[CaseField, ...]:
        """What steps have filled in, and a correction may mend."""
        raise NotImplementedError

    def steps(self, case: Case, day: str) -> list[CaseStep]:
        """What can be done now, the next step first."""
        raise NotImplementedError

    def facts(self, case: Case) -> list[Fact]:
        raise NotImplementedError

    def heading(self, case: Case) -> str:
        """Under the unit's name: what it is about, by whom, since when."""
        raise NotImplementedError

    def order_fault(self, value: Any) -> str:
        """A sentence on days of a correction that cannot be so; empty where they can."""
        return ""

    def choices(self) -> dict[str, str]:
        """What a list can be narrowed to."""
        return {
            "": self.tr("All states"),
            OPEN: self.tr("Everything open"),
            OVERDUE: self.tr("Overdue"),
            **self.states,
            DISPUTED: self.tr("In dispute"),
        }

    def state_text(self, case: Case, day: str = "") -> str:
        """How it stands; with a day given, by how much it is over."""
        if case.line.is_disputed:
            return self.tr("In dispute")
        if day and case.is_overdue:
            late = (date.fromisoformat(day) - date.fromisoformat(case.by)).days
            return self.tr("{0} d over").format(late)
        return self.states[case.state]

    def tone(self, case: Case) -> str:
        """The colour of a case's state; what is closed steps back."""
        if case.line.is_disputed or case.is_overdue:
            return "bad"
        return "text" if case.is_open else "quiet"

    def shown(self, name: str, text: str) -> str:
        """What a field of a line says, in words."""
        if name == "unit":
            return self.names.get(text, text)
        for field in (*self.fields(()), *self.later_fields()):
            if field.name == name:
                return field.choices.get(text, text)
        return text
