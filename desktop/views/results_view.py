"""The page Results: how final the figures are, and what can be asked of them, part by part."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.actions.results_file import save_results
from desktop.models.counted import Counted, Counting
from desktop.views.message_line import PageLine
from desktop.views.page_head import PageHead
from desktop.views.parts import button, filled
from desktop.views.path_field import save_dialog
from desktop.views.results_state import state_sentence
from desktop.views.saving import Saving, with_suffix
from desktop.views.tab_row import TabRow
from desktop.views.workplace import Workplace

_ASKING = {
    "what_if": "what_if_panel:WhatIfPanel",
    "identical": "identical_panel:IdenticalPanel",
    "errors": "errors_panel:ErrorsPanel",
    "stability": "stability_panel:StabilityPanel",
}
"""Parts that read for themselves, and what makes them."""


class Part(Protocol):
    """A part of the page; where it has `show_counted`, it is given what the page counted."""

    def activate(self) -> None:
        """It comes to the front: read what it reads by itself, and take the focus."""


class ResultsView(QWidget):
    """Its parts are made when they are first shown."""

    page_requested = Signal(str)
    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip: QWidget | None = None
        self._place = place
        self.message = PageLine(place.language, self)
        self.counting, self.saving = Counting(place.session, self), Saving(self.message, self)
        self.head = PageHead(self.tr("Results"), place.theme, self)
        self.rulings_button = button(self.tr("To the rulings"))
        self.merge_button = button(self.tr("To the merge page"))
        self.save_button = button(self.tr("Save results.json…"))
        self.hash_button = button(self.tr("Copy the hash"), link=True)
        self.tabs = TabRow(self.tr("Parts of the results"), self._titles(), place.theme, self)
        self.stack = QStackedWidget()
        self.parts: dict[str, QWidget] = {}
        self.shown = "ranking"
        self._ask_results = save_dialog(self.tr("Save the results"), self.tr("Results (*.json)"))
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """Count anew where something was recorded since; the part in front takes the focus."""
        self._show_head()
        self.counting.count()
        self.show_part(self.shown)

    def put_away(self) -> None:
        """Nothing is open here."""

    @Slot(str)
    def show_part(self, part: str) -> None:
        """Bring a part to the front."""
        self.shown = part
        held = self._part(part)
        self.tabs.show_part(part)
        self.stack.setCurrentWidget(held)
        self._give(held)
        self._activate(held)

    @Slot(object)
    def show_agency(self, code: str) -> None:
        """Open one agency, as chosen in the ranking."""
        agency = self._part("agency")
        agency.panel.show_agency(code)  # type: ignore[attr-defined]
        self.tabs.show_part("agency")
        _part(agency).activate()

    @Slot()
    def copy_hash(self) -> None:
        if counted := self.counting.latest:
            QGuiApplication.clipboard().setText(counted.results.hash)
            self.message.say(self.tr("The hash is on the clipboard."), tone="good")

    @Slot()
    def save(self) -> None:
        """Save results.json where somebody chooses to."""
        if not (counted := self.counting.latest):
            return
        if chosen := self._ask_results(self, "results.json"):
            self.saving.save(partial(save_results, counted.results, with_suffix(chosen, ".json")))

    @Slot(object)
    def _take(self, counted: Counted) -> None:
        self._show_head()
        self._give(self.stack.currentWidget())

    def _activate(self, held: QWidget) -> None:
        """Who goes along the row of parts by keys goes on along it."""
        goes_along = self.tabs.is_walked
        _part(held).activate()
        if goes_along:
            self.tabs.setFocus()

    def _give(self, held: QWidget | None) -> None:
        """The part in front alone draws; the others are given the figures when they come there."""
        show: Callable[[Counted], None] | None = getattr(held, "show_counted", None)
        if show and self.counting.latest:
            show(self.counting.latest)

    @Slot()
    def _read_again(self) -> None:
        if self.isVisible():
            self.counting.count()

    def _show_head(self) -> None:
        counted = self.counting.latest
        for widget in (self.save_button, self.hash_button):
            widget.setEnabled(counted is not None)
        forms = counted.results.forms if counted else None
        self.rulings_button.setVisible(bool(forms and forms.unsettled))
        self.merge_button.setVisible(bool(forms and not forms.keyed))
        if counted is None:
            self.head.say(self.tr("The file is being verified and counted…"))
            return
        self.head.say(*state_sentence(counted))
        self.hash_button.setText(self.tr("Copy hash {0}…").format(counted.results.hash[:8]))
        self.hash_button.setToolTip(counted.results.hash)

    @Slot(object)
    def _tell_failure(self, error: object) -> None:
        self.head.say(self.tr("No figures: the file does not pass its verification."), "bad")
        self.message.tell(error)

    def _part(self, part: str) -> QWidget:
        if part not in self.parts:
            self.parts[part] = made = self._made(part)
            self.stack.addWidget(made)
            for name, slot in (
                ("page_requested", self.page_requested),
                ("changed", self.changed),
                ("agency_chosen", self.show_agency),
                ("failed", self.message.tell),
            ):
                if signal := getattr(made, name, None):
                    signal.connect(slot)
        return self.parts[part]

    def _made(self, part: str) -> QWidget:
        maker = (_OWN | _ASKING)[part]
        module, name = maker.split(":")
        made: QWidget = getattr(import_module(f"desktop.views.{module}"), name)(
            self._place, self.message, self
        )
        return made

    def _titles(self) -> list[tuple[str, str]]:
        titles = {
            "ranking": self.tr("Ranking"),
            "agency": self.tr("One agency"),
            "charts": self.tr("Charts"),
            "reconciliation": self.tr("Reconciliation"),
            "what_if": self.tr("What if"),
            "identical": self.tr("Identical forms"),
            "errors": self.tr("Keying errors"),
            "stability": self.tr("Does it matter?"),
        }
        return [(part, title) for part, title in titles.items() if _exists(part)]

    def _connect(self) -> None:
        self.counting.counted.connect(self._take)
        self.counting.failed.connect(self._tell_failure)
        self._place.session.recorded.connect(self._read_again)
        self.tabs.part_chosen.connect(self.show_part)
        self.save_button.clicked.connect(self.save)
        self.hash_button.clicked.connect(self.copy_hash)
        self.rulings_button.clicked.connect(partial(self.page_requested.emit, "rulings"))
        self.merge_button.clicked.connect(partial(self.page_requested.emit, "merge"))

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        for widget in (self.merge_button, self.rulings_button, self.save_button):
            self.head.add(widget)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.hash_button)
        column = filled(self)
        column.setSpacing(step)
        column.addWidget(self.head)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        column.addWidget(self.message)


def _part(held: QWidget) -> Part:
    part: Part = held  # type: ignore[assignment]
    return part


_OWN = {
    "ranking": "ranking_panel:RankingPanel",
    "agency": "agency_part:AgencyPart",
    "charts": "charts_panel:ChartsPanel",
    "reconciliation": "reconciliation_panel:ReconciliationPanel",
}
"""Parts that are given what this page counted."""


def _exists(part: str) -> bool:
    module, _ = (_OWN | _ASKING)[part].split(":")
    return find_spec(f"desktop.views.{module}") is not None
