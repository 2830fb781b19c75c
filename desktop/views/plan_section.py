"""A section of the plan editor: a title, what it is about, and the fields and lists in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Kind, PlanColumn
from desktop.tally.plan import Plan
from desktop.views.parts import card, filled, label
from desktop.views.plan_field import ChoiceField, FlagField, LineField
from desktop.views.plan_table import PlanTable
from desktop.views.theme import Theme


class Part(Protocol):
    """Where places of the plan are written: a field, or a list."""

    def holds(self, place: str) -> bool: ...

    def is_within(self, place: str) -> bool: ...

    def name_of(self, place: str) -> str: ...

    def focus_on(self, place: str) -> None: ...

    def mark(self, marks: Mapping[str, str]) -> None: ...

    def show_value(self) -> None: ...


P = TypeVar("P", bound=QWidget)


class PlanSection(QWidget):
    """Subclasses lay out their parts in `column`; everything else is the same for all."""

    def __init__(
        self,
        draft: PlanDraft,
        title: str,
        about: str,
        theme: Theme,
        parent: QWidget,
        *,
        scrolls: bool = True,
    ) -> None:
        super().__init__(parent)
        self.draft, self.theme, self.title = draft, theme, title
        self.parts: list[Part] = []
        step = theme.room["step"]
        frame, outer = card(margin=3 * step, spacing=step)
        outer.addWidget(label(title, type="name"))
        if about:
            outer.addWidget(label(about, type="label", tone="quiet", wrap=True))
        inside = QWidget()
        self.column = filled(inside)
        self.column.setSpacing(step + step // 2)
        self.column.setContentsMargins(0, step, step, 0)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if scrolls:
            self.area.setWidget(inside)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(2 * step)
        self.area.setVisible(scrolls)
        self._halves.addWidget(self.area if scrolls else inside, 1)
        outer.addLayout(self._halves, 1)
        filled(self).addWidget(frame)

    def show_value(self, place: str = "") -> None:
        """Show what the draft says, where it changed at this place."""
        for part in self.parts:
            if not place or part.holds(place) or part.is_within(place):
                part.show_value()

    def show_plan(self, plan: Plan | None) -> None:
        """The plan, where it is sound: for what is drawn of it."""

    def part_of(self, place: str) -> Part:
        """Where a place is written: the very field, or else one of what it holds."""
        for part in self.parts:
            if part.holds(place):
                return part
        return next((part for part in self.parts if part.is_within(place)), self.parts[0])

    def name_of(self, place: str) -> str:
        return self.part_of(place).name_of(place)

    def focus_on(self, place: str) -> None:
        """Bring the place in sight, and give it the focus."""
        part = self.part_of(place)
        assert isinstance(part, QWidget)
        if self.area.widget():
            self.area.ensureWidgetVisible(part)
        part.focus_on(place)

    def take_focus(self) -> None:
        first = self.parts[0]
        assert isinstance(first, QWidget)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, marks: Mapping[str, str]) -> None:
        """Show each part what is wrong in it: sentences by place."""
        of: dict[int, dict[str, str]] = {id(part): {} for part in self.parts}
        for place, sentence in marks.items():
            of[id(self.part_of(place))][place] = sentence
        for part in self.parts:
            part.mark(of[id(part)])

    def head(self, text: str, about: str = "") -> None:
        """A heading between parts."""
        self.column.addSpacing(self.theme.room["step"])
        self.column.addWidget(label(text, type="row"))
        if about:
            self.column.addWidget(label(about, type="label", tone="quiet", wrap=True))

    def line(
        self,
        place: str,
        title: str,
        note: str = "",
        kind: Kind = Kind.TEXT,
        *,
        nullable: bool = False,
    ) -> LineField:
        made = LineField(self.draft, place, title, note, self.theme, self, kind, nullable=nullable)
        return self.add(made)

    def choice(self, place: str, title: str, *choices: tuple[Any, str, str]) -> ChoiceField:
        """Each choice is a value, its words, and what it means."""
        return self.add(ChoiceField(self.draft, place, title, choices, self.theme, self))

    def flag(self, place: str, title: str, note: str = "") -> FlagField:
        return self.add(FlagField(self.draft, place, title, note, self.theme, self))

    def rows(
        self, name: str, title: str, columns: Sequence[PlanColumn], *, wide: int = 1, **how: bool
    ) -> PlanTable:
        made = PlanTable(self.draft, name, title, columns, self.theme, self, wide=wide, **how)
        return self.add(made)

    def add(self, part: P) -> P:
        self.parts.append(cast(Part, part))
        self.column.addWidget(part)
        return part

    def stand_beside(self, widget: QWidget) -> None:
        """Give the right half of the section to something that is seen all the time."""
        self._halves.addWidget(widget, 1)

    def end(self) -> None:
        """Nothing stretches but what grows."""
        self.column.addStretch(0)
