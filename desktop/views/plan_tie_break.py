"""In which order equal scores are told apart, where a plan wants that."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.views.plan_field import PlanField, SteadyList
from desktop.views.theme import Theme


class TieBreakField(PlanField):
    """Three lists, one under the other; each says what is compared next."""

    def __init__(self, draft: PlanDraft, theme: Theme, parent: QWidget) -> None:
        title = self.tr("Equal scores")
        note = self.tr("Compared one after the other; without any, equal scores share a rank.")
        super().__init__(draft, "scoring.tie_break", title, note, theme, parent)
        self.lists = [SteadyList(f"{title} {at}", theme, self) for at in (1, 2, 3)]
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.room["step"] // 2)
        for made in self.lists:
            for value, words in self._choices():
                made.add(words, value)
            made.activated.connect(self._take)
            column.addWidget(made)
        self.stand_in(held)
        held.setFocusProxy(self.lists[0])

    def show_value(self) -> None:
        value: list[Any] = self.draft.at(self.place) or []
        known = [code for code, _ in self._choices()]
        for made, code in zip(self.lists, [*value, None, None, None], strict=False):
            made.setCurrentIndex(known.index(code) if code in known else 0)

    def _choices(self) -> tuple[tuple[str | None, str], ...]:
        return (
            (None, self.tr("—")),
            ("top_grade", self.tr("larger share of the best grade")),
            ("positive", self.tr("higher satisfaction rate")),
            ("bottom_grade", self.tr("fewer votes of the last grade")),
        )

    @Slot()
    def _take(self) -> None:
        chosen = [made.currentData() for made in self.lists]
        self.draft.change(self.place, [code for code in chosen if code])
        self.show_value()
