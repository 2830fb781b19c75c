"""The components of the composite: added, changed, taken out; figures typed or brought in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.actions.composite import set_composite
from desktop.assess.composite import Component, Missing
from desktop.assess.year import CompositeSetting
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.component_entry import (
    COMPUTED,
    free_code,
    with_component,
    without_component,
)
from desktop.models.component_rows import ComponentRows
from desktop.models.composite_words import CompositeWords
from desktop.store import ledger_queries
from desktop.store.ledgers import COMPOSITE
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import number_text
from desktop.views.choices import Choices
from desktop.views.composite_figures_panel import CompositeFiguresPanel
from desktop.views.composite_form import CompositeForm
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace

if TYPE_CHECKING:
    from desktop.views.composite_view import CompositeFound

Change = Callable[[CompositeSetting | None], CompositeSetting]


class CompositeComponentsPanel(QWidget):
    """Each change goes on record at once, over what stands there then."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._plan = place.session.opened.plan
        self._words = CompositeWords(self)
        self._setting: CompositeSetting | None = None
        self._today = date.min
        self.acting = Acting(place.session, self)
        self.rows = ComponentRows(len(self._plan.agencies), self)
        name = self.tr("Components")
        self.list = FilteredTable(self.rows.columns(), name, place.theme, self, wide=0)
        self.add_button = button(self.tr("Add…"), primary=True)
        self.change_button = button(self.tr("Change…"))
        self.figures_button = button(self.tr("Figures…"))
        self.remove_button = button(self.tr("Take out"))
        self.missing = Choices(
            self.tr("Where a figure is missing"), self._words.missing(), place.theme, self
        )
        self.form = CompositeForm(self._plan.groups, place.theme, self)
        self.figures = CompositeFiguresPanel(place, message, self)
        self.hint = label(type="label", tone="warn", wrap=True)
        self.rules_button = button(self.tr("To the assessment"), link=True)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """The list, the form or the figures, whichever is in front, has the focus."""
        if self.stack.currentWidget() is self.figures:
            self.figures.activate()
        elif not self.form.isVisible():
            (self.list.table if self._setting else self.add_button).setFocus()

    def put_away(self) -> None:
        """The page goes; a component half typed goes with it."""
        self.form.put_away()

    def show_setting(self, found: CompositeFound) -> None:
        self._setting = found.setting
        self._today = date.fromisoformat(found.today)
        held = found.setting.components if found.setting else ()
        self.list.show_rows(self.rows.rows(found.setting) if found.setting else [])
        self.missing.show_choice(found.setting.missing if found.setting else Missing.RENORMALISE)
        for part in (self.change_button, self.figures_button, self.remove_button, self.missing):
            part.setEnabled(bool(held))
        computed = any(one.kind == "assessment" for one in held)
        self.hint.setText(self._hint(found) if held else self._empty_text())
        self.rules_button.setVisible(computed and not found.has_rules)

    @Slot()
    def add(self) -> None:
        self._begin(None)

    @Slot()
    def change(self) -> None:
        if held := self._current():
            self._begin(held)

    def _begin(self, held: Component | None) -> None:
        self._message.tell(None)
        self.rule.hide()  # the list needs the room
        self.form.begin(held)

    @Slot()
    def _end(self) -> None:
        self.rule.show()
        self.list.table.setFocus()

    @Slot()
    def show_figures(self) -> None:
        """The grid of one component; those of this file are counted by themselves."""
        held = self._current()
        if held is None:
            return
        if held.kind in COMPUTED:
            text = self.tr("The figures of {0} are computed from this file.")
            self._message.say(text.format(held.name), tone="warn")
            return
        self._message.tell(None)
        self.figures.begin(held, self._today)
        self.stack.setCurrentWidget(self.figures)
        self.figures.activate()

    @Slot()
    def remove(self) -> None:
        if held := self._current():
            text = self.tr("{0} is taken out of the composite.").format(held.name)
            self._record(lambda setting: _removed(setting, held.code), text)

    @Slot()
    def _save(self) -> None:
        kind = self.form.chosen_kind()
        try:
            made = self.form.component(free_code(self._setting, kind), self._today)
        except PingyiError as error:
            self._message.tell(error)
            return
        text = self.tr("{0} is on record with weight {1}.")
        told = text.format(made.name, number_text(made.weight))
        self._record(lambda setting: with_component(setting, made), told)

    @Slot(object)
    def _save_figures(self, made: Component) -> None:
        text = self.tr("%n figure(s) of {0} are on record.", "", len(made.figures))
        self._record(lambda setting: with_component(setting, made), text.format(made.name))

    @Slot(object)
    def _choose_missing(self, missing: Missing) -> None:
        text = self.tr("Where a figure is missing, {0}.")
        told = text.format(self._words.missing()[missing])
        self._record(lambda setting: _with_missing(setting, missing), told)

    def _record(self, change: Change, told: str) -> None:
        code = self._session.code

        def act(survey: SurveyFile, _: Job) -> None:
            held = ledger_queries.setting(survey, COMPOSITE)
            set_composite(survey, change(held.value if held else None), operator=code)

        self.acting.start(act, lambda _: self._tell(told))

    def _tell(self, told: str) -> None:
        self.form.put_away()
        self._close_figures()
        self._message.say(told, tone="good")

    @Slot(object)
    def _refuse(self, error: object) -> None:
        """What was not taken is shown as it stands on record; what was typed stays."""
        if self._setting:
            self.missing.show_choice(self._setting.missing)
        self._message.tell(error)

    @Slot()
    def _close_figures(self) -> None:
        self.stack.setCurrentIndex(0)
        self.list.table.setFocus()

    def _current(self) -> Component | None:
        code = self.list.current()
        held = self._setting.components if self._setting else ()
        return next((one for one in held if one.code == code), None)

    def _hint(self, found: CompositeFound) -> str:
        assert found.setting
        computed = any(one.kind == "assessment" for one in found.setting.components)
        if computed and not found.has_rules:
            return self.tr(
                "The assessment has no score yet: choose the rule set of the year first."
            )
        names = [
            one.name
            for one in found.setting.components
            if one.kind not in COMPUTED and not one.figures
        ]
        if names:
            text = self.tr("Without figures yet: {0}. Choose it and press Figures…")
            return text.format(self.tr(", ").join(names))
        return ""

    def _empty_text(self) -> str:
        return self.tr(
            "Begin with the survey's own score, then add the assessment, a phone poll, mystery"
            " visits: each with its weight. Weights need not add up to 100."
        )

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.figures_button.clicked.connect(self.show_figures)
        self.remove_button.clicked.connect(self.remove)
        self.list.row_chosen.connect(lambda _: self.change())
        self.missing.chosen.connect(self._choose_missing)
        self.form.given.connect(self._save)
        self.form.closed.connect(self._end)
        self.figures.given.connect(self._save_figures)
        self.figures.closed.connect(self._close_figures)
        self.rules_button.clicked.connect(lambda: self.page_requested.emit("assessment"))
        self.acting.failed.connect(self._refuse)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        for tool in (self.figures_button, self.change_button, self.remove_button, self.add_button):
            self.list.tools.addWidget(tool)
        self.rule = QWidget()
        row, notes = QHBoxLayout(self.rule), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step)
        row.addWidget(label(self.tr("Where a figure is missing"), type="label", tone="quiet"))
        row.addWidget(self.missing, 1)
        notes.addWidget(self.hint, 1)
        notes.addWidget(self.rules_button)
        column.addWidget(self.list, 1)
        column.addLayout(notes)
        column.addWidget(self.rule)
        front = QWidget()
        inner = filled(front)
        inner.setSpacing(step)
        inner.addWidget(frame, 1)
        inner.addWidget(self.form)
        self.stack.addWidget(front)
        self.stack.addWidget(self.figures)
        filled(self).addWidget(self.stack)


def _removed(setting: CompositeSetting | None, code: str) -> CompositeSetting:
    return without_component(setting or CompositeSetting(()), code)


def _with_missing(setting: CompositeSetting | None, missing: Missing) -> CompositeSetting:
    return CompositeSetting(setting.components if setting else (), missing)
