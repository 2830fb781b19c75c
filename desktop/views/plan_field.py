"""One thing that a plan says: its name, where it is written, and what it means or is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Choice, Kind, shown, typed
from desktop.views.check_box import CheckBox
from desktop.views.drop_list import DropList
from desktop.views.parts import label, set_tone
from desktop.views.theme import Theme


class DraftLine(QLineEdit):
    """A line whose edits the draft undoes, not the line itself."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)


class SteadyList(DropList):
    """A list that the wheel turns only once it has the focus: pages are scrolled over it."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(name, theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PlanField(QWidget):
    """A value of the draft at `place`; subclasses make the widget it is written in."""

    def __init__(
        self, draft: PlanDraft, place: str, title: str, note: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.draft, self.place, self.title = draft, place, title
        self.theme, self._note, self._wrong = theme, note, ""
        step = theme.room["step"]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * step)
        self._grid.setVerticalSpacing(step // 4)
        self.name = label(title, wrap=True)
        self.name.setFixedWidth(19 * step)
        self.note = label(note, type="label", tone="quiet", wrap=True)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(self.name, 0, 0)
        self._grid.addWidget(self.note, 0, 2)
        self._grid.setColumnStretch(2, 1)

    def stand_in(self, widget: QWidget) -> None:
        """Put in the widget where the value is written."""
        self.edit = widget
        widget.setAccessibleName(self.title)
        widget.setAccessibleDescription(self._note)
        if not isinstance(widget, QCheckBox):
            widget.setFixedWidth(29 * self.theme.room["step"])
        self._grid.addWidget(widget, 0, 0 if self.name.isHidden() else 1)
        self.setFocusProxy(widget)
        self.show_value()

    def stack(self) -> None:
        """The note below instead of beside, where there is little room."""
        self._grid.removeWidget(self.note)
        self._grid.addWidget(self.note, 1, 0, 1, 3)

    def widen(self) -> None:
        """More room to write in, for what is long."""
        self.edit.setFixedWidth(52 * self.theme.room["step"])

    def show_value(self) -> None:
        """Show what the draft says, but leave alone what is being typed and says the same."""
        raise NotImplementedError

    def holds(self, place: str) -> bool:
        """Whether a place is this value or within it."""
        return place == self.place or place.startswith((f"{self.place}.", f"{self.place}["))

    def is_within(self, place: str) -> bool:
        """Whether this value is part of what stands at a place."""
        return self.place.startswith(f"{place}.")

    def name_of(self, _: str) -> str:
        return self.title

    def focus_on(self, _: str) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, marks: Mapping[str, str], tone: str = "bad") -> None:
        """Say what is wrong beside the field, and frame it."""
        wrong = " ".join(marks.values())
        if wrong != self._wrong:
            self._wrong = wrong
            set_tone(self.note, tone if wrong else "quiet")
            self.edit.setStyleSheet(_framed(self.theme, tone) if wrong else "")
            self.edit.setAccessibleDescription(wrong or self._note)
        self.note.setText(wrong or self._note)

    def explain(self, note: str) -> None:
        """Say something else of what it means."""
        self._note = note
        self.note.setText(self._wrong or note)


class LineField(PlanField):
    """A text, a code or a number on a line."""

    def __init__(  # noqa: PLR0913  a field is all of these
        self,
        draft: PlanDraft,
        place: str,
        title: str,
        note: str,
        theme: Theme,
        parent: QWidget,
        kind: Kind = Kind.TEXT,
        *,
        nullable: bool = False,
    ) -> None:
        super().__init__(draft, place, title, note, theme, parent)
        self._kind, self._nullable = kind, nullable
        self.line = DraftLine()
        self.stand_in(self.line)
        self.line.textEdited.connect(self._take)

    def show_value(self) -> None:
        value = self.draft.at(self.place)
        if self._typed() != value or not self.line.text():
            self.line.setText(shown(value))

    def _typed(self) -> Any:
        return typed(self.line.text(), self._kind, nullable=self._nullable)

    @Slot()
    def _take(self) -> None:
        self.draft.change(self.place, self._typed())


class ChoiceField(PlanField):
    """One of a few values, each with what it means: that stands beside it once it is taken."""

    def __init__(
        self,
        draft: PlanDraft,
        place: str,
        title: str,
        choices: Sequence[tuple[Any, str, str]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(draft, place, title, "", theme, parent)
        self._choices = list(choices)
        self.list = SteadyList(title, theme, self)
        for _, words, _ in self._choices:
            self.list.add(words, None)
        self.stand_in(self.list)
        self.list.activated.connect(self._take)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer others, as other parts of the plan name them."""
        offered = [(value, words, "") for value, words in choices]
        if offered != self._choices:
            self._choices = offered
            self.list.clear()
            for _, words, _ in offered:
                self.list.add(words, None)
        self.show_value()

    def show_value(self) -> None:
        value = self.draft.at(self.place)
        found = (at for at, held in enumerate(self._choices) if held[0] == value)
        at = next(found, -1)
        self.list.setCurrentIndex(at)
        if at >= 0 and self._choices[at][2]:
            self.explain(self._choices[at][2])

    @Slot(int)
    def _take(self, at: int) -> None:
        self.draft.change(self.place, self._choices[at][0])
        self.show_value()


class FlagField(PlanField):
    """Yes or no."""

    def __init__(
        self, draft: PlanDraft, place: str, title: str, note: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(draft, place, "", note, theme, parent)
        self.title = title
        self.name.hide()
        self.box = CheckBox(title, theme)
        self.stand_in(self.box)
        self.box.clicked.connect(self._take)

    def show_value(self) -> None:
        self.box.setChecked(self.draft.at(self.place) is True)

    @Slot(bool)
    def _take(self, is_on: bool) -> None:
        self.draft.change(self.place, is_on)


def _framed(theme: Theme, tone: str) -> str:
    colour = theme.colours[tone].name()
    edges = f"border: 2px solid {colour}; border-radius: 4px; padding: 4px 7px;"
    return f"QLineEdit {{ {edges} }} QComboBox {{ {edges} }} QCheckBox {{ color: {colour}; }}"


def _is_undo(event: QEvent) -> bool:
    standard = QKeySequence.StandardKey
    return any(event.matches(key) for key in (standard.Undo, standard.Redo))  # type: ignore[attr-defined]
