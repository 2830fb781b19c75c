"""What was understood of a plan, or what is wrong with it, before anything is founded on it."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from desktop.tally.errors import Problem
from desktop.tally.plan import Channel, Plan
from desktop.views.parts import filled, label
from desktop.views.theme import Theme
from desktop.words import words_for


class PlanPreview(QStackedWidget):
    """A hint, the plan's facts, or a list of problems."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self.told: list[tuple[str, str]] = []
        """What the plan says, line by line: name and text; empty where none was understood."""
        self.hint = label(self._hint_text(), type="label", tone="quiet", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.facts = QScrollArea()
        self.facts.setWidgetResizable(True)
        self.facts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setAccessibleName(self.tr("What is wrong with the plan"))
        for page in (self.hint, self.facts, self.problems):
            self.addWidget(page)
        self.setMinimumHeight(12 * theme.room["step"])

    def show_nothing(self) -> None:
        """No plan was named yet, or it cannot be read at all."""
        self.told = []
        self.setCurrentWidget(self.hint)

    def show_plan(self, plan: Plan) -> None:
        """The facts of a plan, as it was understood."""
        self.told = self._told(plan)
        held = QWidget()
        column = filled(held)
        column.setSpacing(self._theme.room["step"] // 2)
        column.addWidget(label(plan.title, type="name", wrap=True))
        column.addLayout(self._facts())
        column.addStretch(1)
        self.facts.setWidget(held)
        self.setCurrentWidget(self.facts)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Every place that has to be put right."""
        self.told = []
        self.problems.clear()
        words = words_for(self._language)
        for problem in problems:
            self.problems.addItem(QListWidgetItem(problem.sentence(words)))
        self.setCurrentWidget(self.problems)

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * self._theme.room["step"])
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate(self.told):
            title = label(name, type="label", tone="quiet")
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(text, type="label", wrap=True), row, 1)
        return grid

    def _told(self, plan: Plan) -> list[tuple[str, str]]:
        gap = self.tr(", ")
        groups = self.tr("{0} in {1} groups: {2}").format(
            len(plan.agencies), len(plan.groups), gap.join(held.name for held in plan.groups)
        )
        grades = gap.join(f"{held.code} {held.name} ({_plain(held.value)})" for held in plan.grades)
        return [
            (self.tr("Agencies"), groups),
            (self.tr("Dimensions"), gap.join(held.name for held in plan.dimensions)),
            (self.tr("Grades"), grades),
            (self.tr("Channels"), gap.join(map(self._channel, plan.channels))),
            (self.tr("Second keying"), self._second_keying(plan.second_keying_percent)),
        ]

    def _channel(self, channel: Channel) -> str:
        if channel.issued is None:
            return channel.name
        return f"{channel.name} ({QLocale().toString(channel.issued)})"

    def _second_keying(self, percent: int) -> str:
        if not percent:
            return self.tr("none is drawn")
        return self.tr("{0} % of the forms of every batch, by another person").format(percent)

    def _hint_text(self) -> str:
        return self.tr(
            "The plan says who is appraised, in what, by which grades and through which channels."
            " What was understood of it is shown here before anything is founded."
        )


def _plain(value: Fraction) -> str:
    """A grade's value as a plan writes it: whole or with decimals."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".")
